#include "paper/docx.hpp"

#include <utility>

#include <fmt/format.h>

#include "paper/own_design.hpp"
#include "paper/own_styles.hpp"
#include "paper/proof_part.hpp"
#include "paper/template_design.hpp"
#include "paper/word_body.hpp"
#include "paper/xml_text.hpp"

namespace shanhai::paper {
namespace {

Part document(const WordBody& body, const Design& design) {
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
  WordBody body(design, paper.language, images);
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
