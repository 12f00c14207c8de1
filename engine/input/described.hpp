#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/field.hpp"
#include "input/names.hpp"
#include "input/numbers.hpp"
#include "input/reader.hpp"
#include "input/say.hpp"
#include "input/shares.hpp"

namespace shanhai::input {

/// A thing that is referred to by its key in a map.
template <class T>
concept Named = Described<T> && requires(T thing) {
  thing.id = std::string();
  thing.name = Text();
};

template <class T>
void read(Reader& reader, const Node& node, std::optional<T>& out, const Range& range);
template <Worded T>
void read(Reader& reader, const Node& node, T& out, const Range& range);
template <Described T>
void read(Reader& reader, const Node& node, T& out, const Range& range);
template <Described T>
void read(Reader& reader, const Node& node, std::vector<T>& out, const Range& range);
template <Named T>
void read(Reader& reader, const Node& node, std::vector<T>& out, const Range& range);

/// What a member that may be left out is then.
template <class T>
void leave_out(const Reader& /*reader*/, T& /*out*/) {}

/// A party that may be left out is the first host.
inline void leave_out(const Reader& reader, PartyRef& out) { out.index = reader.first_host; }

/// The keys of a struct.
template <Described T>
[[nodiscard]] std::vector<std::string_view> keys_of() {
  std::vector<std::string_view> keys;
  for_each_field<T>([&](const auto& field) { keys.push_back(field.key); });
  return keys;
}

/// Reports the keys of a map that are not among the known ones.
inline void expect_known_keys(Reader& reader, const Node& node, const std::vector<std::string_view>& known) {
  for (const Node::Entry& entry : node.entries) {
    if (std::ranges::find(known, entry.key) == known.end()) {
      reader.unknown(entry.place, {"此处已知的键", "a key known here"}, entry.key, known);
    }
  }
}

template <class Owner, class Value>
void read_field(Reader& reader, const Node& node, const Field<Owner, Value>& field, Owner& out) {
  if (const Node* value = node.find(field.key)) {
    const Reader::Scope scope(reader, field.key);
    read(reader, *value, out.*field.member, field.range);
  } else if (field.required) {
    const Text key{fmt::format("键 {}（{}）", field.key, field.doc.zh), fmt::format("the key {} ({})", field.key, field.doc.en)};
    reader.fault(node.place, key, {"没有", "none"});
  } else {
    leave_out(reader, out.*field.member);
  }
}

/// Exactly one of T::choice.
template <Choosing T>
void expect_choice(Reader& reader, const Node& node) {
  const auto given = std::ranges::count_if(T::choice, [&](std::string_view key) { return node.find(key) != nullptr; });
  if (given != 1) {
    reader.fault(node.place, say({"{} 与 {} 中恰好一个", "exactly one of {} and {}"}, T::choice[0], T::choice[1]),
                 say({"{} 个", "{}"}, given));
  }
}

template <class T>
void read(Reader& reader, const Node& node, std::optional<T>& out, const Range& range) {
  read(reader, node, out.emplace(), range);
}

template <Worded T>
void read(Reader& reader, const Node& node, T& out, const Range& /*range*/) {
  const auto words = words_of(T{});
  const auto place = reader.name(node, {words.begin(), words.end()}, {"已知的选项", "one of the known words"});
  if (place) {
    out = static_cast<T>(*place);
  }
}

template <Described T>
void read(Reader& reader, const Node& node, T& out, const Range& /*range*/) {
  constexpr auto fields = T::fields();
  constexpr bool keyless = std::get<0>(fields).key.empty();
  if constexpr (keyless) {
    read(reader, node, out.*(std::get<0>(fields).member), std::get<0>(fields).range);
  } else if (reader.expect_map(node)) {
    expect_known_keys(reader, node, keys_of<T>());
    for_each_field<T>([&](const auto& field) { read_field(reader, node, field, out); });
    if constexpr (Choosing<T>) {
      expect_choice<T>(reader, node);
    }
  }
}

/// A list of structs, which may be empty.
template <Described T>
void read(Reader& reader, const Node& node, std::vector<T>& out, const Range& range) {
  if (!reader.expect_list(node, 0)) {
    return;
  }
  for (const Node& item : node.items) {
    const Reader::Scope scope(reader, out.size());
    read(reader, item, out.emplace_back(), range);
  }
}

/// A map of structs by their ids.
template <Named T>
void read(Reader& reader, const Node& node, std::vector<T>& out, const Range& range) {
  for (const std::string& id : read_ids(reader, node, 1)) {
    const Reader::Scope scope(reader, id);
    T& thing = out.emplace_back();
    thing.id = id;
    thing.name = {id, id};
    read(reader, *node.find(id), thing, range);
  }
}

}  // namespace shanhai::input
