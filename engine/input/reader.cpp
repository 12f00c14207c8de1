#include "input/reader.hpp"

#include <algorithm>

#include "core/say.hpp"
#include "document/limits.hpp"
#include "document/suggest.hpp"
#include "document/utf8.hpp"

namespace shanhai::input {
namespace {

// The items of a list count as one number: `a.b[3]` is part of `a.b`.
std::string without_last_item(const std::string& path) {
  return path.ends_with(']') ? path.substr(0, path.rfind('[')) : path;
}

// A short list as it was written, in one spelling.
std::string spelled(const Node& list) {
  std::vector<std::string_view> items;
  std::ranges::transform(
      list.items, std::back_inserter(items), [](const Node& item) { return std::string_view(item.text); });
  return fmt::format("[{}]", fmt::join(items, ", "));
}

Text describe_list(const Node& list) {
  if (list.items.empty()) {
    return {"空列表", "an empty list"};
  }
  constexpr std::size_t few = 4;
  const auto is_short = [](const Node& item) {
    return item.kind == Node::Kind::scalar && item.text.size() < 20;
  };
  if (list.items.size() <= few && std::ranges::all_of(list.items, is_short)) {
    return {spelled(list), spelled(list)};
  }
  return {"列表", "a list"};
}

Text in_words(const Range& range, Words number) {
  const auto with = [&](Words pattern) {
    return Text{fmt::format(fmt::runtime(pattern.zh), number.zh, range.low, range.high),
                fmt::format(fmt::runtime(pattern.en), number.en, range.low, range.high)};
  };
  const bool from = range.low > -range::most;
  const bool to = range.high < range::most;
  if (range.low == range.high) {
    return say({"{:g}", "{:g}"}, range.low);
  }
  if (from && to && range.low_open) {
    return with({"大于 {1:g}、不超过 {2:g} 的{0}", "{0} above {1:g} and up to {2:g}"});
  }
  if (from && to) {
    return with({"{1:g} 到 {2:g} 之间的{0}", "{0} from {1:g} to {2:g}"});
  }
  if (from && range.low_open) {
    return with({"大于 {1:g} 的{0}", "{0} above {1:g}"});
  }
  if (from) {
    return with({"不小于 {1:g} 的{0}", "{0} of at least {1:g}"});
  }
  return number.text();
}

}  // namespace

void Reader::fault(Place place, const Text& expected, const Text& found, const Text& help) {
  const Text message{"应为" + after_chinese(expected.zh) + "，实际为" + after_chinese(found.zh),
                     "expected " + expected.en + ", found " + found.en};
  diagnostics.push_back({place, path_, message, help});
}

void Reader::fault(const Node& node, const Text& expected, const Text& help) {
  fault(node.place, expected, describe(node), help);
}

void Reader::missing(Place place, const Text& expected) {
  diagnostics.push_back(
      {place,
       path_,
       {"应有" + after_chinese(expected.zh) + "，实际没有", "expected " + expected.en + ", found none"},
       {}});
}

std::string_view Reader::unknown(Place place,
                                 const Text& expected,
                                 std::string_view found,
                                 const std::vector<std::string_view>& known) {
  const bool shown = diagnostics.size() < document::most_diagnostics;
  const Text help = shown ? document::suggest(found, known) : Text{};
  fault(place, expected, say({"'{}'", "'{}'"}, document::shortened(found)), help);
  return shown ? document::nearest(found, known) : std::string_view{};
}

std::vector<std::string_view> Reader::expect_known_keys(const Node& node, const std::vector<std::string_view>& known) {
  std::vector<std::string_view> meant;
  for (const Node::Entry& entry : node.entries) {
    if (std::ranges::find(known, entry.key) == known.end()) {
      meant.push_back(unknown(entry.place, {"此处可用的键", "a key known here"}, entry.key, known));
    }
  }
  return meant;
}

bool Reader::expect_map(const Node& node) {
  if (node.kind != Node::Kind::map) {
    fault(node, {"键值对", "a map of keys"});
  }
  return node.kind == Node::Kind::map;
}

bool Reader::expect_list(const Node& node, std::size_t least, std::size_t most) {
  if (node.kind != Node::Kind::list || node.items.size() < least) {
    fault(node, least > 0 ? Text{"至少一项的列表", "a list of at least one item"} : Text{"列表", "a list"});
    return false;
  }
  if (node.items.size() > most) {
    fault(node.place,
          say({"至多 {} 项的列表", "a list of at most {} items"}, most),
          say({"{} 项", "{} items"}, node.items.size()));
    return false;
  }
  return true;
}

void Reader::number_read() {
  std::string path = without_last_item(path_);
  if (seen_numbers_.insert(path).second) {
    numbers.push_back(std::move(path));
  }
}

std::size_t Reader::uncertain_number(std::string name, Law law) {
  for (std::size_t place = 0; place < uncertain.size(); ++place) {
    if (uncertain[place].name == name && uncertain[place].law == law) {
      return place;
    }
  }
  uncertain.push_back({std::move(name), std::move(law)});
  return uncertain.size() - 1;
}

std::size_t Reader::rename_last(std::string name) {
  Law law = std::move(uncertain.back().law);
  uncertain.pop_back();
  return uncertain_number(std::move(name), std::move(law));
}

std::optional<std::size_t> Reader::name(const Node& node, const std::vector<std::string>& names, Words what) {
  const auto place = std::ranges::find(names, node.text);
  if (node.kind == Node::Kind::scalar && place != names.end()) {
    return static_cast<std::size_t>(place - names.begin());
  }
  if (node.kind == Node::Kind::scalar) {
    unknown(node.place, what.text(), node.text, {names.begin(), names.end()});
  } else {
    fault(node, what.text());
  }
  return std::nullopt;
}

Text describe(const Node& node) {
  switch (node.kind) {
    case Node::Kind::list:
      return describe_list(node);
    case Node::Kind::map:
      return node.entries.empty() ? Text{"空的键值对", "an empty map"} : Text{"键值对", "a map of keys"};
    case Node::Kind::scalar:
      break;
  }
  const std::string text = document::shortened(node.text);
  return node.quoted ? say({"文字 '{}'", "the text '{}'"}, text) : say({"'{}'", "'{}'"}, text);
}

Text describe(const Range& range) {
  return in_words(range, {"数", "a number"});
}

Text describe_whole(const Range& range) {
  return in_words(range, {"整数", "a whole number"});
}

}  // namespace shanhai::input
