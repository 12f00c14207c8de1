#include "paper/template_settings.hpp"

#include <algorithm>
#include <array>

#include "paper/xml.hpp"

namespace shanhai::paper {
namespace {

constexpr std::array<std::string_view, 18> kept_settings{"zoom",
                                                         "mirrorMargins",
                                                         "bordersDoNotSurroundHeader",
                                                         "bordersDoNotSurroundFooter",
                                                         "gutterAtTop",
                                                         "defaultTabStop",
                                                         "autoHyphenation",
                                                         "evenAndOddHeaders",
                                                         "bookFoldPrinting",
                                                         "drawingGridHorizontalSpacing",
                                                         "drawingGridVerticalSpacing",
                                                         "characterSpacingControl",
                                                         "noLineBreaksAfter",
                                                         "noLineBreaksBefore",
                                                         "compat",
                                                         "themeFontLang",
                                                         "clrSchemeMapping",
                                                         "decimalSymbol"};

}  // namespace

std::string look_settings(const std::string& part) {
  const Xml xml = read_xml(part);
  pugi::xml_node settings = xml->document_element();
  if (local_name(settings) != "settings") {
    return "";
  }
  for (pugi::xml_node one = settings.first_child(); !one.empty();) {
    const pugi::xml_node next = one.next_sibling();
    if (std::ranges::find(kept_settings, local_name(one)) == kept_settings.end()) {
      settings.remove_child(one);
    }
    one = next;
  }
  return xml_of(*xml);
}

}  // namespace shanhai::paper
