#include "input/revenue.hpp"

#include <algorithm>

#include "input/described.hpp"
#include "input/laws.hpp"
#include "input/names.hpp"
#include "input/numbers.hpp"
#include "input/say.hpp"

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
    reader.fault(where->place, {"正定的相关矩阵", "a positive definite correlation matrix"},
                 say({"最小特征值 {:.4g}", "a smallest eigenvalue of {:.4g}"}, least),
                 {"请减小相关系数", "make the correlations smaller"});
  }
}

// What is taken above must leave something that is not negative.
void judge_levels(Reader& reader, const Node& node, const Tax& tax) {
  const std::size_t years = std::max(tax.central.values.size(), tax.province.values.size());
  const auto most = [&](const Levels& levels, std::size_t year) {
    const Number& number = levels.in(static_cast<int>(year) + 1);
    return number.is_known() ? number.value : support(reader.uncertain[number.draw].law).high;
  };
  for (std::size_t year = 0; year < years; ++year) {
    const double taken = most(tax.central, year) + most(tax.province, year);
    if (taken > 1 + 1e-9) {
      reader.fault(node.place, {"合计不超过 1 的 central 与 province", "central and province that sum to at most 1"},
                   say({"第 {} 年合计 {:.6g}", "a sum of {1:.6g} in year {0}"}, year + 1, taken));
      return;
    }
  }
}

void judge_taxes(Reader& reader, const Node& node, const Park& park) {
  const Reader::Scope scope(reader, "taxes");
  const std::vector<std::size_t> order = economy::levy_order(park.taxes);
  for (std::size_t tax = 0; tax < park.taxes.size(); ++tax) {
    const Tax& spec = park.taxes[tax];
    const Reader::Scope in_tax(reader, spec.id);
    const Node& where = *node.find(spec.id);
    judge_levels(reader, where, spec);
    if (spec.holiday && !economy::is_flow(spec.base.base)) {
      reader.fault(where.place, {"减免所依的税基为 output、value_added、wages 或 profit", "a holiday on output, value_added, wages or profit"},
                   {"其他税基", "another base"});
    }
    if (std::ranges::find(order, tax) == order.end()) {
      reader.fault(where.place, {"不循环引用的税基", "taxes that do not refer to each other in a circle"},
                   say({"循环中的“{}”", "'{}' in a circle"}, spec.id));
    }
  }
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
  expect_known_keys(reader, node,
                    park != nullptr ? std::vector<std::string_view>{"park"}
                                    : std::vector<std::string_view>{"table", "uncertainty", "park"});
  if ((table != nullptr) == (park != nullptr)) {
    reader.fault(node.place, {"table 与 park 中恰好一个", "exactly one of table and park"},
                 table != nullptr ? Text{"两个都有", "both"} : Text{"没有", "none"});
    return;
  }
  if (park != nullptr) {
    const Reader::Scope scope(reader, "park");
    reader.has_park = true;
    read_park(reader, *park, out.emplace<Park>());
    return;
  }
  auto& forecast = out.emplace<economy::Forecast>();
  reader.streams = keys(table);
  {
    const Reader::Scope scope(reader, "table");
    read_table(reader, *table, forecast.table);
  }
  if (const Node* uncertainty = node.find("uncertainty")) {
    const Reader::Scope scope(reader, "uncertainty");
    read(reader, *uncertainty, forecast.uncertainty, range);
  }
}

void read(Reader& reader, const Node& node, economy::TaxBase& out, const Range& range) {
  const Text expected{"output、value_added、wages、profit、firms、land、land_sold 之一，或 {tax: 税种}",
                      "output, value_added, wages, profit, firms, land, land_sold, or {tax: another tax}"};
  if (node.kind == Node::Kind::map && node.entries.size() == 1 && node.entries[0].key == "tax") {
    const Reader::Scope scope(reader, "tax");
    out.base = Base::tax;
    read(reader, node.entries[0].value, out.tax, range);
  } else if (node.kind == Node::Kind::scalar) {
    const auto words = words_of(Base{});
    const auto place = reader.name(node, {words.begin(), words.end()}, {expected.zh, expected.en});
    out.base = place ? static_cast<Base>(*place) : out.base;
  } else {
    reader.fault(node, expected);
  }
}

void read(Reader& reader, const Node& node, economy::SectorRates& out, const Range& range) {
  const bool distribution = node.kind == Node::Kind::map && node.entries.size() == 1 &&
                            std::ranges::find(law_names, node.entries[0].key) != law_names.end();
  if (node.kind != Node::Kind::map || distribution) {
    read(reader, node, out.by_sector.emplace_back(), range);
    return;
  }
  std::vector<std::string_view> known(reader.sectors.begin(), reader.sectors.end());
  known.emplace_back("otherwise");
  expect_known_keys(reader, node, known);
  for (const std::string& sector : reader.sectors) {
    const bool named = node.find(sector) != nullptr;
    const std::string_view key = named ? std::string_view(sector) : "otherwise";
    Levels& rate = out.by_sector.emplace_back(Number{0});
    const Node* value = node.find(key);
    if (value == nullptr) {
      reader.fault(node.place, say({"行业 {} 的税率或 otherwise", "a rate for {} or otherwise"}, sector),
                   {"没有", "none"});
      continue;
    }
    const Reader::Scope scope(reader, key);
    read(reader, *value, rate, range);
  }
}

void read(Reader& reader, const Node& node, std::vector<economy::Correlation>& out, const Range& /*range*/) {
  std::vector<std::string> factors{"macro"};
  factors.insert(factors.end(), reader.sectors.begin(), reader.sectors.end());
  if (!reader.expect_list(node)) {
    return;
  }
  for (const Node& item : node.items) {
    const Reader::Scope scope(reader, out.size());
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
