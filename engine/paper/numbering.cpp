#include "paper/numbering.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "paper/own_styles.hpp"
#include "paper/xml.hpp"

namespace shanhai::paper {
namespace {

int one_after(const pugi::xml_node& root, std::string_view element, const char* attribute) {
  int last = 0;
  for (const pugi::xml_node one : root.children()) {
    if (local_name(one) == element) {
      last = std::max(last, std::clamp(one.attribute(attribute).as_int(), 0, 1'000'000));
    }
  }
  return last + 1;
}

// In Chinese a list is set as the text is: only its first line is indented. In English it hangs.
std::string look(int id, bool is_numbered, Language language) {
  const bool zh = language == Language::zh;
  return fmt::format(R"(<w:abstractNum w:abstractNumId="{}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">)"
                     R"(<w:start w:val="1"/><w:numFmt w:val="{}"/>{}<w:lvlText w:val="{}"/><w:lvlJc w:val="left"/>)"
                     R"(<w:pPr><w:ind {}/></w:pPr></w:lvl></w:abstractNum>)",
                     id,
                     is_numbered ? "decimal" : "bullet",
                     zh ? R"(<w:suff w:val="space"/>)" : "",
                     is_numbered ? "%1." : "•",
                     zh ? R"(w:left="0" w:firstLineChars="200" w:firstLine="640")" : R"(w:left="425" w:hanging="425")");
}

std::string list(int id, int look_id, bool restarts) {
  return fmt::format(R"(<w:num w:numId="{}"><w:abstractNumId w:val="{}"/>{}</w:num>)",
                     id,
                     look_id,
                     restarts ? R"(<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>)" : "");
}

pugi::xml_node first_after_looks(const pugi::xml_node& root) {
  for (const pugi::xml_node one : root.children()) {
    if (local_name(one) == "num" || local_name(one) == "numIdMacAtCleanup") {
      return one;
    }
  }
  return {};
}

}  // namespace

Numbering::Numbering(std::string part, Language language) : part_(std::move(part)), language_(language) {
  const Xml xml = read_xml(part_);
  if (local_name(xml->document_element()) != "numbering") {
    part_ = fmt::format(R"(<w:numbering xmlns:w="{}"/>)", word_space);
    return;
  }
  first_ = one_after(xml->document_element(), "num", "w:numId");
  abstract_ = one_after(xml->document_element(), "abstractNum", "w:abstractNumId");
}

std::string Numbering::part() const {
  const Xml xml = read_xml(part_);
  const pugi::xml_node root = xml->document_element();
  const std::string looks = look(abstract_, false, language_) + look(abstract_ + 1, true, language_);
  std::string lists = list(first_, abstract_, false);
  for (int i = 1; i <= numbered_; ++i) {
    lists += list(first_ + i, abstract_ + 1, true);
  }
  insert_before(first_after_looks(root), root, looks);
  insert_before(child(root, "numIdMacAtCleanup"), root, lists);
  return xml_of(*xml);
}

}  // namespace shanhai::paper
