#include "paper/template_design.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include <fmt/format.h>

#include "paper/own_design.hpp"
#include "paper/own_styles.hpp"
#include "paper/template_parts.hpp"
#include "paper/template_settings.hpp"
#include "paper/template_styles.hpp"
#include "paper/xml.hpp"

namespace shanhai::paper {
namespace {

Text no_template() {
  return {"模板不是 Word 文件（.docx 或 .dotx），或文件已损坏、加密",
          "the template is no Word file (.docx or .dotx), or it is damaged or encrypted"};
}

Text strict_template() {
  return {"模板是“严格 Open XML”格式：请在 Word 中另存为普通的 .docx",
          "the template is in the form \"Strict Open XML\": please save it in Word as an ordinary .docx"};
}

int length(const pugi::xml_node& node, const char* attribute, int otherwise) {
  const int value = node.attribute(attribute).as_int(otherwise);
  return std::clamp(value, 0, 31680);  // the largest page of Word
}

Page page_of(const pugi::xml_node& section) {
  const pugi::xml_node size = child(section, "pgSz");
  const pugi::xml_node margins = child(section, "pgMar");
  const int width = length(size, "w:w", 11906) - length(margins, "w:left", 1440) - length(margins, "w:right", 1440) -
                    length(margins, "w:gutter", 0);
  const int height = length(size, "w:h", 16838) - length(margins, "w:top", 1440) - length(margins, "w:bottom", 1440);
  return {std::max(width, 1440), std::max(height, 1440)};
}

bool is_known(std::string_view name) {
  return name.starts_with("w:") || name.starts_with("r:");
}

// A page leaves the namespaces that its file declares; those of later programs are not needed.
void keep_known(pugi::xml_node section) {
  pugi::xpath_node_set all = section.select_nodes("descendant-or-self::*/@* | descendant::*");
  all.sort(true);  // what stands within a node is removed before it
  for (const pugi::xpath_node one : all) {
    if (!one.attribute().empty() && !is_known(one.attribute().name())) {
      one.parent().remove_attribute(one.attribute());
    } else if (!one.node().empty() && !is_known(one.node().name())) {
      one.parent().remove_child(one.node());
    }
  }
}

/// Takes one part of the template after another.
class Taker {
 public:
  Taker(const Files& files, const MainPart& main, Language language)
      : parts_(files), relations_(relations_of(files, main.name)), language_(language) {}

  Design take(const pugi::xml_node& document) {
    take_styles();
    take_settings();
    take_whole("theme", "word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml");
    if (!take_whole("fontTable", "word/fontTable.xml", word_type("fontTable"))) {
      add("fontTable", own_fonts());
    }
    take_section(child(child(document, "body"), "sectPr"));
    if (const Relation* numbering = find_relation(relations_, "numbering")) {
      design_.numbering = parts_.bytes(numbering->target);
    }
    for (Part& part : parts_.media()) {
      design_.parts.push_back(std::move(part));
    }
    return std::move(design_);
  }

 private:
  void add(const std::string& type, Part part) {
    design_.relations.push_back({type, type, part.name});
    design_.parts.push_back(std::move(part));
  }

  [[nodiscard]] std::string found(std::string_view type) const {
    const Relation* relation = find_relation(relations_, type);
    return relation == nullptr ? "" : parts_.bytes(relation->target);
  }

  bool take_whole(const std::string& type, std::string name, std::string content) {
    const Relation* relation = find_relation(relations_, type);
    std::optional<Part> part = relation == nullptr ? std::nullopt : parts_.take(relation->target, std::move(name));
    if (!part) {
      return false;
    }
    part->type = std::move(content);
    add(type, *std::move(part));
    return true;
  }

  void take_styles() {
    StyleSheet sheet = style_sheet(found("styles"), language_);
    design_.style = std::move(sheet.ids);
    design_.numbers_headings = sheet.numbers_headings;
    add("styles", {"word/styles.xml", word_type("styles"), std::move(sheet.xml), {}});
  }

  void take_settings() {
    std::string settings = look_settings(found("settings"));
    add("settings",
        settings.empty() ? own_settings(language_)
                         : Part{"word/settings.xml", word_type("settings"), std::move(settings), {}});
  }

  // Headers and footers under new names; a reference to anything else is left out.
  void take_section(pugi::xml_node section) {
    if (section.empty()) {
      take_own_section();
      return;
    }
    for (pugi::xml_node one = section.first_child(); !one.empty();) {
      const pugi::xml_node next = one.next_sibling();
      if (!one.attribute("r:id").empty() && !take_edge(one)) {
        section.remove_child(one);
      }
      one = next;
    }
    section.remove_child("w:sectPrChange");
    keep_known(section);
    design_.page = page_of(section);
    add_space(section, "xmlns:w", word_space);
    add_space(section, "xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
    design_.section = xml_of(section);
  }

  void take_own_section() {
    Design own = own_design(language_);
    design_.section = std::move(own.section);
    design_.page = own.page;
    std::ranges::copy_if(own.parts, std::back_inserter(design_.parts), [](const Part& one) {
      return one.name.starts_with("word/footer");
    });
    std::ranges::copy_if(
        own.relations, std::back_inserter(design_.relations), [](const Relation& one) { return one.type == "footer"; });
  }

  static void add_space(pugi::xml_node node, const char* name, std::string_view address) {
    if (node.attribute(name).empty()) {
      node.append_attribute(name).set_value(std::string(address).c_str());
    }
  }

  bool take_edge(pugi::xml_node reference) {
    const std::string_view element = local_name(reference);
    const std::string kind = element == "headerReference" ? "header" : element == "footerReference" ? "footer" : "";
    const std::string_view id = reference.attribute("r:id").value();
    const auto relation = std::ranges::find_if(
        relations_, [&](const Relation& one) { return one.id == id && one.type == kind && !one.is_external; });
    if (kind.empty() || relation == relations_.end()) {
      return false;
    }
    const std::string name = fmt::format("{}{}", kind, ++edges_);
    std::optional<Part> part = parts_.take(relation->target, fmt::format("word/{}.xml", name));
    if (!part) {
      return false;
    }
    part->type = word_type(kind);
    design_.relations.push_back({name, kind, part->name});
    design_.parts.push_back(*std::move(part));
    reference.attribute("r:id").set_value(name.c_str());
    return true;
  }

  TemplateParts parts_;
  std::vector<Relation> relations_;
  Language language_;
  Design design_;
  int edges_ = 0;
};

}  // namespace

std::variant<Design, Text> template_design(std::string_view bytes, Language language) {
  const std::optional<Files> files = unzipped(bytes);
  const MainPart main = files ? main_part(*files) : MainPart{};
  const Xml document = read_xml(main.bytes == nullptr ? "" : *main.bytes);
  const pugi::xml_node root = document->document_element();
  if (local_name(root) != "document") {
    return no_template();
  }
  if (root.attribute("xmlns:w").value() != word_space) {
    return strict_template();
  }
  return Taker(*files, main, language).take(root);
}

}  // namespace shanhai::paper
