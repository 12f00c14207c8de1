#include "app/sweep_desk.hpp"

#include <memory>
#include <optional>

#include "app/level_option.hpp"
#include "app/sweep_plan.hpp"
#include "app/sweep_runner.hpp"

namespace shanhai::app {

namespace {

/// What a rank computes with.
struct Desk {
  run::Watch watch;
  std::optional<SweepWork> work;  ///< a worker's own
  std::optional<SweepRunner> runner;
};

/// @param prepare  sets up the desk's runner; gives why it cannot
template <class Prepare>
cluster::Duty duty_at(const std::shared_ptr<Desk>& desk, const Prepare& prepare) {
  return {.prepare = [desk, prepare](std::string_view work) -> std::variant<std::string, Text> {
            if (std::optional<Text> fault = prepare(work)) {
              return *std::move(fault);
            }
            return desk->runner->self_test();
          },
          .results = [desk](const std::vector<std::uint64_t>& points) { return desk->runner->results(points); },
          .stop =
              [desk] {
                desk->watch.stop = true;
              }};
}

/// Prepares a worker's desk by what the leader has sent.
std::optional<Text> prepare(Desk& desk, std::string_view sent, const Arguments& arguments) {
  std::optional<cluster::Work> work = cluster::unpack_work(sent);
  if (!work) {
    return Text{"收到的任务说明无法读懂", "cannot read what the work is"};
  }
  const OrFault<levels::Level> level = level_of(arguments);
  const OrFault<std::uint64_t> threads = whole_number(arguments, "threads", 1);
  if (const auto* fault = std::get_if<Fault>(&level)) {
    return fault->message;
  }
  auto files = judge_sweep({"", std::move(work->sweep), "", std::move(work->base)});
  if (std::holds_alternative<BadScenario>(files)) {
    return Text{"收到的方案无法读懂", "cannot read the scenario that it was sent"};
  }
  const auto many = static_cast<unsigned>(std::get<std::uint64_t>(threads));
  OrFault<SweepWork> prepared =
      prepare_sweep(std::get<SweepFiles>(std::move(files)), plan_of_runs(work->seed, work->paths, many));
  if (const auto* fault = std::get_if<Fault>(&prepared)) {
    return fault->message;
  }
  desk.work = std::get<SweepWork>(std::move(prepared));
  desk.runner.emplace(*desk.work, std::get<levels::Level>(level), desk.watch);
  return std::nullopt;
}

}  // namespace

cluster::Duty duty_of_leader(const SweepWork& work, levels::Level level) {
  const auto desk = std::make_shared<Desk>();
  desk->runner.emplace(work, level, desk->watch);
  return duty_at(desk, [](std::string_view /*sent*/) { return std::optional<Text>(); });
}

cluster::Duty duty_of_worker(const Arguments& arguments) {
  const auto desk = std::make_shared<Desk>();
  return duty_at(desk, [&desk = *desk, arguments](std::string_view sent) { return prepare(desk, sent, arguments); });
}

}  // namespace shanhai::app
