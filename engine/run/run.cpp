#include "run/run.hpp"

#include <algorithm>
#include <limits>
#include <mutex>

#include "run/evaluate.hpp"
#include "run/in_parallel.hpp"
#include "run/locate.hpp"
#include "run/tally.hpp"

namespace shanhai::run {
namespace {

/// The units of paths that the threads of a run share out among themselves.
class Work {
 public:
  Work(const Setup& setup, const Plan& plan, Gathered& gathered, Watch& watch)
      : setup_(&setup), plan_(&plan), gathered_(&gathered), watch_(&watch) {}

  /// What each thread does: units, as long as there are any.
  void take_part() {
    const std::size_t lanes = std::min<std::size_t>(plan_->block, stats::unit_paths);
    Simulator simulator(*setup_, lanes);
    Tally tally(*setup_, gathered_->map, gathered_->kept, lanes);
    while (!over()) {
      const std::size_t unit = next_++;  // once taken it is done, so that the earliest bad block is found
      if (unit >= gathered_->units()) {
        break;
      }
      const std::uint64_t first = unit * stats::unit_paths;
      const std::uint64_t last = std::min(first + stats::unit_paths, plan_->paths);
      for (std::uint64_t path = first; path < last; path += lanes) {
        tally.begin(path, static_cast<std::size_t>(std::min<std::uint64_t>(lanes, last - path)));
        simulator.simulate(path, tally);
        if (!tally.finish(simulator.draws())) {
          report_bad_block(path);
          break;
        }
      }
      store(unit, tally);
      watch_->done += last - first;
    }
    const std::scoped_lock lock(mutex_);
    gathered_->paybacks.merge(tally.paybacks());
    gathered_->cap_years.merge(tally.cap_years());
  }

  /// The first path of the earliest block that holds a number that is not finite.
  [[nodiscard]] std::optional<std::uint64_t> bad_block() const noexcept {
    return bad_block_ == none ? std::nullopt : std::optional(bad_block_);
  }

 private:
  void store(std::size_t unit, Tally& tally) {
    const std::scoped_lock lock(mutex_);
    gathered_->moments.store(unit, tally.sums());
  }

  static constexpr std::uint64_t none = std::numeric_limits<std::uint64_t>::max();

  [[nodiscard]] bool over() const noexcept { return watch_->stop || failed_; }

  void report_bad_block(std::uint64_t path) {
    const std::scoped_lock lock(mutex_);
    bad_block_ = std::min(bad_block_, path);
    failed_ = true;
  }

  const Setup* setup_;
  const Plan* plan_;
  Gathered* gathered_;
  Watch* watch_;
  std::atomic<std::size_t> next_{0};
  std::atomic<bool> failed_{false};
  std::mutex mutex_;
  std::uint64_t bad_block_ = none;
};

Gathered gather(const Setup& setup, const Plan& plan, Watch& watch, std::optional<std::uint64_t>& bad_block) {
  Gathered gathered(setup, plan);
  Work work(setup, plan, gathered, watch);
  in_parallel(plan.threads, plan.threads, [&](std::size_t /*thread*/) { work.take_part(); });
  bad_block = work.bad_block();
  return gathered;
}

}  // namespace

Result run(const Scenario& scenario, const Plan& asked, Watch& watch) {
  Plan plan = asked;
  plan.paths = plan.twin ? 1 : plan.paths;
  plan.band_paths = std::min(plan.band_paths, plan.paths);
  Plan twin_plan = plan;
  twin_plan.twin = true;
  twin_plan.paths = twin_plan.block = twin_plan.threads = 1;

  const Setup setup(scenario, plan);
  std::optional<std::uint64_t> bad_block;
  Gathered gathered = gather(setup, plan, watch, bad_block);
  if (bad_block) {
    return locate(setup, *bad_block, plan.block);
  }
  if (watch.stop) {
    return Cancelled{};
  }
  const Setup twin_setup(scenario, twin_plan);
  Watch unwatched;
  Gathered twin = gather(twin_setup, twin_plan, unwatched, bad_block);
  return evaluate(scenario, plan, gathered, twin);
}

Cost cost_of(const Scenario& scenario, const Plan& plan) {
  const auto paths = static_cast<double>(plan.paths);
  const auto bands = std::min(paths, static_cast<double>(plan.band_paths));
  const auto years = static_cast<double>(scenario.horizon.years);
  const auto accounts = static_cast<double>(scenario.schemes.size() * scenario.parties.size());
  const double groups = scenario.feedback ? static_cast<double>(scenario.schemes.size()) : 1.0;
  const auto streams = static_cast<double>(scenario.streams().size());
  const auto* park = std::get_if<economy::Park>(&scenario.revenue);
  const double sectors = park != nullptr ? static_cast<double>(park->sectors.size()) : 0.0;
  const double series = groups * streams * 4 * (years + 1) + accounts * (5 * (years + 1) + 3);
  constexpr double bytes_per_moment = 24;
  constexpr double seconds_per_quantity = 4e-9;  // one quantity of one year on one path
  Cost cost;
  cost.path_years = paths * years;
  cost.bytes = 8 * (accounts * paths + bands * (accounts * (years + 2) + groups * streams * years)) +
               bytes_per_moment * series * static_cast<double>(plan.threads + 1) +
               8.0 * static_cast<double>(plan.block * plan.threads) * (series + 100);
  cost.seconds = cost.path_years * (groups * (10 * sectors + 5 * streams) + 20 * accounts) * seconds_per_quantity /
                 static_cast<double>(plan.threads);
  return cost;
}

}  // namespace shanhai::run
