#include "app/sweep_command.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <ostream>

#include <fmt/ranges.h>

#include "app/complain.hpp"
#include "app/fault_of.hpp"
#include "app/lease_option.hpp"
#include "app/level_option.hpp"
#include "app/plan_options.hpp"
#include "app/sweep_crew.hpp"
#include "app/sweep_plan.hpp"
#include "app/sweep_run.hpp"
#include "cluster/launched.hpp"
#include "core/say.hpp"
#include "run/run.hpp"
#include "sweep/bundle.hpp"

namespace shanhai::app {

namespace {

double seconds_of(const SweepWork& work, const sweep::Task& task) {
  double seconds = 0;
  for (const sweep::Bundle& bundle :
       sweep::bundle(work.files.sweep, work.files.base, work.points, task.points).bundles) {
    seconds += run::cost_of(bundle.scenario, work.plan).seconds;
  }
  return seconds;
}

/// What a sweep takes. Of tasks with as many points the first tells how long each is.
void tell_cost(const SweepWork& work, const std::vector<sweep::Task>& tasks, int ranks, const Console& console) {
  constexpr double bytes_of_scheme = 200;    // of the store, and for each party as much again
  constexpr double seconds_of_point = 5e-4;  // to read its scenario and to store it, whatever its paths
  std::uint64_t points = 0;
  double seconds = 0;
  std::map<std::size_t, double> of_task;  // [points]
  for (const sweep::Task& task : tasks) {
    const auto [found, fresh] = of_task.try_emplace(task.points.size());
    if (fresh) {
      found->second = seconds_of(work, task);
    }
    points += task.points.size();
    seconds += found->second;
  }
  seconds += static_cast<double>(points) * seconds_of_point;
  const double rows = static_cast<double>(points) * static_cast<double>(work.files.scenario.schemes.size());
  const double bytes = rows * bytes_of_scheme * (1 + static_cast<double>(work.files.scenario.parties.size()));
  console.out << say(console.language,
                     {"{} 个点，{} 次模拟，每次 {} 种未来；{}（{} 线程），结果库约 {}\n",
                      "{} points in {} simulations of {} futures each; {} ({} threads), a store of about {}\n"},
                     points,
                     tasks.size(),
                     work.plan.paths,
                     time_in_words(seconds / ranks),
                     work.plan.threads * static_cast<unsigned>(ranks),
                     memory_in_words(bytes));
}

int tell_end(
    const SweepEnd& end, const store::Store& store, const std::string& file, double seconds, const Console& console) {
  const auto done = static_cast<std::uint64_t>(std::ranges::count(store.done(), true));
  if (end.interrupted) {
    console.err << say(
        console.language,
        {"已中断：{} 个点已存入 {}；用 --resume 继续\n", "interrupted: {} points are in {}; go on with --resume\n"},
        done,
        file);
    return exit_code::interrupted;
  }
  console.out << say(console.language,
                     {"本次完成 {} 个点（每秒 {:.3g} 个），{} 现有 {}/{} 个点\n",
                      "{} points done now ({:.3g} a second); {} has {} of {}\n"},
                     end.ran,
                     static_cast<double>(end.ran) / std::max(seconds, 1e-9),
                     file,
                     done,
                     store.done().size());
  if (!end.by_rank.empty()) {
    console.out << say(console.language,
                       {"各进程完成的点数：{}\n", "points per rank: {}\n"},
                       fmt::format("{}", fmt::join(end.by_rank, " ")));
  }
  if (end.failed > 0) {
    console.out << say(
        console.language,
        {"其中 {} 个点不成立，原因见 shanhai results {}\n", "{} of them failed; shanhai results {} says why\n"},
        end.failed,
        file);
  }
  return exit_code::ok;
}

int execute(const SweepWork& work,
            const Shard& shard,
            levels::Level level,
            const Arguments& arguments,
            Crew& crew,
            const Console& console) {
  const auto file = arguments.options.find("store");
  if (file == arguments.options.end()) {
    return complain({exit_code::user, {"缺少 --store FILE：结果写到哪里", "--store FILE is missing: where results go"}},
                    console);
  }
  const auto is = arguments.has("resume") ? store::Store::If::present : store::Store::If::absent;
  store::OrRefusal<store::Store> opened = store::Store::open(file->second, work.manifest, is);
  if (const auto* refusal = std::get_if<store::Refusal>(&opened)) {
    return complain(fault_of(*refusal), console);
  }
  auto& store = std::get<store::Store>(opened);
  const auto start = std::chrono::steady_clock::now();
  const std::vector<sweep::Task> tasks = crew.divided(left_of(work.tasks, shard, store.done()));
  const auto ended =
      crew.is_alone() ? run_tasks(work, tasks, level, store, console) : crew.lead(work, tasks, level, store, console);
  if (const auto* refusal = std::get_if<store::Refusal>(&ended)) {
    return complain(fault_of(*refusal), console);
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  return tell_end(std::get<SweepEnd>(ended), store, file->second, took.count(), console);
}

int run_work(SweepFiles files, const Arguments& arguments, Crew& crew, const Console& console) {
  const OrFault<run::Plan> plan = plan_of_sweep(arguments, files, crew.size());
  const OrFault<levels::Level> level = level_of(arguments);
  const OrFault<Shard> shard = shard_of(arguments);
  const OrFault<std::chrono::seconds> lease = lease_of(arguments);
  if (const Fault* fault = first_fault(plan, level, shard, lease)) {
    return complain(*fault, console);
  }
  if (std::optional<Fault> fault = judge(files.scenario, std::get<run::Plan>(plan), crew.memory_of_rank())) {
    return complain(*fault, console);
  }
  const OrFault<SweepWork> prepared = prepare_sweep(std::move(files), std::get<run::Plan>(plan));
  if (const auto* fault = std::get_if<Fault>(&prepared)) {
    return complain(*fault, console);
  }
  const auto& work = std::get<SweepWork>(prepared);
  if (arguments.has("dry-run")) {
    const std::vector<bool> none(work.points.size());
    tell_cost(work, crew.divided(left_of(work.tasks, std::get<Shard>(shard), none)), crew.size(), console);
    return exit_code::ok;
  }
  return execute(work, std::get<Shard>(shard), std::get<levels::Level>(level), arguments, crew, console);
}

int load_and_run(const Arguments& arguments, Crew& crew, const Console& console) {
  auto loaded = load_sweep(arguments.operands.front());
  if (const std::optional<int> code = complaint(loaded, console)) {
    return *code;
  }
  return run_work(std::get<SweepFiles>(std::move(loaded)), arguments, crew, console);
}

int run_sweep(const Arguments& arguments, const Console& console) {
  Crew crew(arguments);
  if (const std::optional<Fault> fault = crew.fault()) {
    return cluster::launched()->rank == 0 ? complain(*fault, console) : fault->code;
  }
  if (!crew.is_led_by_us()) {
    return crew.serve(console);
  }
  const int code = load_and_run(arguments, crew, console);
  return crew.end(code, console);
}

}  // namespace

Command sweep_command() {
  return {"sweep",
          "sweep.yaml",
          {"围绕一个基础方案测算许多种情形，结果写入一个库", "simulates many scenarios around a base, into a store"},
          {{"store", "FILE", {"结果库（SQLite 文件）", "the store, a SQLite file"}},
           {"resume", "", {"接着做没有做完的库", "go on with a store that is not complete"}},
           {"dry-run", "", {"只说有多少点、要多久、多大", "only say how many points, how long and how large"}},
           shard_option(),
           {"paths", "N", {"每次模拟多少种未来", "how many futures each simulation has"}},
           {"threads",
            "K",
            {"线程数，默认全部核心（mpirun 启动多个进程时每个 1 线程）；不影响结果",
             "threads; by default all cores, or with the ranks of mpirun 1 each; results do not depend on it"}},
           lease_option(),
           level_option()},
          run_sweep};
}

}  // namespace shanhai::app
