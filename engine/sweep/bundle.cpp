#include "sweep/bundle.hpp"

#include <algorithm>
#include <map>

#include "core/say.hpp"
#include "input/scenario.hpp"
#include "sweep/task.hpp"

namespace shanhai::sweep {
namespace {

Text in_words(const Diagnostic& fault) {
  return say({"{}：{}", "{}: {}"}, fault.path, fault.message);
}

/// Adds points to a bundle, a scheme that another point brought already only once.
class Filling {
 public:
  Filling(Bundle& bundle, const std::vector<std::vector<std::size_t>>& axes) : bundle_(&bundle), axes_(&axes) {}

  /// Whether the scenario sees the futures of the bundle: with terms alone changed, only its uncertain numbers could
  /// differ.
  [[nodiscard]] bool fits(const run::Scenario& scenario) const {
    const auto same = [](const UncertainNumber& a, const UncertainNumber& b) {
      return a.name == b.name && a.law == b.law;
    };
    return std::ranges::equal(bundle_->scenario.uncertain, scenario.uncertain, same);
  }

  void add(std::uint64_t point, const Points& points, run::Scenario scenario) {
    std::vector<std::size_t>& at = bundle_->at.emplace_back();
    bundle_->points.push_back(point);
    bundle_->hashes.push_back(scenario.hash);
    for (std::size_t scheme = 0; scheme < scenario.schemes.size(); ++scheme) {
      std::vector<scheme::Scheme>& schemes = bundle_->scenario.schemes;
      const auto [found, is_new] = known_.try_emplace({scheme, points.places(point, (*axes_)[scheme])}, schemes.size());
      if (is_new) {
        schemes.push_back(std::move(scenario.schemes[scheme]));
      }
      at.push_back(found->second);
    }
  }

 private:
  Bundle* bundle_;
  const std::vector<std::vector<std::size_t>>* axes_;
  std::map<std::pair<std::size_t, std::vector<double>>, std::size_t> known_;
};

}  // namespace

Bundled bundle(const Sweep& sweep,
               const document::Node& base,
               const Points& points,
               const std::vector<std::uint64_t>& of_task) {
  const std::vector<std::vector<std::size_t>> axes = axes_of_schemes(sweep, base);
  Bundled result;
  result.bundles.reserve(of_task.size());  // fillings point into it
  std::vector<Filling> fillings;
  for (const std::uint64_t point : of_task) {
    input::ScenarioReading reading = input::read_scenario(scenario_at(sweep, base, points, point));
    if (!reading.scenario) {
      result.failures.push_back({point, in_words(reading.diagnostics.front())});
      continue;
    }
    auto fitting = std::ranges::find_if(fillings, [&](const Filling& one) { return one.fits(*reading.scenario); });
    if (fitting == fillings.end()) {
      Bundle& fresh = result.bundles.emplace_back();
      fresh.scenario = *reading.scenario;
      fresh.scenario.schemes.clear();
      fitting = fillings.emplace(fillings.end(), fresh, axes);
    }
    fitting->add(point, points, *std::move(reading.scenario));
  }
  return result;
}

}  // namespace shanhai::sweep
