#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "paper/zip.hpp"

namespace shanhai::paper {

/// That one part of a package uses another.
struct Relation {
  std::string id;
  std::string type;    ///< the last word of its address, such as `styles`
  std::string target;  ///< the name of a part; any address where it is external
  bool is_external = false;
};

/// A file in a package.
/// @source ECMA-376, part 2, Open Packaging Conventions
struct Part {
  std::string name;  ///< such as `word/document.xml`
  std::string type;  ///< of its content
  std::string bytes;
  std::vector<Relation> relations;
};

/// What every part in XML begins with.
inline constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The parts as one archive. `relations` are those of the package itself.
[[nodiscard]] std::string packed(const std::vector<Part>& parts, const std::vector<Relation>& relations);

/// The relations of a part of an archive, or of the package itself where `part` is empty. Those that point out of the
/// package are external.
[[nodiscard]] std::vector<Relation> relations_of(const Files& files, std::string_view part);

/// The first of some relations that has a type, and is not external; null where there is none.
[[nodiscard]] const Relation* find_relation(const std::vector<Relation>& relations, std::string_view type);

/// The bytes of the main part of a Word file, and its name; a null text where it has none.
struct MainPart {
  std::string name;
  const std::string* bytes = nullptr;
};

[[nodiscard]] MainPart main_part(const Files& files);

}  // namespace shanhai::paper
