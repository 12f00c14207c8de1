#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/field.hpp"
#include "core/say.hpp"
#include "input/names.hpp"
#include "input/numbers.hpp"
#include "input/reader.hpp"
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
inline void leave_out(const Reader& reader, PartyRef& out) {
  out.index = reader.first_host;
}

/// The keys of a struct.
template <Described T>
[[nodiscard]] std::vector<std::string_view> keys_of() {
  std::vector<std::string_view> keys;
  for_each_field<T>([&](const auto& field) { keys.push_back(field.key); });
  return keys;
}

/// Reports that a key must be given.
template <class Owner, class Value>
void report_missing(Reader& reader, Place place, const Field<Owner, Value>& field) {
  const std::string doc = field.doc.en == field.key ? "" : fmt::format(" ({})", field.doc.en);
  reader.missing(place,
                 {fmt::format("键 {}（{}）", field.key, field.doc.zh), fmt::format("the key {}{}", field.key, doc)});
}

template <class Owner, class Value>
void read_field(Reader& reader, const Node& node, const Field<Owner, Value>& field, bool misspelt, Owner& out) {
  if (const Node* value = node.find(field.key)) {
    const Reader::Scope scope(reader, field.key);
    read(reader, *value, out.*field.member, field.range);
  } else if (!field.required) {
    leave_out(reader, out.*field.member);
  } else if (!misspelt) {
    report_missing(reader, node.place, field);
  }
}

/// Exactly one of T::choice; `meant` are the keys that others were probably meant to be.
template <Choosing T>
void expect_choice(Reader& reader, const Node& node, const std::vector<std::string_view>& meant) {
  const auto among = [](std::string_view key) {
    return std::ranges::find(T::choice, key) != T::choice.end();
  };
  const auto given = std::ranges::count_if(T::choice, [&](std::string_view key) { return node.find(key) != nullptr; });
  if (given == 1 || (given == 0 && std::ranges::any_of(meant, among))) {
    return;
  }
  reader.fault(node.place,
               say({"{} 与 {} 中恰好一个", "exactly one of {} and {}"}, T::choice[0], T::choice[1]),
               given == 0 ? Text{"一个也没有", "neither"} : Text{"两个都有", "both"});
}

template <class T>
void read(Reader& reader, const Node& node, std::optional<T>& out, const Range& range) {
  read(reader, node, out.emplace(), range);
}

template <Worded T>
void read(Reader& reader, const Node& node, T& out, const Range& /*range*/) {
  const auto words = words_of(T{});
  const auto place = reader.name(node, {words.begin(), words.end()}, {"已知选项之一", "one of the known words"});
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
    const std::vector<std::string_view> meant = reader.expect_known_keys(node, keys_of<T>());
    for_each_field<T>([&](const auto& field) {
      read_field(reader, node, field, std::ranges::find(meant, field.key) != meant.end(), out);
    });
    if constexpr (Choosing<T>) {
      expect_choice<T>(reader, node, meant);
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
