#include "input/revenue.hpp"

#include <algorithm>

#include "core/say.hpp"
#include "input/described.hpp"
#include "input/laws.hpp"
#include "input/names.hpp"
#include "input/numbers.hpp"

namespace shanhai::input {
namespace {

using economy::Base;
using economy::Park;
using economy::Tax;

// The keys of a map, for references to it that stand before it; a node that is not a map is reported where it is read.
std::vector<std::string> keys(const Node* node) {
  std::vector<std::string> result;
  if (node != nullptr) {
    std::ranges::transform(node->entries, std::back_inserter(result), &Node::Entry::key);
  }
  return result;
}

void read_table(Reader& reader, const Node& node, economy::Table& out) {
  for (const std::string& id : read_ids(reader, node, 1)) {
    const Reader::Scope scope(reader, id);
    economy::Table::Stream& stream = out.streams.emplace_back();
    stream.id = id;
    read(reader, *node.find(id), stream.revenue, range::amount);
  }
}

void judge_correlation(Reader& reader, const Node& node, const Park& park) {
  const Node* where = node.find("correlation");
  if (where == nullptr || park.correlation.empty()) {
    return;
  }
  const double least = economy::smallest_eigenvalue(park.sectors.size() + 1, park.correlation);
  if (!(least > 1e-9)) {
    const Reader::Scope scope(reader, "correlation");
    reader.fault(where->place,
                 {"正定的相关矩阵", "a positive definite correlation matrix"},
                 say({"最小特征值 {:.4g}", "a smallest eigenvalue of {:.4g}"}, least),
                 {"请减小相关系数", "make the correlations smaller"});
  }
}

double most(const Reader& reader, const Number& number) {
  return number.is_known() ? number.value : support(reader.uncertain[number.draw].law).high;
}

// What is taken above must leave something that is not negative.
void judge_levels(Reader& reader, const Node& node, const Tax& tax) {
  const std::size_t years = std::max(tax.central.values.size(), tax.province.values.size());
  for (int year = 1; year <= static_cast<int>(years); ++year) {
    const double taken = most(reader, tax.central.in(year)) + most(reader, tax.province.in(year));
    if (taken > 1 + 1e-9) {
      const Text sum = say({"第 {} 年合计 {:.10g}", "a sum of {1:.10g} in year {0}"}, year, taken);
      reader.fault(node.place,
                   {"合计不超过 1 的 central 与 province", "central and province that sum to at most 1"},
                   years > 1 ? sum : say({"合计 {:.10g}", "a sum of {:.10g}"}, taken));
      return;
    }
  }
}

void judge_holiday(Reader& reader, const Node& node, const Tax& tax) {
  if (tax.holiday && !economy::is_flow(tax.base.base)) {
    const Node& base = *node.find("base");
    const Reader::Scope scope(reader, "base");
    reader.fault(base,
                 {"output、value_added、wages 或 profit（有 holiday 时）",
                  "output, value_added, wages or profit, as there is a holiday"});
  }
}

// The taxes that refer to each other in a circle, from one of those that cannot be levied.
std::vector<std::size_t> circle(const std::vector<Tax>& taxes, std::size_t tax) {
  std::vector<std::size_t> seen;
  while (std::ranges::find(seen, tax) == seen.end()) {
    seen.push_back(tax);
    tax = taxes[tax].base.tax.index;
  }
  seen.erase(seen.begin(), std::ranges::find(seen, tax));
  seen.push_back(tax);
  return seen;
}

void judge_circles(Reader& reader, const Node& node, const std::vector<Tax>& taxes) {
  const std::vector<std::size_t> order = economy::levy_order(taxes);
  for (std::size_t tax = 0; tax < taxes.size(); ++tax) {
    if (std::ranges::find(order, tax) != order.end()) {
      continue;
    }
    std::vector<std::string_view> ids;
    for (const std::size_t one : circle(taxes, tax)) {
      ids.push_back(taxes[one].id);
    }
    const Reader::Scope scope(reader, ids.front());
    reader.fault(node.find(ids.front())->find("base")->place,
                 {"互不循环引用的税种", "taxes that do not refer to each other in a circle"},
                 say({"{}", "{}"}, fmt::join(ids, " → ")));
    return;
  }
}

void judge_taxes(Reader& reader, const Node& node, const Park& park) {
  const Reader::Scope scope(reader, "taxes");
  for (const Tax& tax : park.taxes) {
    const Reader::Scope in_tax(reader, tax.id);
    judge_levels(reader, *node.find(tax.id), tax);
    judge_holiday(reader, *node.find(tax.id), tax);
  }
  judge_circles(reader, node, park.taxes);
}

void read_park(Reader& reader, const Node& node, Park& park) {
  reader.sectors = keys(node.find("sectors"));
  reader.streams = keys(node.find("taxes"));
  const std::size_t faults = reader.diagnostics.size();
  read(reader, node, park, range::any);
  if (reader.diagnostics.size() == faults) {
    judge_correlation(reader, node, park);
    judge_taxes(reader, *node.find("taxes"), park);
  }
}

}  // namespace

void read(Reader& reader, const Node& node, economy::Source& out, const Range& range) {
  if (!reader.expect_map(node)) {
    return;
  }
  const Node* table = node.find("table");
  const Node* park = node.find("park");
  const Node* uncertainty = node.find("uncertainty");
  const std::vector<std::string_view> meant = reader.expect_known_keys(node, {"table", "park", "uncertainty"});
  if (table != nullptr && park != nullptr) {
    reader.fault(park->place, {"table 与 park 中恰好一个", "exactly one of table and park"}, {"两个都有", "both"});
    return;
  }
  if (table == nullptr && park == nullptr) {
    if (meant.empty()) {
      reader.missing(node.place, {"table 或 park", "table or park"});
    }
    return;
  }
  if (park != nullptr && uncertainty != nullptr) {
    reader.fault(
        uncertainty->place, {"只与 table 同用的 uncertainty", "uncertainty only beside a table"}, {"park", "a park"});
  }
  if (park != nullptr) {
    const Reader::Scope scope(reader, "park");
    read_park(reader, *park, out.emplace<Park>());
    return;
  }
  reader.has_table = true;
  auto& forecast = out.emplace<economy::Forecast>();
  reader.streams = keys(table);
  {
    const Reader::Scope scope(reader, "table");
    read_table(reader, *table, forecast.table);
  }
  if (uncertainty != nullptr) {
    const Reader::Scope scope(reader, "uncertainty");
    read(reader, *uncertainty, forecast.uncertainty, range);
  }
}

void read(Reader& reader, const Node& node, economy::TaxBase& out, const Range& range) {
  const Text expected{"税基，如 profit，或 {tax: 税种}", "a base such as profit, or {tax: another tax}"};
  if (node.kind == Node::Kind::map && !node.entries.empty()) {
    reader.expect_known_keys(node, {"tax"});
    if (const Node* tax = node.find("tax")) {
      const Reader::Scope scope(reader, "tax");
      out.base = Base::tax;
      read(reader, *tax, out.tax, range);
    }
  } else if (node.kind == Node::Kind::scalar) {
    const auto words = words_of(Base{});
    const auto place = reader.name(node, {words.begin(), words.end()}, {expected.zh, expected.en});
    out.base = place ? static_cast<Base>(*place) : out.base;
  } else {
    reader.fault(node, expected);
  }
}

void read(Reader& reader, const Node& node, economy::SectorRates& out, const Range& range) {
  if (node.kind != Node::Kind::map || looks_uncertain(node)) {
    read(reader, node, out.by_sector.emplace_back(), range);
    return;
  }
  std::vector<std::string_view> known(reader.sectors.begin(), reader.sectors.end());
  known.emplace_back("otherwise");
  const std::vector<std::string_view> meant = reader.expect_known_keys(node, known);
  std::vector<std::string_view> without;
  for (const std::string& sector : reader.sectors) {
    const bool named = node.find(sector) != nullptr;
    const std::string_view key = named ? std::string_view(sector) : "otherwise";
    Levels& rate = out.by_sector.emplace_back(Number{0});
    const Node* value = node.find(key);
    if (value == nullptr) {
      without.push_back(sector);
      continue;
    }
    const Reader::Scope scope(reader, key);
    read(reader, *value, rate, range);
  }
  if (!without.empty() && meant.empty()) {
    reader.missing(node.place,
                   say({"行业 {} 的税率，或 otherwise", "rates for {}, or otherwise"}, fmt::join(without, ", ")));
  }
}

void read(Reader& reader, const Node& node, std::vector<economy::Correlation>& out, const Range& /*range*/) {
  std::vector<std::string> factors{"macro"};
  factors.insert(factors.end(), reader.sectors.begin(), reader.sectors.end());
  if (!reader.expect_list(node, 1, factors.size() * factors.size())) {
    return;
  }
  for (std::size_t place = 0; place < node.items.size(); ++place) {
    const Node& item = node.items[place];
    const Reader::Scope scope(reader, place);
    if (item.kind != Node::Kind::list || item.items.size() != 3) {
      reader.fault(item, {"[因子, 因子, 相关系数]", "[factor, factor, correlation]"});
      continue;
    }
    constexpr Words a_factor{"macro 或一个行业的键名", "macro or the key of a sector"};
    const auto a = reader.name(item.items[0], factors, a_factor);
    const auto b = reader.name(item.items[1], factors, a_factor);
    economy::Correlation& pair = out.emplace_back();
    read(reader, item.items[2], pair.value, range::correlation);
    const auto same = [&](const economy::Correlation& other) {
      return (other.a == *a && other.b == *b) || (other.a == *b && other.b == *a);
    };
    if (a && b && (a == b || std::any_of(out.begin(), out.end() - 1, same))) {
      reader.fault(item, {"两个不同且未列过的因子", "two different factors not listed yet"});
    } else if (a && b) {
      pair.a = *a;
      pair.b = *b;
    }
  }
}

}  // namespace shanhai::input
