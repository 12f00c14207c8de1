#include "app/sweep_runner.hpp"

#include <algorithm>

#include "core/say.hpp"
#include "memo/version.hpp"
#include "store/point_digest.hpp"

namespace shanhai::app {

namespace {

using store::PointResult;

/// A reason as a store keeps it.
std::string in_both(const Text& reason) {
  return reason.zh + " / " + reason.en;
}

}  // namespace

std::optional<std::vector<PointResult>> SweepRunner::results(const std::vector<std::uint64_t>& points) const {
  const sweep::Bundled bundled = sweep::bundle(work_->files.sweep, work_->files.base, work_->points, points);
  std::vector<PointResult> results;
  for (const sweep::Failure& failure : bundled.failures) {
    results.push_back(empty(failure.point));
    results.back().failure = in_both(failure.reason);
  }
  for (const sweep::Bundle& bundle : bundled.bundles) {
    run::Plan plan = work_->plan;
    plan.seed = bundle.scenario.seed;
    const run::Result result = levels::run(level_, bundle.scenario, plan, *watch_);
    if (std::holds_alternative<run::Cancelled>(result)) {
      return std::nullopt;
    }
    add(bundle, result, results);
  }
  std::ranges::sort(results, {}, &PointResult::point);
  return results;
}

std::string SweepRunner::self_test() const {
  constexpr std::uint64_t few = 1024;
  run::Plan plan = work_->plan;
  plan.paths = std::min(plan.paths, few);
  const run::Result result = levels::run(level_, work_->files.scenario, plan, *watch_);
  PointResult outcome;
  if (const auto* finite = std::get_if<run::Outcome>(&result)) {
    outcome.schemes = finite->schemes;
  }
  const std::int64_t digest = store::digest_of(outcome, store::scheme_columns(), store::party_columns());
  return fmt::format("{} {:016x}", memo::version(), static_cast<std::uint64_t>(digest));
}

PointResult SweepRunner::empty(std::uint64_t point) const {
  PointResult result;
  result.point = point;
  const sweep::Sweep& sweep = work_->files.sweep;
  for (std::size_t axis = 0; axis < sweep.axes.size(); ++axis) {
    result.values.push_back(sweep::text_at(sweep, axis, work_->points.place(point, axis)));
  }
  return result;
}

void SweepRunner::add(const sweep::Bundle& bundle, const run::Result& result, std::vector<PointResult>& results) const {
  for (std::size_t at = 0; at < bundle.points.size(); ++at) {
    PointResult& one = results.emplace_back(empty(bundle.points[at]));
    one.hash = bundle.hashes[at];
    if (const auto* where = std::get_if<run::NonFinite>(&result)) {
      one.failure = in_both(run::in_words(*where));
      continue;
    }
    for (const std::size_t scheme : bundle.at[at]) {
      one.schemes.push_back(std::get<run::Outcome>(result).schemes[scheme]);
    }
  }
}

}  // namespace shanhai::app
