#include "input/laws.hpp"

#include <algorithm>

#include "core/say.hpp"
#include "document/suggest.hpp"
#include "input/numbers.hpp"

namespace shanhai::input {
namespace {

// The parameters of a distribution are parts of one number, so they are not noted one by one.
std::optional<double> parameter(Reader& reader, const Node& node, const Range& range = range::money) {
  return to_known(reader, node, range);
}

// `count` numbers in rising order.
std::optional<std::vector<double>> rising(Reader& reader, const Node& node, std::size_t count) {
  std::vector<double> values;
  if (node.kind == Node::Kind::list && node.items.size() == count) {
    for (const Node& item : node.items) {
      const auto value = parameter(reader, item);
      if (!value) {
        return std::nullopt;
      }
      values.push_back(*value);
    }
    if (std::ranges::is_sorted(values) && values.front() < values.back()) {
      return values;
    }
  }
  reader.fault(node, say({"{} 个从小到大的数", "{} numbers in rising order"}, count));
  return std::nullopt;
}

// A mean, and how far values spread around it.
std::optional<std::pair<double, double>> mean_and(Reader& reader,
                                                  const Node& node,
                                                  std::string_view spread,
                                                  const Range& means) {
  if (!reader.expect_map(node)) {
    return std::nullopt;
  }
  const bool misspelt = !reader.expect_known_keys(node, {"mean", spread}).empty();
  const Node* mean = node.find("mean");
  const Node* width = node.find(spread);
  if (!misspelt && (mean == nullptr || width == nullptr)) {
    reader.missing(node.place, say({"键 {}", "the key {}"}, mean == nullptr ? "mean" : spread));
  }
  if (misspelt || mean == nullptr || width == nullptr) {
    return std::nullopt;
  }
  const auto centre = parameter(reader, *mean, means);
  const auto by = parameter(reader, *width, range::amount);
  return centre && by ? std::optional(std::pair(*centre, *by)) : std::nullopt;
}

std::optional<Law> discrete(Reader& reader, const Node& node) {
  Discrete law;
  if (!reader.expect_list(node, 1, most_outcomes)) {
    return std::nullopt;
  }
  for (const Node& item : node.items) {
    if (item.kind != Node::Kind::list || item.items.size() != 2) {
      reader.fault(item, {"[取值, 权重]", "[value, weight]"});
      return std::nullopt;
    }
    const auto value = parameter(reader, item.items[0]);
    const auto weight = parameter(reader, item.items[1], range::positive_amount);
    if (!value || !weight) {
      return std::nullopt;
    }
    law.outcomes.emplace_back(*value, *weight);
  }
  return law;
}

std::optional<Law> law_of(Reader& reader, std::string_view name, const Node& node) {
  if (name == "uniform") {
    const auto ends = rising(reader, node, 2);
    return ends ? std::optional<Law>(Uniform{(*ends)[0], (*ends)[1]}) : std::nullopt;
  }
  if (name == "triangular" || name == "pert") {
    const auto at = rising(reader, node, 3);
    if (!at) {
      return std::nullopt;
    }
    return name == "pert" ? Law(Pert{(*at)[0], (*at)[1], (*at)[2]}) : Law(Triangular{(*at)[0], (*at)[1], (*at)[2]});
  }
  if (name == "normal") {
    const auto law = mean_and(reader, node, "sd", range::money);
    return law ? std::optional<Law>(Normal{law->first, law->second}) : std::nullopt;
  }
  if (name == "lognormal") {
    const auto law = mean_and(reader, node, "cv", range::positive_amount);
    return law ? std::optional<Law>(Lognormal{law->first, law->second}) : std::nullopt;
  }
  return discrete(reader, node);
}

}  // namespace

bool looks_uncertain(const Node& node) {
  return node.kind == Node::Kind::map && node.entries.size() == 1 &&
         !document::nearest(node.entries[0].key, law_names).empty();
}

std::optional<Law> to_law(Reader& reader, const Node& node) {
  const Text expected{"一个分布，如 {uniform: [0.1, 0.2]}", "one distribution, such as {uniform: [0.1, 0.2]}"};
  if (node.entries.size() != 1) {
    reader.fault(node, expected);
    return std::nullopt;
  }
  const Node::Entry& entry = node.entries.front();
  if (std::ranges::find(law_names, entry.key) == law_names.end()) {
    reader.unknown(entry.place, expected, entry.key, {law_names.begin(), law_names.end()});
    return std::nullopt;
  }
  return law_of(reader, entry.key, entry.value);
}

bool stays_within(const Law& law, const Range& range) {
  if (const auto* lognormal = std::get_if<Lognormal>(&law); lognormal != nullptr && lognormal->cv > 0) {
    return range.low <= 0 && range.high >= range::most;
  }
  const Interval values = support(law);
  return range.holds(values.low) && range.holds(values.high);
}

}  // namespace shanhai::input
