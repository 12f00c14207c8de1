#include "paper/xml.hpp"

#include <sstream>

#include "paper/package.hpp"

namespace shanhai::paper {

Xml read_xml(std::string_view text) {
  auto xml = std::make_unique<pugi::xml_document>();
  if (text.size() > most_xml ||
      !xml->load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata)) {
    xml->reset();
  }
  return xml;
}

std::string xml_of(const pugi::xml_document& xml) {
  return std::string(xml_head) + xml_of(xml.document_element());
}

std::string xml_of(const pugi::xml_node& node) {
  std::ostringstream text;
  node.print(text, "", pugi::format_raw | pugi::format_no_declaration);
  return text.str();
}

std::string_view local_name(const pugi::xml_node& node) noexcept {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view local) noexcept {
  for (const pugi::xml_node one : node.children()) {
    if (local_name(one) == local) {
      return one;
    }
  }
  return {};
}

void insert_before(const pugi::xml_node& place, pugi::xml_node parent, const std::string& elements) {
  const Xml xml = read_xml("<all>" + elements + "</all>");
  for (const pugi::xml_node one : xml->document_element().children()) {
    if (place.empty()) {
      parent.append_copy(one);
    } else {
      parent.insert_copy_before(one, place);
    }
  }
}

}  // namespace shanhai::paper
