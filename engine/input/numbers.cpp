#include "input/numbers.hpp"

#include <algorithm>
#include <cmath>

#include "core/say.hpp"
#include "input/laws.hpp"
#include "input/number_text.hpp"

namespace shanhai::input {
namespace {

// What a planner who wrote something else than a plain number may have meant.
Text help_for(const Node& node) {
  switch (node.kind) {
    case Node::Kind::list:
      return {"此处只能写一个数，不能按年列出", "one number is meant here, not a list by year"};
    case Node::Kind::map:
      return {"此数须为确知的数，不能是分布", "this number must be known, it cannot be a distribution"};
    case Node::Kind::scalar:
      break;
  }
  return node.quoted ? Text{"数字不加引号", "write numbers without quotes"} : Text{};
}

// Help for a number outside a range: perhaps a percentage without its sign, perhaps more than any budget.
Text help_for(std::string_view text, double value, const Range& range) {
  if (std::abs(value) > range::most) {
    return say({"最大可到 {:g}", "numbers go up to {:g}"}, range::most);
  }
  const bool share = range.high <= 1 && value > (range.low < 0 ? 2 : 1);
  if (share && value <= 100 && !text.ends_with('%')) {
    return say({"百分之 {0} 写作 {0}%", "{0} per cent is written {0}%"}, text);
  }
  return {};
}

std::optional<std::int64_t> whole(Reader& reader, const Node& node, const Range& range) {
  if (node.kind != Node::Kind::scalar || node.quoted) {
    reader.fault(node, describe_whole(range), help_for(node));
    return std::nullopt;
  }
  const Reading<std::int64_t> reading = to_integer(node.text);
  if (!reading.value || !range.holds(static_cast<double>(*reading.value))) {
    reader.fault(node, describe_whole(range), reading.reason);
    return std::nullopt;
  }
  return reading.value;
}

// Whether an item of a list stands right behind the comma of the one before.
bool follows(const Node& before, const Node& item) {
  return item.place.line == before.place.line && item.place.column == before.place.column + before.text.size() + 1;
}

// What a law can give, in words for "found".
Text describe(const Interval& values) {
  if (std::isinf(values.high)) {
    return say({"取值从 {:g} 起没有上限", "values from {:g} without an upper limit"}, values.low);
  }
  return say({"取值 {:.10g} 到 {:.10g}", "values from {:.10g} to {:.10g}"}, values.low, values.high);
}

void uncertain(Reader& reader, const Node& node, Number& out, const Range& range) {
  const std::optional<Law> law = to_law(reader, node);
  if (!law) {
    return;
  }
  if (!stays_within(*law, range)) {
    const Text allowed = input::describe(range);
    const Text help{"正态分布按均值 ± 6 倍标准差计", "a normal law counts as reaching 6 sd from its mean"};
    reader.fault(
        node.place,
        {"取值都是" + after_chinese(allowed.zh) + "的分布", "a distribution of which every value is " + allowed.en},
        describe(support(*law)),
        std::holds_alternative<Normal>(*law) ? help : Text{});
    return;
  }
  out = Number(mean(*law), reader.uncertain_number(reader.path(), *law));
}

// Whether a number stands right behind another's comma, as the three digits behind a thousand do.
bool looks_like_thousands(const Node& before, const Node& item) {
  const auto is_digits = [](const Node& node) {
    return node.kind == Node::Kind::scalar && !node.quoted && !node.text.empty() &&
           std::ranges::all_of(node.text, [](char c) { return c >= '0' && c <= '9'; });
  };
  return is_digits(before) && is_digits(item) && before.text.size() <= 3 && item.text.size() == 3 &&
         follows(before, item);
}

// [1,500, 2000] are three numbers to YAML and two to the planner. A list whose commas are all tight is meant as it is.
void refuse_thousands(Reader& reader, const Node& list) {
  const std::vector<Node>& items = list.items;
  for (std::size_t i = 1; i < items.size(); ++i) {
    const bool spaced =
        (i + 1 < items.size() && !follows(items[i], items[i + 1])) || (i > 1 && !follows(items[i - 2], items[i - 1]));
    if (spaced && looks_like_thousands(items[i - 1], items[i])) {
      const std::string& thousands = items[i - 1].text;
      const std::string& rest = items[i].text;
      reader.fault(items[i - 1].place,
                   {"逗号后有空格的列表", "a list with a blank behind each comma"},
                   say({"'{},{}'", "'{},{}'"}, thousands, rest),
                   say({"千位不加逗号，写作 {}{}", "write {}{}, with no comma between thousands"}, thousands, rest));
    }
  }
}

}  // namespace

std::optional<double> to_known(Reader& reader, const Node& node, const Range& range) {
  if (node.kind != Node::Kind::scalar || node.quoted) {
    reader.fault(node, input::describe(range), help_for(node));
    return std::nullopt;
  }
  const Reading<double> reading = to_number(node.text);
  if (!reading.value || !range.holds(*reading.value)) {
    reader.fault(
        node, input::describe(range), reading.value ? help_for(node.text, *reading.value, range) : reading.reason);
    return std::nullopt;
  }
  return reading.value;
}

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
  if (const auto value = whole(reader, node, seed_range)) {
    out = static_cast<std::uint64_t>(*value);
  }
}

void read(Reader& reader, const Node& node, double& out, const Range& range) {
  reader.number_read();
  out = to_known(reader, node, range).value_or(out);
}

void read(Reader& reader, const Node& node, Number& out, const Range& range) {
  reader.number_read();
  if (node.kind == Node::Kind::map) {
    uncertain(reader, node, out, range);
  } else if (const auto value = to_known(reader, node, range)) {
    out = Number{*value};
  }
}

void read(Reader& reader, const Node& node, std::vector<Number>& out, const Range& range) {
  std::vector<Number> values;
  if (node.kind != Node::Kind::list) {
    read(reader, node, values.emplace_back(), range);
  } else if (!reader.expect_list(node)) {
    return;
  }
  for (const Node& item : node.items) {
    const Reader::Scope scope(reader, values.size());
    read(reader, item, values.emplace_back(), range);
  }
  refuse_thousands(reader, node);
  out = std::move(values);
}

void read(Reader& reader, const Node& node, Levels& out, const Range& range) {
  read(reader, node, out.values, range);
}

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
    reader.number_read();
    const double before = values.empty() ? range.low : values.back();
    const auto value = to_known(reader, item, range);
    if (value && !values.empty() && *value <= before) {
      reader.fault(item, {"比前一项大的数", "a number above the one before"});
    }
    values.push_back(value.value_or(before));
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
