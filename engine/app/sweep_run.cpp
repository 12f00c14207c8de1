#include "app/sweep_run.hpp"

#include <algorithm>

#include "app/interrupt.hpp"
#include "app/progress.hpp"
#include "core/say.hpp"
#include "sweep/bundle.hpp"

namespace shanhai::app {

namespace {

using store::PointResult;

/// A reason as a store keeps it.
std::string in_both(const Text& reason) {
  return reason.zh + " / " + reason.en;
}

class Runner {
 public:
  Runner(const SweepWork& work, levels::Level level) : work_(&work), level_(level) {}

  /// Set to end soon.
  [[nodiscard]] std::atomic<bool>& stop() noexcept { return watch_.stop; }

  /// The results of a task's points; none if it was stopped.
  [[nodiscard]] std::optional<std::vector<PointResult>> results(const sweep::Task& task) {
    const sweep::Bundled bundled = sweep::bundle(work_->files.sweep, work_->files.base, work_->points, task.points);
    std::vector<PointResult> results;
    for (const sweep::Failure& failure : bundled.failures) {
      results.push_back(empty(failure.point));
      results.back().failure = in_both(failure.reason);
    }
    for (const sweep::Bundle& bundle : bundled.bundles) {
      run::Plan plan = work_->plan;
      plan.seed = bundle.scenario.seed;
      const run::Result result = levels::run(level_, bundle.scenario, plan, watch_);
      if (std::holds_alternative<run::Cancelled>(result)) {
        return std::nullopt;
      }
      add(bundle, result, results);
    }
    std::ranges::sort(results, {}, &PointResult::point);
    return results;
  }

 private:
  [[nodiscard]] PointResult empty(std::uint64_t point) const {
    PointResult result;
    result.point = point;
    const sweep::Sweep& sweep = work_->files.sweep;
    for (std::size_t axis = 0; axis < sweep.axes.size(); ++axis) {
      result.values.push_back(sweep::text_at(sweep, axis, work_->points.place(point, axis)));
    }
    return result;
  }

  void add(const sweep::Bundle& bundle, const run::Result& result, std::vector<PointResult>& results) const {
    for (std::size_t at = 0; at < bundle.points.size(); ++at) {
      PointResult& one = results.emplace_back(empty(bundle.points[at]));
      one.hash = bundle.hashes[at];
      if (const auto* where = std::get_if<run::NonFinite>(&result)) {
        one.failure = in_both(say({"路径 {}，第 {} 年，{}：数值溢出或无定义",
                                   "path {}, year {}, {}: the number became infinite or undefined"},
                                  where->path,
                                  where->year,
                                  where->quantity));
        continue;
      }
      for (const std::size_t scheme : bundle.at[at]) {
        one.schemes.push_back(std::get<run::Outcome>(result).schemes[scheme]);
      }
    }
  }

  const SweepWork* work_;
  levels::Level level_;
  run::Watch watch_;
};

}  // namespace

std::vector<sweep::Task> left_of(const std::vector<sweep::Task>& tasks,
                                 const Shard& shard,
                                 const std::vector<bool>& done) {
  std::vector<sweep::Task> left;
  for (std::uint64_t task = 0; task < tasks.size(); ++task) {
    sweep::Task rest;
    if (shard.takes(task)) {
      std::ranges::copy_if(
          tasks[task].points, std::back_inserter(rest.points), [&](std::uint64_t point) { return !done[point]; });
    }
    if (!rest.points.empty()) {
      left.push_back(std::move(rest));
    }
  }
  return left;
}

std::variant<SweepEnd, store::Refusal> run_tasks(const SweepWork& work,
                                                 const std::vector<sweep::Task>& tasks,
                                                 levels::Level level,
                                                 store::Store& store,
                                                 const Console& console) {
  Runner runner(work, level);
  const Interrupt interrupt(runner.stop());
  run::Watch whole;
  for (const sweep::Task& task : tasks) {
    whole.goal += task.points.size();
  }
  std::optional<Progress> progress;
  if (console.watched) {
    progress.emplace(console.err, whole, console.language, Words{"个点", "points"});
  }
  SweepEnd end;
  for (const sweep::Task& task : tasks) {
    const std::optional<std::vector<PointResult>> results = runner.results(task);
    if (!results) {
      end.interrupted = true;
      break;
    }
    if (std::optional<store::Refusal> refusal = store.write(*results)) {
      return *std::move(refusal);
    }
    whole.done += results->size();
    end.ran += results->size();
    end.failed += static_cast<std::uint64_t>(
        std::ranges::count_if(*results, [](const PointResult& one) { return !one.failure.empty(); }));
  }
  return end;
}

}  // namespace shanhai::app
