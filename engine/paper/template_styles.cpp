#include "paper/template_styles.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "paper/own_styles.hpp"
#include "paper/xml.hpp"

namespace shanhai::paper {
namespace {

// Names of styles differ in their case from program to program.
std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(
      result, result.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return result;
}

bool is_heading(const pugi::xml_node& style) {
  return lower(child(style, "name").attribute("w:val").value()).starts_with("heading ");
}

/// The ids of styles by type and name.
class Known {
 public:
  explicit Known(const pugi::xml_node& root) {
    for (const pugi::xml_node style : root.children()) {
      if (local_name(style) == "style") {
        const std::string type = style.attribute("w:type").value();
        const std::string id = style.attribute("w:styleId").value();
        ids_.push_back(id);
        numbers_headings |= is_heading(style) && !child(child(style, "pPr"), "numPr").empty();
        by_name_.try_emplace(type + '/' + lower(child(style, "name").attribute("w:val").value()), id);
        if (style.attribute("w:default").as_bool()) {
          by_name_.try_emplace(type + "/", id);
        }
      }
    }
  }

  /// The first that is known of some names; empty where none is. No name is the default of the type.
  [[nodiscard]] std::string find(std::string_view type, const std::vector<std::string_view>& names) const {
    for (const std::string_view name : names) {
      const auto found = by_name_.find(fmt::format("{}/{}", type, lower(name)));
      if (found != by_name_.end()) {
        return found->second;
      }
    }
    return "";
  }

  [[nodiscard]] bool has_id(std::string_view id) const { return std::ranges::find(ids_, id) != ids_.end(); }

  bool numbers_headings = false;

 private:
  std::map<std::string, std::string> by_name_;
  std::vector<std::string> ids_;
};

// What an institution may call a style, the best first.
std::vector<std::string_view> names_of(const OwnStyle& style) {
  switch (style.role) {
    case Role::body:
      return {style.name, "Normal", ""};
    case Role::bullet:
    case Role::numbered:
      return {style.name, "List Paragraph", "Body Text", "Normal", ""};  // lists are set as the text around them
    case Role::table:
      return {style.name, "三线表", "Table Grid"};
    default:
      return {style.name};
  }
}

// Texts are checked and broken into lines by their language, whatever the institution's file was written in.
void set_language(pugi::xml_node root, Language language) {
  const pugi::xml_node text = child(child(child(root, "docDefaults"), "rPrDefault"), "rPr");
  if (text.empty()) {
    return;
  }
  pugi::xml_node lang = child(text, "lang");
  if (lang.empty()) {
    insert_before({}, text, "<w:lang/>");
    lang = child(text, "lang");
  }
  const auto set = [&lang](const char* name, std::string_view value) {
    lang.remove_attribute(name);
    lang.append_attribute(name).set_value(std::string(value).c_str());
  };
  set("w:val", latin_language);
  if (language == Language::zh) {
    set("w:eastAsia", "zh-CN");
  }
}

}  // namespace

StyleSheet style_sheet(const std::string& part, Language language) {
  Xml xml = read_xml(part);
  if (std::string_view(xml->document_element().name()) != "w:styles") {
    xml = read_xml(own_style_sheet(language));
  }
  pugi::xml_node root = xml->document_element();
  const Known known(root);
  StyleSheet sheet;
  for (const OwnStyle& style : own_styles(language)) {
    const std::string_view type = style.role == Role::table ? "table" : "paragraph";
    std::string id = known.find(type, names_of(style));
    if (id.empty()) {
      id = known.has_id(style.id) ? fmt::format("Shanhai{}", style.id) : std::string(style.id);
      insert_before({}, root, style_xml(style, id, known.find(type, {""})));
    }
    sheet.ids[static_cast<std::size_t>(style.role)] = id;
  }
  set_language(root, language);
  sheet.numbers_headings = known.numbers_headings;
  sheet.xml = xml_of(*xml);
  return sheet;
}

}  // namespace shanhai::paper
