#include "paper/own_design.hpp"

#include <array>

#include <fmt/format.h>

#include "paper/own_styles.hpp"

namespace shanhai::paper {
namespace {

constexpr std::string_view relation_space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Of a page, in twentieths of a point.
struct Margins {
  int top;
  int bottom;
  int left;
  int right;
};

constexpr int a4_width = 11906;
constexpr int a4_height = 16838;
constexpr Margins official{.top = 2098, .bottom = 1984, .left = 1588, .right = 1474};  // 37, 35, 28, 26 mm
constexpr Margins inch{.top = 1440, .bottom = 1440, .left = 1440, .right = 1440};

// `before` and `after` stand around the number; an outer edge is a character away from the text's.
Part footer(std::string_view name, std::string_view align, std::string_view before, std::string_view after) {
  const auto run = [](std::string_view text) {
    return text.empty() ? "" : fmt::format(R"(<w:r><w:t xml:space="preserve">{}</w:t></w:r>)", text);
  };
  const std::string number = R"(<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>)";
  const std::string look = align == "center"
                               ? R"(<w:jc w:val="center"/>)"
                               : fmt::format(R"(<w:ind w:{0}Chars="100" w:{0}="280"/><w:jc w:val="{0}"/>)", align);
  return {.name = fmt::format("word/{}.xml", name),
          .type = word_type("footer"),
          .bytes = fmt::format(
              R"({}<w:ftr xmlns:w="{}"><w:p><w:pPr><w:pStyle w:val="Footer"/>{}</w:pPr>{}{}{}</w:p></w:ftr>)",
              xml_head,
              word_space,
              look,
              run(before),
              number,
              run(after)),
          .relations = {}};
}

void add_footers(Design& design, Language language) {
  if (language == Language::zh) {
    design.parts.push_back(footer("footer1", "right", "— ", " —"));
    design.parts.push_back(footer("footer2", "left", "— ", " —"));
    design.relations.push_back({"footer1", "footer", "word/footer1.xml"});
    design.relations.push_back({"footer2", "footer", "word/footer2.xml"});
  } else {
    design.parts.push_back(footer("footer1", "center", "", ""));
    design.relations.push_back({"footer1", "footer", "word/footer1.xml"});
  }
}

std::string section_xml(const Design& design, const Margins& margins) {
  std::string xml = fmt::format(R"(<w:sectPr xmlns:w="{}" xmlns:r="{}">)", word_space, relation_space);
  constexpr std::array<std::string_view, 2> pages{"default", "even"};
  for (std::size_t i = 0; i < pages.size() && i < design.relations.size(); ++i) {
    xml += fmt::format(R"(<w:footerReference w:type="{}" r:id="{}"/>)", pages[i], design.relations[i].id);
  }
  return xml + fmt::format(R"(<w:pgSz w:w="{}" w:h="{}"/><w:pgMar w:top="{}" w:right="{}" w:bottom="{}" w:left="{}" )"
                           R"(w:header="851" w:footer="1417" w:gutter="0"/></w:sectPr>)",
                           a4_width,
                           a4_height,
                           margins.top,
                           margins.right,
                           margins.bottom,
                           margins.left);
}

std::string font_xml(std::string_view name, std::string_view other, std::string_view charset) {
  const std::string alternative = other.empty() ? "" : fmt::format(R"(<w:altName w:val="{}"/>)", other);
  return fmt::format(
      R"(<w:font w:name="{}">{}<w:charset w:val="{}"/><w:family w:val="roman"/></w:font>)", name, alternative, charset);
}

}  // namespace

std::string word_type(std::string_view kind) {
  return fmt::format("application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml", kind);
}

Part own_settings(Language language) {
  return {.name = "word/settings.xml",
          .type = word_type("settings"),
          .bytes = fmt::format(
              R"({}<w:settings xmlns:w="{}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>{})"
              R"(<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>)"
              R"(<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" )"
              R"(w:val="15"/></w:compat><w:themeFontLang w:val="{}" w:eastAsia="zh-CN"/></w:settings>)",
              xml_head,
              word_space,
              language == Language::zh ? "<w:evenAndOddHeaders/>" : "",
              latin_language),
          .relations = {}};
}

Part own_fonts() {
  return {.name = "word/fontTable.xml",
          .type = word_type("fontTable"),
          .bytes = fmt::format(R"({}<w:fonts xmlns:w="{}">{}{}{}{}{}{}</w:fonts>)",
                               xml_head,
                               word_space,
                               font_xml("Times New Roman", "", "00"),
                               font_xml("方正小标宋简体", "方正小标宋_GBK,宋体", "86"),
                               font_xml("仿宋_GB2312", "仿宋", "86"),
                               font_xml("楷体_GB2312", "楷体", "86"),
                               font_xml("黑体", "SimHei", "86"),
                               font_xml("宋体", "SimSun", "86")),
          .relations = {}};
}

Design own_design(Language language) {
  Design design;
  add_footers(design, language);
  const Margins margins = language == Language::zh ? official : inch;
  design.section = section_xml(design, margins);
  design.page = {a4_width - margins.left - margins.right, a4_height - margins.top - margins.bottom};
  design.parts.push_back({"word/styles.xml", word_type("styles"), own_style_sheet(language), {}});
  design.parts.push_back(own_settings(language));
  design.parts.push_back(own_fonts());
  for (const char* kind : {"styles", "settings", "fontTable"}) {
    design.relations.push_back({kind, kind, fmt::format("word/{}.xml", kind)});
  }
  for (const OwnStyle& style : own_styles(language)) {
    design.style[static_cast<std::size_t>(style.role)] = style.id;
  }
  return design;
}

}  // namespace shanhai::paper
