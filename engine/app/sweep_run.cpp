#include "app/sweep_run.hpp"

#include <algorithm>

#include "app/interrupt.hpp"
#include "app/sweep_runner.hpp"

namespace shanhai::app {

using store::PointResult;

Keeping::Keeping(store::Store& store, const std::vector<sweep::Task>& tasks) : store_(&store) {
  for (const sweep::Task& task : tasks) {
    watch_.goal += task.points.size();
  }
}

std::optional<store::Refusal> Keeping::write(std::span<const PointResult> results) {
  const auto is_new = [this](const PointResult& one) {
    return !store_->done()[one.point];
  };
  const auto ran = static_cast<std::uint64_t>(std::ranges::count_if(results, is_new));
  const auto failed = static_cast<std::uint64_t>(std::ranges::count_if(
      results, [&is_new](const PointResult& one) { return is_new(one) && !one.failure.empty(); }));
  if (std::optional<store::Refusal> refusal = store_->write(results)) {
    return refusal;
  }
  watch_.done += ran;
  end_.ran += ran;
  end_.failed += failed;
  return std::nullopt;
}

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

void show_progress(std::optional<Progress>& progress, const Keeping& keeping, const Console& console) {
  if (console.watched) {
    progress.emplace(console.err, keeping.watch(), console.language, Words{"个点", "points"});
  }
}

std::variant<SweepEnd, store::Refusal> run_tasks(const SweepWork& work,
                                                 const std::vector<sweep::Task>& tasks,
                                                 levels::Level level,
                                                 store::Store& store,
                                                 const Console& console) {
  run::Watch watch;
  const SweepRunner runner(work, level, watch);
  const Interrupt interrupt(watch.stop);
  Keeping keeping(store, tasks);
  std::optional<Progress> progress;
  show_progress(progress, keeping, console);
  for (const sweep::Task& task : tasks) {
    const std::optional<std::vector<PointResult>> results = runner.results(task.points);
    if (!results) {
      SweepEnd end = keeping.end();
      end.interrupted = true;
      return end;
    }
    if (std::optional<store::Refusal> refusal = keeping.write(*results)) {
      return *std::move(refusal);
    }
  }
  return keeping.end();
}

}  // namespace shanhai::app
