#include "run/run.hpp"

#include <algorithm>

#include "core/say.hpp"
#include "run/evaluate.hpp"
#include "run/locate.hpp"
#include "run/precision.hpp"

namespace shanhai::run {
namespace {

// What the years 1..T of the twin's revenue are worth, by the mean discount rate of the parties.
std::vector<double> worth_of_years(const Scenario& scenario, Gathered& twin) {
  double rate = 0;
  for (const Party& party : scenario.parties) {
    rate += party.discount_rate.value / static_cast<double>(scenario.parties.size());
  }
  std::vector<double> worth;
  double discount = 1;
  for (int year = 1; year <= scenario.horizon.years; ++year) {
    double revenue = 0;
    for (std::size_t stream = 0; stream < twin.kept.streams; ++stream) {
      revenue += twin.kept.revenues[twin.kept.revenue(0, stream, year)][0];
    }
    discount /= 1 + rate;
    worth.push_back(revenue * discount);
  }
  return worth;
}

// Adds paths until the plan's precision is reached, or its paths are spent.
Result run_to_precision(const Setup& setup, const Plan& plan, Gathered& gathered, Gathered& twin, Watch& watch) {
  const Scenario& scenario = *setup.scenario;
  std::uint64_t paths = std::min(first_look, plan.paths);
  for (unsigned look = 1;; ++look) {
    if (const auto bad_block = gather(setup, plan, paths, gathered, watch)) {
      return locate(setup, *bad_block, plan.block);
    }
    if (watch.stop) {
      return Cancelled{};
    }
    const Means means(gathered.kept, paths, plan.threads);
    const Look seen = look_at(scenario, plan, gathered, means, look);
    if (seen.next == paths) {
      Outcome outcome = evaluate(scenario, plan, gathered, twin, &means);
      judge(outcome, seen.found);
      return outcome;
    }
    paths = seen.next;
  }
}

}  // namespace

Result run(const Scenario& scenario, const Plan& asked, Watch& watch) {
  Plan plan = asked;
  plan.paths = plan.twin ? 1 : plan.paths;
  Plan twin_plan = plan;
  twin_plan.twin = true;
  twin_plan.paths = twin_plan.block = twin_plan.threads = 1;

  const Setup twin_setup(scenario, twin_plan);
  Gathered twin(twin_setup, twin_plan);
  Watch unwatched;
  const bool twin_is_finite = !gather(twin_setup, twin_plan, 1, twin, unwatched);

  const bool to_precision = plan.precision && !plan.twin;
  const Setup setup(
      scenario, plan, to_precision && twin_is_finite ? worth_of_years(scenario, twin) : std::vector<double>());
  Gathered gathered(setup, plan);
  if (to_precision) {
    return run_to_precision(setup, plan, gathered, twin, watch);
  }
  if (const auto bad_block = gather(setup, plan, plan.paths, gathered, watch)) {
    return locate(setup, *bad_block, plan.block);
  }
  return watch.stop ? Result(Cancelled{}) : Result(evaluate(scenario, plan, gathered, twin));
}

Text in_words(const NonFinite& where) {
  return say(
      {"路径 {}，第 {} 年，{}：数值溢出或无定义", "path {}, year {}, {}: the number became infinite or undefined"},
      where.path,
      where.year,
      where.quantity);
}

Cost cost_of(const Scenario& scenario, const Plan& plan) {
  const auto paths = static_cast<double>(plan.paths);
  const auto bands = static_cast<double>(plan.bands());
  const auto years = static_cast<double>(scenario.horizon.years);
  const auto accounts = static_cast<double>(scenario.schemes.size() * scenario.parties.size());
  const Setup setup(scenario, plan);
  const auto stepped = static_cast<double>(setup.contracts.size() * scenario.parties.size());
  const double members = accounts - static_cast<double>(setup.contracts.own().size() * scenario.parties.size());
  const auto groups = static_cast<double>(setup.groups());
  const auto streams = static_cast<double>(scenario.streams().size());
  const auto* park = std::get_if<economy::Park>(&scenario.revenue);
  const double sectors = park != nullptr ? static_cast<double>(park->sectors.size()) : 0.0;
  const auto series =
      static_cast<double>(SeriesMap(setup.shape(0), setup.groups(), scenario.schemes.size(), plan.in_full).size());
  constexpr double bytes_per_moment = 24;
  constexpr double seconds_per_quantity = 5e-10;  // one quantity of one year on one path, with AVX2
  const double sharpened = plan.precision ? accounts + static_cast<double>(Controls::count(scenario)) : 0.0;
  Cost cost;
  cost.path_years = paths * years;
  cost.bytes = 8 * ((accounts + sharpened) * paths + bands * (accounts * (years + 2) + groups * streams * years)) +
               bytes_per_moment * series * static_cast<double>(plan.threads + 1) +
               8.0 * static_cast<double>(plan.block * plan.threads) * (series + 100);
  const double quantities_by_year = groups * (10 * sectors + 5 * streams) + 20 * stepped;
  const double quantities_at_the_end = 20 * members;
  cost.seconds = paths * (quantities_by_year * years + quantities_at_the_end) * seconds_per_quantity /
                 static_cast<double>(plan.threads);
  return cost;
}

}  // namespace shanhai::run
