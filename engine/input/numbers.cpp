#include "input/numbers.hpp"

#include <algorithm>

#include "input/laws.hpp"
#include "input/number_text.hpp"
#include "input/say.hpp"

namespace shanhai::input {
namespace {

constexpr std::size_t longest_list = 201;  // the longest horizon, t = 0 included

std::optional<double> number(Reader& reader, const Node& node, const Range& range) {
  if (node.kind != Node::Kind::scalar || node.quoted) {
    reader.fault(node, describe(range));
    return std::nullopt;
  }
  const Reading<double> reading = to_number(node.text);
  if (!reading.value || !range.holds(*reading.value)) {
    reader.fault(node, describe(range), reading.reason);
    return std::nullopt;
  }
  return reading.value;
}

std::optional<std::int64_t> whole(Reader& reader, const Node& node, const Range& range) {
  const Text allowed = describe(range);
  const Text wanted{"整数（" + allowed.zh + "）", "a whole number, " + allowed.en};
  if (node.kind != Node::Kind::scalar || node.quoted) {
    reader.fault(node, wanted);
    return std::nullopt;
  }
  const Reading<std::int64_t> reading = to_integer(node.text);
  if (!reading.value || !range.holds(static_cast<double>(*reading.value))) {
    reader.fault(node, wanted, reading.reason);
    return std::nullopt;
  }
  return reading.value;
}

void uncertain(Reader& reader, const Node& node, Number& out, const Range& range) {
  const std::optional<Law> law = to_law(reader, node);
  if (!law) {
    return;
  }
  if (!stays_within(*law, range)) {
    const Interval values = support(*law);
    const Text allowed = describe(range);
    reader.fault(node.place, {"取值都是" + allowed.zh + "的分布", "a distribution of which every value is " + allowed.en},
                 say({"取值 {:g} 到 {:g}", "values from {:g} to {:g}"}, values.low, values.high));
    return;
  }
  out = Number(mean(*law), reader.uncertain_number(reader.path(), *law));
}

}  // namespace

void read(Reader& reader, const Node& node, bool& out, const Range& /*range*/) {
  if (node.kind == Node::Kind::scalar && !node.quoted && (node.text == "true" || node.text == "false")) {
    out = node.text == "true";
  } else {
    reader.fault(node, {"true 或 false", "true or false"});
  }
}

void read(Reader& reader, const Node& node, int& out, const Range& range) {
  reader.number_read();
  if (const auto value = whole(reader, node, range)) {
    out = static_cast<int>(*value);
  }
}

void read(Reader& reader, const Node& node, std::uint64_t& out, const Range& /*range*/) {
  if (const auto value = whole(reader, node, {0, 9e18})) {
    out = static_cast<std::uint64_t>(*value);
  }
}

void read(Reader& reader, const Node& node, double& out, const Range& range) {
  reader.number_read();
  if (node.kind == Node::Kind::map) {
    reader.fault(node, {"签约时已知的数，不能是分布", "a number known beforehand, which cannot be a distribution"});
  } else if (const auto value = number(reader, node, range)) {
    out = *value;
  }
}

void read(Reader& reader, const Node& node, Number& out, const Range& range) {
  reader.number_read();
  if (node.kind == Node::Kind::map) {
    uncertain(reader, node, out, range);
  } else if (const auto value = number(reader, node, range)) {
    out = Number{*value};
  }
}

void read(Reader& reader, const Node& node, std::vector<Number>& out, const Range& range) {
  std::vector<Number> values;
  if (node.kind != Node::Kind::list) {
    read(reader, node, values.emplace_back(), range);
  } else if (!reader.expect_list(node)) {
    return;
  } else if (node.items.size() > longest_list) {
    reader.fault(node.place, say({"至多 {} 项", "at most {} items"}, longest_list),
                 say({"{} 项", "{} items"}, node.items.size()));
    return;
  }
  for (const Node& item : node.items) {
    const Reader::Scope scope(reader, values.size());
    read(reader, item, values.emplace_back(), range);
  }
  out = std::move(values);
}

void read(Reader& reader, const Node& node, Levels& out, const Range& range) { read(reader, node, out.values, range); }

void read(Reader& reader, const Node& node, Payments& out, const Range& range) {
  read(reader, node, out.values, range);
}

void read(Reader& reader, const Node& node, std::vector<double>& out, const Range& range) {
  if (!reader.expect_list(node)) {
    return;
  }
  std::vector<double> values;
  for (const Node& item : node.items) {
    const Reader::Scope scope(reader, values.size());
    read(reader, item, values.emplace_back(), range);
    if (values.size() > 1 && values.back() <= values[values.size() - 2]) {
      reader.fault(item, {"比前一项大的数", "a number above the one before"});
    }
  }
  out = std::move(values);
}

std::optional<YearRange> to_years(std::string_view text) {
  const std::size_t dash = text.find('-');
  const auto first = to_integer(text.substr(0, dash)).value;
  if (!first || *first < 1 || *first > 200) {
    return std::nullopt;
  }
  YearRange years{static_cast<int>(*first), static_cast<int>(*first)};
  if (dash != std::string_view::npos) {
    const std::string_view rest = text.substr(dash + 1);
    const auto last = to_integer(rest).value;
    if (!rest.empty() && (!last || *last < *first || *last > 200)) {
      return std::nullopt;
    }
    years.last = rest.empty() ? YearRange::forever : static_cast<int>(*last);
  }
  return years;
}

void read(Reader& reader, const Node& node, YearRange& out, const Range& /*range*/) {
  const auto years = node.kind == Node::Kind::scalar ? to_years(node.text) : std::nullopt;
  if (years) {
    out = *years;
  } else {
    reader.fault(node, {"年份，如 3、1-5 或 11-", "years such as 3, 1-5 or 11-"});
  }
}

}  // namespace shanhai::input
