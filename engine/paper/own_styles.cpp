#include "paper/own_styles.hpp"

#include <array>

#include <fmt/format.h>

#include "paper/xml_text.hpp"

namespace shanhai::paper {
namespace {

/// A paragraph's look. Sizes in half points, other lengths in twentieths of a point.
struct Look {
  std::string_view font = "";  ///< of Chinese characters; empty for that of the text
  int size = 0;
  bool is_bold = false;
  std::string_view align = "left";
  int before = 0;
  int after = 0;
  int line = 240;  ///< its height, exact; or in 240ths of what it needs
  bool is_exact = false;
  int indent = 0;     ///< of the first line, in hundredths of a character
  int outline = 0;    ///< 1 a chapter, 2 a section, 0 neither
  bool keep = false;  ///< on one page with what follows
};

struct Entry {
  Role role;
  std::string_view id;
  std::string_view name;
  Look zh;
  Look en;
};

constexpr int text_line = 560;

constexpr auto entries = std::to_array<Entry>({
    {Role::body,
     "BodyText",
     "Body Text",
     {.size = 32, .align = "both", .line = text_line, .is_exact = true, .indent = 200},
     {.size = 22, .after = 120, .line = 276}},
    {Role::title,
     "Title",
     "Title",
     {.font = "方正小标宋简体",
      .size = 44,
      .align = "center",
      .before = 280,
      .after = 280,
      .line = 720,
      .is_exact = true,
      .keep = true},
     {.size = 40, .is_bold = true, .align = "center", .after = 120, .line = 264, .keep = true}},
    {Role::subtitle,
     "Subtitle",
     "Subtitle",
     {.font = "楷体_GB2312", .size = 32, .align = "center", .line = text_line, .is_exact = true, .keep = true},
     {.size = 26, .align = "center", .after = 120, .line = 264, .keep = true}},
    {Role::byline,
     "Byline",
     "Byline",
     {.font = "楷体_GB2312", .size = 28, .align = "center", .line = text_line, .is_exact = true},
     {.size = 22, .align = "center", .after = 40, .line = 264}},
    {Role::chapter,
     "Heading1",
     "heading 1",
     {.font = "黑体",
      .size = 32,
      .before = 200,
      .line = text_line,
      .is_exact = true,
      .indent = 200,
      .outline = 1,
      .keep = true},
     {.size = 30, .is_bold = true, .before = 360, .after = 120, .line = 264, .outline = 1, .keep = true}},
    {Role::section,
     "Heading2",
     "heading 2",
     {.font = "楷体_GB2312",
      .size = 32,
      .line = text_line,
      .is_exact = true,
      .indent = 200,
      .outline = 2,
      .keep = true},
     {.size = 25, .is_bold = true, .before = 240, .after = 80, .line = 264, .outline = 2, .keep = true}},
    {Role::bullet,
     "ListBullet",
     "List Bullet",
     {.size = 32, .align = "both", .line = text_line, .is_exact = true},
     {.size = 22, .after = 80, .line = 276}},
    {Role::numbered,
     "ListNumber",
     "List Number",
     {.size = 32, .align = "both", .line = text_line, .is_exact = true},
     {.size = 22, .after = 80, .line = 276}},
    {Role::caption,
     "Caption",
     "caption",
     {.font = "黑体", .size = 24, .align = "center", .before = 160, .after = 80, .line = 288},
     {.size = 20, .is_bold = true, .align = "center", .before = 160, .after = 80, .line = 252}},
    {Role::picture,
     "Picture",
     "Picture",
     {.size = 24, .align = "center", .before = 160, .keep = true},
     {.size = 22, .align = "center", .before = 160, .keep = true}},
    {Role::note,
     "FigureNote",
     "Figure Note",
     {.size = 18, .before = 60, .after = 200, .line = 288},
     {.size = 17, .before = 60, .after = 240, .line = 252}},
    {Role::cell,
     "TableText",
     "Table Text",
     {.size = 21, .before = 40, .after = 40, .line = 288},
     {.size = 19, .before = 40, .after = 40, .line = 264}},
    {Role::small_cell,
     "TableTextSmall",
     "Table Text Small",
     {.size = 18, .before = 40, .after = 40, .line = 276},
     {.size = 17, .before = 40, .after = 40, .line = 264}},
    {Role::tiny_cell,
     "TableTextTiny",
     "Table Text Tiny",
     {.size = 15, .before = 40, .after = 40, .line = 264},
     {.size = 15, .before = 40, .after = 40, .line = 264}},
    {Role::footer, "Footer", "footer", {.font = "宋体", .size = 28}, {.size = 20, .align = "center"}},
});

std::string fonts(std::string_view east) {
  return fmt::format(
      R"(<w:rFonts w:ascii="Times New Roman" w:eastAsia="{}" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>)",
      east);
}

std::string sizes(int size) {
  return fmt::format(R"(<w:sz w:val="{0}"/><w:szCs w:val="{0}"/>)", size);
}

std::string properties(const Look& look) {
  std::string xml = "<w:pPr>";
  xml += look.keep ? "<w:keepNext/><w:keepLines/>" : "";
  xml += fmt::format(R"(<w:spacing w:before="{}" w:after="{}" w:line="{}" w:lineRule="{}"/>)",
                     look.before,
                     look.after,
                     look.line,
                     look.is_exact ? "exact" : "auto");
  xml += fmt::format(R"(<w:ind w:left="0" w:right="0" w:firstLineChars="{}" w:firstLine="{}"/>)",
                     look.indent,
                     look.indent * look.size / 10);
  xml += fmt::format(R"(<w:jc w:val="{}"/>)", look.align);
  xml += look.outline > 0 ? fmt::format(R"(<w:outlineLvl w:val="{}"/>)", look.outline - 1) : "";
  xml += "</w:pPr><w:rPr>";
  xml += look.font.empty() ? "" : fonts(look.font);
  xml += look.is_bold ? "<w:b/><w:bCs/>" : R"(<w:b w:val="0"/><w:bCs w:val="0"/><w:i w:val="0"/><w:iCs w:val="0"/>)";
  return xml + R"(<w:color w:val="000000"/>)" + sizes(look.size) + "</w:rPr>";
}

// Lines above and below; the one below the titles is their cells'.
OwnStyle three_line_table() {
  return {Role::table,
          "ThreeLineTable",
          "Three-Line Table",
          R"(<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="000000"/>)"
          R"(<w:bottom w:val="single" w:sz="12" w:space="0" w:color="000000"/></w:tblBorders>)"
          R"(<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>)"
          R"(<w:bottom w:w="0" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>)"};
}

}  // namespace

std::vector<OwnStyle> own_styles(Language language) {
  std::vector<OwnStyle> styles;
  for (const Entry& entry : entries) {
    const Look& look = language == Language::zh ? entry.zh : entry.en;
    styles.push_back({entry.role, entry.id, entry.name, properties(look)});
  }
  styles.push_back(three_line_table());
  return styles;
}

std::string style_xml(const OwnStyle& style, std::string_view id, std::string_view based_on) {
  const bool is_table = style.role == Role::table;
  const std::string base = based_on.empty() ? "" : fmt::format(R"(<w:basedOn w:val="{}"/>)", xml_text(based_on));
  return fmt::format(
      R"(<w:style w:type="{}" w:styleId="{}"><w:name w:val="{}"/>{}<w:uiPriority w:val="1"/><w:qFormat/>{}</w:style>)",
      is_table ? "table" : "paragraph",
      xml_text(id),
      style.name,
      base,
      style.properties);
}

std::string own_style_sheet(Language language) {
  const std::string text = language == Language::zh ? fonts("仿宋_GB2312") + sizes(32) : fonts("宋体") + sizes(22);
  std::string xml = fmt::format(
      R"({}<w:styles xmlns:w="{}"><w:docDefaults><w:rPrDefault><w:rPr>{})"
      R"(<w:lang w:val="{}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>)"
      R"(<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>)"
      R"(<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>)"
      R"(<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>)",
      xml_head,
      word_space,
      text,
      latin_language);
  for (const OwnStyle& style : own_styles(language)) {
    xml += style_xml(style, style.id, style.role == Role::table ? "TableNormal" : "Normal");
  }
  return xml + "</w:styles>";
}

}  // namespace shanhai::paper
