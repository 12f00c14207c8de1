#include "paper/proof_part.hpp"

#include <fmt/format.h>

#include "paper/xml.hpp"
#include "paper/xml_text.hpp"

namespace shanhai::paper {
namespace {

constexpr std::string_view space = "urn:shanhai:memo";
constexpr std::string_view part_name = "customXml/item1.xml";
constexpr std::string_view properties_name = "customXml/itemProps1.xml";

// Word keeps a part of data under an identity; all our papers have the same.
constexpr std::string_view identity = "{53684E48-6149-4D65-8D6F-50726F6F6631}";

std::string proof_xml(const Proof& proof, const std::vector<Bound>& figures) {
  std::string xml = fmt::format(
      R"({}<memo xmlns="{}"><program>{}</program><hash>{}</hash><options>{}</options><scenario>{}</scenario><figures>)",
      xml_head,
      space,
      xml_text(proof.program),
      xml_text(proof.hash),
      xml_text(proof.options),
      xml_text(proof.scenario));
  std::size_t number = 0;
  for (const Bound& figure : figures) {
    xml += fmt::format(R"(<figure number="{}" what="{}" value="{}" error="{}"/>)",
                       ++number,
                       xml_text(figure.what),
                       figure.value,
                       figure.error);
  }
  return xml + "</figures></memo>";
}

std::string properties_xml() {
  return fmt::format(
      R"({}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{}">)"
      R"(<ds:schemaRefs><ds:schemaRef ds:uri="{}"/></ds:schemaRefs></ds:datastoreItem>)",
      xml_head,
      identity,
      space);
}

ReadProof read(const pugi::xml_node& memo) {
  const auto text = [&](std::string_view name) {
    return std::string(child(memo, name).child_value());
  };
  ReadProof read{{text("program"), text("scenario"), text("hash"), text("options")}, {}};
  for (const pugi::xml_node one : child(memo, "figures").children()) {
    read.figures.emplace_back(one.attribute("what").value());
  }
  return read;
}

}  // namespace

std::vector<Part> proof_parts(const Proof& proof, const std::vector<Bound>& figures) {
  return {{std::string(part_name),
           "application/xml",
           proof_xml(proof, figures),
           {{"properties", "customXmlProps", std::string(properties_name)}}},
          {std::string(properties_name),
           "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
           properties_xml(),
           {}}};
}

Relation proof_relation() {
  return {"proof", "customXml", std::string(part_name)};
}

std::optional<ReadProof> read_proof(const Files& files) {
  for (const auto& [name, bytes] : files) {
    if (name.starts_with("customXml/") && bytes.find(space) != std::string::npos) {
      const Xml xml = read_xml(bytes);
      const pugi::xml_node memo = xml->document_element();
      if (local_name(memo) == "memo") {
        return read(memo);
      }
    }
  }
  return std::nullopt;
}

}  // namespace shanhai::paper
