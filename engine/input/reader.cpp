#include "input/reader.hpp"

#include <algorithm>

#include "input/say.hpp"
#include "input/suggest.hpp"

namespace shanhai::input {
namespace {

// The items of a list count as one number: `a.b[3]` is part of `a.b`.
std::string without_last_item(const std::string& path) {
  return path.ends_with(']') ? path.substr(0, path.rfind('[')) : path;
}

bool same(const Law& a, const Law& b) {
  return a.index() == b.index() && mean(a) == mean(b) && support(a).low == support(b).low &&
         support(a).high == support(b).high;
}

}  // namespace

void Reader::fault(Place place, const Text& expected, const Text& found, const Text& help) {
  const Text message{"应为" + expected.zh + "，实际为" + found.zh, "expected " + expected.en + ", found " + found.en};
  diagnostics.push_back({place, path_, message, help});
}

void Reader::fault(const Node& node, const Text& expected, const Text& help) {
  fault(node.place, expected, describe(node), help);
}

void Reader::unknown(Place place, const Text& expected, std::string_view found,
                     const std::vector<std::string_view>& known) {
  fault(place, expected, say({"“{}”", "'{}'"}, found), suggest(found, known));
}

bool Reader::expect_map(const Node& node) {
  if (node.kind != Node::Kind::map) {
    fault(node, {"由键组成的表", "a map of keys"});
  }
  return node.kind == Node::Kind::map;
}

bool Reader::expect_list(const Node& node, std::size_t least) {
  const bool good = node.kind == Node::Kind::list && node.items.size() >= least;
  if (!good) {
    fault(node, least > 0 ? Text{"至少一项的列表", "a list of at least one item"} : Text{"列表", "a list"});
  }
  return good;
}

void Reader::number_read() {
  std::string path = without_last_item(path_);
  if (seen_numbers_.insert(path).second) {
    numbers.push_back(std::move(path));
  }
}

std::size_t Reader::uncertain_number(std::string name, Law law) {
  for (std::size_t place = 0; place < uncertain.size(); ++place) {
    if (uncertain[place].name == name && same(uncertain[place].law, law)) {
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
      return {"列表", "a list"};
    case Node::Kind::map:
      return {"由键组成的表", "a map of keys"};
    case Node::Kind::scalar:
      break;
  }
  return node.quoted ? say({"文字“{}”", "the text '{}'"}, node.text) : say({"“{}”", "'{}'"}, node.text);
}

Text describe(const Range& range) {
  const bool from = range.low > -range::most;
  const bool to = range.high < range::most;
  if (from && to && range.low_open) {
    return say({"大于 {0:g}、不超过 {1:g} 的数", "a number above {0:g} and up to {1:g}"}, range.low, range.high);
  }
  if (from && to) {
    return say({"{0:g} 到 {1:g} 之间的数", "a number from {0:g} to {1:g}"}, range.low, range.high);
  }
  if (from && range.low_open) {
    return say({"大于 {:g} 的数", "a number above {:g}"}, range.low);
  }
  if (from) {
    return say({"不小于 {:g} 的数", "a number of at least {:g}"}, range.low);
  }
  return {"数", "a number"};
}

}  // namespace shanhai::input
