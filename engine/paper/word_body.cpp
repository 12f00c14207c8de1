#include "paper/word_body.hpp"

#include <utility>

#include <fmt/format.h>

#include "paper/own_design.hpp"
#include "paper/word_picture.hpp"
#include "paper/word_table.hpp"

namespace shanhai::paper {

void WordBody::add(const Paper& paper) {
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
void WordBody::operator()(const Heading& heading) {
  add(heading.level <= 1 ? Role::chapter : Role::section,
      design_->numbers_headings ? R"(<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>)" : "",
      run_xml(heading.text, ink_));
}

void WordBody::operator()(const Paragraph& paragraph) {
  add(Role::body, "", line_xml(paragraph.line, ink_, figures));
}

void WordBody::operator()(const Bullets& bullets) {
  const std::string list = fmt::format(R"(<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>)",
                                       bullets.numbered ? numbering_.next_numbered() : numbering_.bullets());
  for (const Line& line : bullets.lines) {
    add(bullets.numbered ? Role::numbered : Role::bullet, list, line_xml(line, ink_, figures));
  }
}

void WordBody::operator()(const Table& table) {
  xml += table_xml(table, *design_, ink_.language, figures);
}

void WordBody::operator()(const Picture& picture) {
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

Part WordBody::numbering() const {
  return {"word/numbering.xml", word_type("numbering"), numbering_.part(), {}};
}

void WordBody::add(Role role, std::string_view properties, std::string_view runs) {
  xml += paragraph_xml(design_->of(role), properties, runs);
}

}  // namespace shanhai::paper
