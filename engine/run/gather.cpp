#include "run/gather.hpp"

#include <algorithm>
#include <limits>
#include <mutex>

#include "run/in_parallel.hpp"
#include "stats/mean.hpp"

namespace shanhai::run {
namespace {

/// The units of paths that the threads of a run share out among themselves.
class Work {
 public:
  Work(const Setup& setup, const Plan& plan, std::uint64_t paths, Gathered& gathered, Watch& watch)
      : setup_(&setup),
        plan_(&plan),
        gathered_(&gathered),
        watch_(&watch),
        paths_(paths),
        next_(static_cast<std::size_t>(gathered.paths / stats::unit_paths)) {}

  /// What each thread does: units, as long as there are any.
  void take_part() {
    const std::size_t lanes = std::min<std::size_t>(plan_->block, stats::unit_paths);
    Simulator simulator(*setup_, lanes);
    Tally tally(*setup_, gathered_->map, gathered_->kept, lanes);
    while (!over()) {
      const std::size_t unit = next_++;  // once taken it is done, so that the earliest bad block is found
      const std::uint64_t first = unit * stats::unit_paths;
      if (first >= paths_) {
        break;
      }
      const std::uint64_t last = std::min(first + stats::unit_paths, paths_);
      for (std::uint64_t path = first; path < last; path += lanes) {
        tally.begin(path, static_cast<std::size_t>(std::min<std::uint64_t>(lanes, last - path)));
        simulator.simulate(path, tally);
        if (!tally.finish(simulator.draws())) {
          report_bad_block(path);
          break;
        }
      }
      store(unit, tally);
      report_paths(last - first);
    }
    const std::scoped_lock lock(mutex_);
    gathered_->paybacks.merge(tally.paybacks());
    gathered_->cap_years.merge(tally.cap_years());
    gathered_->leaves.merge(tally.leaves());
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

  void report_paths(std::uint64_t paths) {
    const std::uint64_t done = watch_->done += paths;
    if (watch_->advanced != nullptr) {
      watch_->advanced(done);
    }
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
  std::uint64_t paths_;
  std::atomic<std::size_t> next_;
  std::atomic<bool> failed_{false};
  std::mutex mutex_;
  std::uint64_t bad_block_ = none;
};

}  // namespace

Gathered::Gathered(const Setup& setup, const Plan& plan)
    : map(setup.shape(0), setup.groups(), setup.scenario->schemes.size(), setup.in_full),
      kept(setup, plan),
      moments(map.size()),
      paybacks(kept.npv.size(), kept.years),
      cap_years(kept.npv.size(), kept.years),
      leaves(kept.npv.size(), kept.years) {}

stats::Estimate mean_revenue(const Scenario& scenario,
                             const Gathered& gathered,
                             std::size_t group,
                             SeriesMap::Level level,
                             std::size_t stream,
                             int year) {
  using Level = SeriesMap::Level;
  const auto mean_of = [&](Level summed) {
    return stats::mean_estimate(gathered.moments.merged(gathered.map.revenue(group, summed, stream, year)));
  };
  const auto parts = scenario.parts(stream, year);
  if (!parts || level == Level::gross) {
    return mean_of(level);
  }
  const stats::Estimate gross = mean_of(Level::gross);
  const double part = level == Level::central    ? parts->central
                      : level == Level::province ? parts->province
                                                 : parts->local();
  return {part * gross.value, part * gross.error};
}

std::optional<std::uint64_t> gather(
    const Setup& setup, const Plan& plan, std::uint64_t paths, Gathered& gathered, Watch& watch) {
  SHANHAI_EXPECT(gathered.paths % stats::unit_paths == 0);
  watch.goal = paths;
  gathered.kept.grow(paths);
  Work work(setup, plan, paths, gathered, watch);
  in_parallel(plan.threads, plan.threads, [&](std::size_t /*thread*/) { work.take_part(); });
  gathered.paths = paths;
  return work.bad_block();
}

}  // namespace shanhai::run
