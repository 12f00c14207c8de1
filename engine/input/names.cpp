#include "input/names.hpp"

#include <algorithm>
#include <array>

#include "core/width.hpp"
#include "input/say.hpp"

namespace shanhai::input {
namespace {

constexpr Words a_party{"一个合作方的键名", "the key of a party"};
constexpr Words a_stream{"一个税种的键名", "the key of a stream of revenue"};
constexpr Words a_sector{"一个行业的键名", "the key of a sector"};

constexpr std::array<std::string_view, 5> reserved{"rest", "external", "otherwise", "full", "costs"};
constexpr std::size_t longest_id = 80;

bool plain(std::string_view character) {
  const char letter = character.front();
  const bool ascii_word = (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
                          (letter >= 'A' && letter <= 'Z') || letter == '_' || letter == '-';
  return ascii_word || (character.size() > 1 && display_width(character) > 0);
}

bool is_id(std::string_view key) {
  bool all_plain = !key.empty() && key.size() <= longest_id && key.front() != '-';
  for_each_character(key, [&](const Character& /*code*/, std::string_view bytes) { all_plain = all_plain && plain(bytes); });
  return all_plain && std::ranges::find(reserved, key) == reserved.end();
}

template <class Reference>
void read_all(Reader& reader, const Node& node, std::vector<Reference>& out) {
  if (!reader.expect_list(node)) {
    return;
  }
  std::vector<Reference> found;
  for (const Node& item : node.items) {
    const Reader::Scope scope(reader, found.size());
    read(reader, item, found.emplace_back(), range::any);
    if (std::ranges::count(found, found.back()) > 1) {
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
    reader.fault(node, {"文字", "text"});
  }
}

void read(Reader& reader, const Node& node, Text& out, const Range& range) {
  const Text expected{"文字，或 {zh: 中文, en: English}", "text, or {zh: 中文, en: English}"};
  if (node.kind == Node::Kind::scalar) {
    std::string text;
    read(reader, node, text, range);
    out = {text, text};
    return;
  }
  const Node* zh = node.find("zh");
  const Node* en = node.find("en");
  if (node.kind != Node::Kind::map || node.entries.size() != 2 || zh == nullptr || en == nullptr) {
    reader.fault(node, expected);
    return;
  }
  read(reader, *zh, out.zh, range);
  read(reader, *en, out.en, range);
}

void read(Reader& reader, const Node& node, PartyRef& out, const Range& /*range*/) {
  if (const auto place = reader.name(node, reader.parties, a_party)) {
    out.index = *place;
  }
}

void read(Reader& reader, const Node& node, StreamRef& out, const Range& /*range*/) {
  if (const auto place = reader.name(node, reader.streams, a_stream)) {
    out.index = *place;
  }
}

void read(Reader& reader, const Node& node, SectorRef& out, const Range& /*range*/) {
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
    if (!is_id(entry.key)) {
      reader.fault(entry.place,
                   {"由字母、数字、汉字、- 或 _ 组成的键名（rest、external 等除外）",
                    "a key of letters, digits, '-' and '_' (not rest, external, otherwise, full or costs)"},
                   say({"“{}”", "'{}'"}, entry.key));
    }
  }
  if (ids.size() < least || ids.size() > most_named) {
    reader.fault(node.place, say({"{} 到 {} 项", "{} to {} entries"}, least, most_named),
                 say({"{} 项", "{}"}, ids.size()));
    ids.resize(std::min(ids.size(), most_named));
  }
  return ids;
}

}  // namespace shanhai::input
