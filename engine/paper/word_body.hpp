#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "paper/design.hpp"
#include "paper/image.hpp"
#include "paper/numbering.hpp"
#include "paper/paper.hpp"
#include "paper/word_text.hpp"

namespace shanhai::paper {

/// Writes one block after another, and gathers what a Word file needs beside them.
class WordBody {
 public:
  /// The design and the images must outlive it.
  WordBody(const Design& design, Language language, std::span<const Image> images)
      : design_(&design), ink_{language}, images_(images), numbering_(design.numbering, language) {}

  void add(const Paper& paper);

  void operator()(const Heading& heading);
  void operator()(const Paragraph& paragraph);
  void operator()(const Bullets& bullets);
  void operator()(const Table& table);
  void operator()(const Picture& picture);

  [[nodiscard]] Part numbering() const;

  std::string xml;
  std::vector<Bound> figures;
  std::vector<Part> parts;
  std::vector<Relation> relations;

 private:
  void add(Role role, std::string_view properties, std::string_view runs);

  const Design* design_;
  Ink ink_;
  std::span<const Image> images_;
  Numbering numbering_;
  std::size_t pictures_ = 0;
};

}  // namespace shanhai::paper
