#include "study/assumptions.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "core/say.hpp"
#include "document/path.hpp"
#include "input/number_text.hpp"
#include "input/scenario.hpp"
#include "stats/mean.hpp"

namespace shanhai::study {
namespace {

using document::Node;

/// Keys whose numbers are years or counts: a part more of them says nothing.
bool counts(std::string_view key) {
  constexpr std::array<std::string_view, 8> keys{
      "in", "years", "start", "life", "lag", "instalments", "no_dividend_years", "firms"};
  return std::ranges::find(keys, key) != keys.end();
}

std::string_view last_key(std::string_view path) {
  return path.substr(path.rfind('.') + 1);
}

/// Multiplies every number at and below a node.
void scale(Node& node, double factor) {
  const std::optional<double> number =
      node.kind == Node::Kind::scalar && !node.quoted ? input::to_number(node.text).value : std::nullopt;
  if (number) {
    node.text = fmt::format("{:.12g}", *number * factor);
  }
  for (Node& item : node.items) {
    scale(item, factor);
  }
  for (Node::Entry& entry : node.entries) {
    if (!counts(entry.key)) {
      scale(entry.value, factor);
    }
  }
}

/// The mean of b - a over paths, which both share.
run::Estimate mean_difference(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<double> difference(a.size());
  std::ranges::transform(b, a, difference.begin(), [](double one, double other) { return one - other; });
  return stats::mean_estimate(difference);
}

/// Of every scheme and party.
std::vector<run::Estimate> differences(const run::Outcome& before, const run::Outcome& after) {
  std::vector<run::Estimate> result;
  for (std::size_t place = 0; place < after.npv.size(); ++place) {
    result.push_back(mean_difference(before.npv[place], after.npv[place]));
  }
  return result;
}

bool changes_something(const Shift& shift) {
  return std::ranges::any_of(shift.npv_difference, [](const run::Estimate& one) { return one.value != 0; });
}

}  // namespace

Tried<std::vector<Shift>> shift_assumptions(Laboratory& laboratory,
                                            const Node& base,
                                            const run::Scenario& scenario,
                                            double part) {
  laboratory.expect(1 + 2 * scenario.assumptions.size());
  const Tried<run::Outcome> unchanged = laboratory.run(scenario, true);
  if (const auto* unusable = std::get_if<Unusable>(&unchanged)) {
    return *unusable;
  }
  std::vector<Shift> shifts;
  for (const std::string& path : scenario.assumptions) {
    for (const double factor : {1 - part, 1 + part}) {
      Node changed = base;
      Node* at = document::find_path(changed, path);
      if (at == nullptr || counts(last_key(path))) {
        continue;
      }
      scale(*at, factor);
      const input::ScenarioReading reading = input::read_scenario(std::move(changed));
      const Tried<run::Outcome> tried =
          reading.scenario ? laboratory.run(*reading.scenario, true) : Tried<run::Outcome>(Unusable{});
      if (std::holds_alternative<run::Cancelled>(unchanged) || std::holds_alternative<run::Cancelled>(tried)) {
        return run::Cancelled{};
      }
      if (const auto* outcome = std::get_if<run::Outcome>(&tried)) {
        Shift shift{path, factor, outcome->schemes, differences(std::get<run::Outcome>(unchanged), *outcome)};
        if (changes_something(shift)) {
          shifts.push_back(std::move(shift));
        }
      }
    }
  }
  return shifts;
}

}  // namespace shanhai::study
