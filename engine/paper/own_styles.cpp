#include "paper/own_styles.hpp"

#include <fmt/format.h>

#include "paper/own_looks.hpp"
#include "paper/xml_text.hpp"

namespace shanhai::paper {
namespace {

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
          R"(<w:bottom w:val="single" w:sz="12" w:space="0" w:color="000000"/></w:tblBorders></w:tblPr>)"};
}

}  // namespace

std::vector<OwnStyle> own_styles(Language language) {
  std::vector<OwnStyle> styles;
  for (const OwnLook& entry : own_looks()) {
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
