#include "paper/word_text.hpp"

#include <charconv>

#include <fmt/format.h>

#include "core/width.hpp"
#include "paper/xml_text.hpp"

namespace shanhai::paper {
namespace {

constexpr std::string_view tag_head = "shanhai:";

std::string figure_xml(const Bound& figure, std::size_t number, Ink ink) {
  return fmt::format(R"(<w:sdt><w:sdtPr><w:alias w:val="{}"/><w:tag w:val="{}"/><w:id w:val="{}"/><w:text/></w:sdtPr>)"
                     R"(<w:sdtContent>{}</w:sdtContent></w:sdt>)",
                     xml_line(figure_alias(figure.what)),
                     figure_tag(number),
                     number,
                     run_xml(figure.shown, ink));
}

/// Writes one piece after another.
struct Writer {
  Ink ink;
  std::vector<Bound>* figures = nullptr;

  std::string operator()(const std::string& text) const { return run_xml(text, ink); }

  std::string operator()(const Strong& strong) const { return run_xml(strong.text, {ink.language, true}); }

  std::string operator()(const Bound& figure) const {
    figures->push_back(figure);
    return figure_xml(figure, figures->size(), ink);
  }
};

}  // namespace

std::string figure_tag(std::size_t number) {
  return fmt::format("{}{}", tag_head, number);
}

std::size_t figure_number(std::string_view tag) noexcept {
  std::size_t number = 0;
  if (tag.starts_with(tag_head)) {
    const std::string_view digits = tag.substr(tag_head.size());
    const char* end = digits.data() + digits.size();
    const auto [read_to, error] = std::from_chars(digits.data(), end, number);
    number = error == std::errc() && read_to == end ? number : 0;
  }
  return number;
}

std::string figure_alias(std::string_view what) {
  constexpr std::size_t most = 64;
  std::string text;
  std::size_t count = 0;
  for_each_character(what, [&](Character, std::string_view bytes) {
    if (++count < most) {
      text += bytes;
    }
  });
  return count < most ? text : text + "…";
}

// The hint has quotation marks and dashes, which Chinese and English share, set in the Chinese font.
std::string run_xml(std::string_view text, Ink ink) {
  const std::string_view hint = ink.language == Language::zh ? R"(<w:rFonts w:hint="eastAsia"/>)" : "";
  const std::string_view bold = ink.is_bold ? "<w:b/>" : "";
  return fmt::format(R"(<w:r><w:rPr>{}{}</w:rPr><w:t xml:space="preserve">{}</w:t></w:r>)", hint, bold, xml_line(text));
}

std::string line_xml(const Line& line, Ink ink, std::vector<Bound>& figures) {
  std::string xml;
  for (const Piece& piece : line) {
    xml += std::visit(Writer{ink, &figures}, piece);
  }
  return xml;
}

std::string paragraph_xml(std::string_view style, std::string_view properties, std::string_view runs) {
  return fmt::format(R"(<w:p><w:pPr><w:pStyle w:val="{}"/>{}</w:pPr>{}</w:p>)", xml_text(style), properties, runs);
}

}  // namespace shanhai::paper
