#include "paper/docx.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "paper/numbering.hpp"
#include "paper/own_design.hpp"
#include "paper/own_styles.hpp"
#include "paper/proof_part.hpp"
#include "paper/template_design.hpp"
#include "paper/word_picture.hpp"
#include "paper/word_table.hpp"
#include "paper/word_text.hpp"
#include "paper/xml_text.hpp"

namespace shanhai::paper {
namespace {

/// Writes one block after another, and gathers what the file needs beside them.
class Body {
 public:
  Body(const Design& design, Language language, std::span<const Image> images)
      : design_(&design), ink_{language}, images_(images), numbering_(design.numbering, language) {}

  void add(const Paper& paper) {
    add(Role::title, "", run_xml(paper.title, ink_));
    if (!paper.subtitle.empty()) {
      add(Role::subtitle, "", run_xml(paper.subtitle, ink_));
    }
    for (const std::string& line : paper.byline) {
      add(Role::byline, "", run_xml(line, ink_));
    }
    for (const Block& block : paper.blocks) {
      std::visit(*this, block);
    }
  }

  // An institution's style is not to add a second number.
  void operator()(const Heading& heading) {
    add(heading.level <= 1 ? Role::chapter : Role::section,
        design_->numbers_headings ? R"(<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>)" : "",
        run_xml(heading.text, ink_));
  }

  void operator()(const Paragraph& paragraph) { add(Role::body, "", line_xml(paragraph.line, ink_, figures)); }

  void operator()(const Bullets& bullets) {
    const std::string list = fmt::format(R"(<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>)",
                                         bullets.numbered ? numbering_.next_numbered() : numbering_.bullets());
    for (const Line& line : bullets.lines) {
      add(bullets.numbered ? Role::numbered : Role::bullet, list, line_xml(line, ink_, figures));
    }
  }

  void operator()(const Table& table) { xml += table_xml(table, *design_, ink_.language, figures); }

  void operator()(const Picture& picture) {
    const std::size_t place = pictures_++;
    if (place < images_.size()) {
      const std::size_t number = place + 1;
      xml += picture_xml(picture, images_[place], number, *design_, ink_.language);
      for (Part& part : image_parts(images_[place], number)) {
        parts.push_back(std::move(part));
      }
      for (Relation& relation : image_relations(number)) {
        relations.push_back(std::move(relation));
      }
    } else {
      add(Role::caption, "", run_xml(picture.caption, ink_));
      add(Role::body, "", run_xml(picture.description, ink_));
    }
  }

  [[nodiscard]] Part numbering() const { return {"word/numbering.xml", word_type("numbering"), numbering_.part(), {}}; }

  std::string xml;
  std::vector<Bound> figures;
  std::vector<Part> parts;
  std::vector<Relation> relations;

 private:
  void add(Role role, std::string_view properties, std::string_view runs) {
    xml += paragraph_xml(design_->of(role), properties, runs);
  }

  const Design* design_;
  Ink ink_;
  std::span<const Image> images_;
  Numbering numbering_;
  std::size_t pictures_ = 0;
};

Part document(const Body& body, const Design& design) {
  return {
      "word/document.xml",
      word_type("document.main"),
      fmt::format(
          R"({}<w:document xmlns:w="{}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")"
          R"( xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing")"
          R"( xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main")"
          R"( xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>{}{}</w:body></w:document>)",
          xml_head,
          word_space,
          body.xml,
          design.section),
      {}};
}

Part core_properties(const Paper& paper) {
  return {
      "docProps/core.xml",
      "application/vnd.openxmlformats-package.core-properties+xml",
      fmt::format(
          "{}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
          R"( xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Shanhai</dc:creator>)"
          "<dc:language>{}</dc:language><dc:title>{}</dc:title></cp:coreProperties>",
          xml_head,
          paper.language == Language::zh ? "zh-CN" : latin_language,
          xml_line(paper.title)),
      {}};
}

template <class T>
void append(std::vector<T>& all, std::vector<T> more) {
  for (T& one : more) {
    all.push_back(std::move(one));
  }
}

std::string file_of(const Paper& paper, std::span<const Image> images, Design design) {
  Body body(design, paper.language, images);
  body.add(paper);
  std::vector<Part> parts{document(body, design), core_properties(paper)};
  parts.front().relations = {proof_relation(), {"numbering", "numbering", "word/numbering.xml"}};
  append(parts.front().relations, std::move(design.relations));
  append(parts.front().relations, std::move(body.relations));
  parts.push_back(body.numbering());
  append(parts, std::move(design.parts));
  append(parts, std::move(body.parts));
  append(parts, proof_parts(paper.proof, body.figures));
  return packed(
      parts, {{"document", "officeDocument", "word/document.xml"}, {"core", "core-properties", "docProps/core.xml"}});
}

}  // namespace

std::variant<std::string, Text> docx(const Paper& paper,
                                     std::span<const Image> images,
                                     const std::optional<std::string>& template_bytes) {
  if (!template_bytes) {
    return file_of(paper, images, own_design(paper.language));
  }
  std::variant<Design, Text> design = template_design(*template_bytes, paper.language);
  if (Text* reason = std::get_if<Text>(&design)) {
    return std::move(*reason);
  }
  return file_of(paper, images, std::get<Design>(std::move(design)));
}

}  // namespace shanhai::paper
