#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "paper/package.hpp"

namespace shanhai::paper {

/// The parts of an institution's file that are taken over, under names of ours.
class TemplateParts {
 public:
  explicit TemplateParts(const Files& files) : files_(&files) {}

  /// The bytes of a part; empty where there is none.
  [[nodiscard]] std::string bytes(const std::string& part) const;

  /// A part in XML with the pictures and fonts that it embeds. What it says of other parts, or of what is out of the
  /// file, is taken out of it, and so are embedded objects. Nothing where the part is missing or not well-formed.
  [[nodiscard]] std::optional<Part> take(const std::string& part, std::string name);

  /// The pictures and fonts that the parts taken so far embed.
  [[nodiscard]] std::vector<Part> media() const { return media_; }

 private:
  [[nodiscard]] std::optional<std::string> take_medium(const Relation& relation);

  const Files* files_;
  std::map<std::string, std::string> names_;  // of media, by those in the file
  std::vector<Part> media_;
};

}  // namespace shanhai::paper
