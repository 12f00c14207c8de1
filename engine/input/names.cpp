#include "input/names.hpp"

#include <algorithm>

#include "core/say.hpp"
#include "core/width.hpp"
#include "document/utf8.hpp"

namespace shanhai::input {
namespace {

constexpr Words a_party{"一个合作方的键名", "the key of a party"};
constexpr Words a_stream{"一个税种的键名", "the key of a stream of revenue"};
constexpr Words a_sector{"一个行业的键名", "the key of a sector"};

bool plain(std::string_view character) {
  const char letter = character.front();
  const bool ascii_word = (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
                          (letter >= 'A' && letter <= 'Z') || letter == '_' || letter == '-';
  return ascii_word || (character.size() > 1 && display_width(character) > 0);
}

bool is_id(std::string_view key) {
  bool all_plain = !key.empty() && key.front() != '-';
  for_each_character(key,
                     [&](const Character& /*code*/, std::string_view bytes) { all_plain = all_plain && plain(bytes); });
  return all_plain;
}

template <class Reference>
void read_all(Reader& reader, const Node& node, std::vector<Reference>& out) {
  if (!reader.expect_list(node)) {
    return;
  }
  std::vector<Reference> found;
  for (const Node& item : node.items) {
    const Reader::Scope scope(reader, found.size());
    const std::size_t faults = reader.diagnostics.size();
    read(reader, item, found.emplace_back(), range::any);
    if (reader.diagnostics.size() == faults && std::ranges::count(found, found.back()) > 1 &&
        found.back() != Reference{}) {
      reader.fault(item, {"未列过的键名", "a key that is not listed yet"});
    }
  }
  out = std::move(found);
}

}  // namespace

void read(Reader& reader, const Node& node, std::string& out, const Range& /*range*/) {
  if (node.kind == Node::Kind::scalar && !node.text.empty()) {
    out = node.text;
  } else {
    reader.fault(node, {"不为空的文字", "text that is not empty"});
  }
}

void read(Reader& reader, const Node& node, Text& out, const Range& range) {
  if (node.kind == Node::Kind::scalar) {
    std::string text;
    read(reader, node, text, range);
    out = {text, text};
    return;
  }
  if (node.kind != Node::Kind::map || (node.find("zh") == nullptr && node.find("en") == nullptr)) {
    reader.fault(node, {"文字，或 {zh: 中文, en: English}", "text, or {zh: 中文, en: English}"});
    return;
  }
  const std::vector<std::string_view> meant = reader.expect_known_keys(node, {"zh", "en"});
  for (const auto& [key, text] : {std::pair("zh", &out.zh), std::pair("en", &out.en)}) {
    if (const Node* value = node.find(key)) {
      const Reader::Scope scope(reader, std::string_view(key));
      read(reader, *value, *text, range);
    } else if (meant.empty()) {
      reader.missing(node.place, say({"键 {}", "the key {}"}, key));
    }
  }
}

void read(Reader& reader, const Node& node, PartyRef& out, const Range& /*range*/) {
  if (const auto place = reader.name(node, reader.parties, a_party)) {
    out.index = *place;
  }
}

void read(Reader& reader, const Node& node, StreamRef& out, const Range& /*range*/) {
  if (reader.streams.empty()) {
    return;  // what is wrong with the revenue is reported there
  }
  if (const auto place = reader.name(node, reader.streams, a_stream)) {
    out.index = *place;
  }
}

void read(Reader& reader, const Node& node, SectorRef& out, const Range& /*range*/) {
  if (reader.sectors.empty()) {
    return;  // what is wrong with the sectors is reported there
  }
  if (const auto place = reader.name(node, reader.sectors, a_sector)) {
    out.index = *place;
  }
}

void read(Reader& reader, const Node& node, std::vector<StreamRef>& out, const Range& /*range*/) {
  read_all(reader, node, out);
}

void read(Reader& reader, const Node& node, std::vector<SectorRef>& out, const Range& /*range*/) {
  read_all(reader, node, out);
}

std::vector<std::string> read_ids(Reader& reader, const Node& node, std::size_t least) {
  std::vector<std::string> ids;
  if (!reader.expect_map(node)) {
    return ids;
  }
  for (const Node::Entry& entry : node.entries) {
    ids.push_back(entry.key);
    if (std::ranges::find(reserved, entry.key) != reserved.end()) {
      reader.fault(
          entry.place, {"未作他用的键名", "a key that has no other meaning"}, say({"'{}'", "'{}'"}, entry.key));
    } else if (entry.key.size() > longest_id) {
      reader.fault(entry.place,
                   say({"至多 {} 字节的键名", "a key of at most {} bytes"}, longest_id),
                   say({"{} 字节", "{} bytes"}, entry.key.size()));
    } else if (!is_id(entry.key)) {
      reader.fault(entry.place,
                   {"由字母、数字、汉字、_ 或 - 组成且不以 - 开头的键名",
                    "a key of letters, digits, '_' and '-', not beginning with '-'"},
                   say({"'{}'", "'{}'"}, document::shortened(entry.key)));
    }
  }
  if (ids.size() < least || ids.size() > most_named) {
    reader.fault(
        node.place, say({"{} 到 {} 项", "{} to {} entries"}, least, most_named), say({"{} 项", "{}"}, ids.size()));
    ids.clear();
  }
  return ids;
}

}  // namespace shanhai::input
