#include "paper/template_parts.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "paper/xml.hpp"

namespace shanhai::paper {
namespace {

struct Medium {
  std::string_view ending;
  std::string_view type;
};

constexpr std::array<Medium, 11> known_media{
    {{"png", "image/png"},
     {"jpg", "image/jpeg"},
     {"jpeg", "image/jpeg"},
     {"gif", "image/gif"},
     {"bmp", "image/bmp"},
     {"tif", "image/tiff"},
     {"tiff", "image/tiff"},
     {"emf", "image/x-emf"},
     {"wmf", "image/x-wmf"},
     {"svg", "image/svg+xml"},
     {"odttf", "application/vnd.openxmlformats-officedocument.obfuscatedFont"}}};

const Medium* medium_of(std::string_view name) {
  std::string ending(name.substr(name.rfind('.') + 1));
  std::ranges::transform(
      ending, ending.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const auto* found = std::ranges::find(known_media, ending, &Medium::ending);
  return found == known_media.end() ? nullptr : found;
}

bool is_object(const pugi::xml_node& node) {
  const std::string_view name = local_name(node);
  return name == "object" || name == "control" || name == "altChunk" || name == "subDoc";
}

pugi::xml_node next_of(pugi::xml_node node, bool enters) {
  if (enters && !node.first_child().empty()) {
    return node.first_child();
  }
  while (!node.empty() && node.next_sibling().empty()) {
    node = node.parent();
  }
  return node.next_sibling();
}

void remove_references(pugi::xml_node node, const std::map<std::string, std::string>& kept) {
  for (pugi::xml_attribute one = node.first_attribute(); !one.empty();) {
    const pugi::xml_attribute next = one.next_attribute();
    if (std::string_view(one.name()).starts_with("r:") && !kept.contains(one.value())) {
      node.remove_attribute(one);
    }
    one = next;
  }
}

// Leaves of a part what stands in it, and its references to what is kept.
void clean(const pugi::xml_node& root, const std::map<std::string, std::string>& kept) {
  for (pugi::xml_node node = root; !node.empty();) {
    const bool removed = is_object(node);
    const pugi::xml_node next = next_of(node, !removed);
    if (removed) {
      node.parent().remove_child(node);
    } else {
      remove_references(node, kept);
    }
    node = next;
  }
}

}  // namespace

std::string TemplateParts::bytes(const std::string& part) const {
  const auto file = files_->find(part);
  return file == files_->end() ? "" : file->second;
}

std::optional<std::string> TemplateParts::take_medium(const Relation& relation) {
  const auto file = files_->find(relation.target);
  const Medium* medium = medium_of(relation.target);
  const bool embeds = relation.type == "image" || relation.type == "font";
  if (relation.is_external || !embeds || file == files_->end() || medium == nullptr) {
    return std::nullopt;
  }
  auto [entry, is_new] = names_.try_emplace(relation.target);
  if (is_new) {
    entry->second = fmt::format("word/media/template{}.{}", names_.size(), medium->ending);
    media_.push_back({entry->second, std::string(medium->type), file->second, {}});
  }
  return entry->second;
}

std::optional<Part> TemplateParts::take(const std::string& part, std::string name) {
  const Xml xml = read_xml(bytes(part));
  if (xml->document_element().empty()) {
    return std::nullopt;
  }
  Part taken{std::move(name), "", "", {}};
  std::map<std::string, std::string> kept;
  for (const Relation& relation : relations_of(*files_, part)) {
    if (std::optional<std::string> medium = take_medium(relation)) {
      kept.emplace(relation.id, *medium);
      taken.relations.push_back({relation.id, relation.type, *std::move(medium)});
    }
  }
  clean(xml->document_element(), kept);
  taken.bytes = xml_of(*xml);
  return taken;
}

}  // namespace shanhai::paper
