#include "app/sweep_command.hpp"

#include <algorithm>
#include <chrono>
#include <ostream>

#include "app/complain.hpp"
#include "app/fault_of.hpp"
#include "app/level_option.hpp"
#include "app/plan_options.hpp"
#include "app/sweep_plan.hpp"
#include "app/sweep_run.hpp"
#include "core/say.hpp"
#include "document/document.hpp"
#include "document/fingerprint.hpp"
#include "memo/version.hpp"
#include "run/run.hpp"

namespace shanhai::app {

namespace {

/// What a run of a task keeps of its paths, at most, in bytes; a fixed part of the meaning of a task, whatever the
/// machine.
constexpr double most_kept = 5e8;
constexpr std::size_t most_schemes = 256;

std::size_t schemes_of_task(const SweepFiles& files, const run::Plan& plan) {
  const auto parties = static_cast<double>(files.scenario.parties.size());
  const double fit = most_kept / (sizeof(double) * static_cast<double>(plan.paths) * parties);
  const auto least = static_cast<double>(files.scenario.schemes.size());
  return static_cast<std::size_t>(std::clamp(fit, least, std::max<double>(least, most_schemes)));
}

store::Manifest manifest_of(const SweepFiles& files, const run::Plan& plan, std::uint64_t points) {
  document::Node sweep = *document::parse(files.text).root;
  std::erase_if(sweep.entries, [](const auto& entry) { return entry.key == "base" || entry.key == "paths"; });
  store::Manifest manifest{.program = std::string(memo::version()),
                           .base = files.base_text,
                           .sweep = files.text,
                           .content = files.scenario.hash + document::fingerprint(sweep),
                           .seed = plan.seed,
                           .paths = plan.paths,
                           .points = points,
                           .currency = files.scenario.currency.code,
                           .unit = files.scenario.currency.unit,
                           .axes = {},
                           .schemes = {},
                           .parties = {}};
  for (const sweep::Axis& axis : files.sweep.axes) {
    store::Axis& one = manifest.axes.emplace_back(store::Axis{axis.name, {}});
    std::ranges::transform(axis.keys, std::back_inserter(one.keys), &sweep::Key::path);
  }
  for (const scheme::Scheme& scheme : files.scenario.schemes) {
    manifest.schemes.push_back({scheme.id, scheme.name});
  }
  for (const run::Party& party : files.scenario.parties) {
    manifest.parties.push_back({party.id, party.name});
  }
  return manifest;
}

OrFault<SweepWork> prepare(SweepFiles files, const run::Plan& plan) {
  OrFault<sweep::Points> points = points_of(files, plan.seed);
  if (auto* fault = std::get_if<Fault>(&points)) {
    return std::move(*fault);
  }
  auto& wanted = std::get<sweep::Points>(points);
  std::vector<sweep::Task> tasks = sweep::tasks_of(files.sweep, files.base, wanted, schemes_of_task(files, plan));
  store::Manifest manifest = manifest_of(files, plan, wanted.size());
  return SweepWork{std::move(files), plan, std::move(wanted), std::move(tasks), std::move(manifest)};
}

/// What a sweep takes: the schemes of all tasks, each on the base's futures.
void tell_cost(const SweepWork& work, const std::vector<sweep::Task>& tasks, const Console& console) {
  constexpr double bytes_of_scheme = 200;    // of the store, and for each party as much again
  constexpr double seconds_of_point = 5e-4;  // to read its scenario and to store it, whatever its paths
  std::uint64_t points = 0;
  double seconds = 0;
  run::Scenario scenario = work.files.scenario;
  const auto schemes = static_cast<double>(scenario.schemes.size());
  for (const sweep::Task& task : tasks) {
    points += task.points.size();
    scenario.schemes.resize(
        std::min<std::size_t>(task.points.size() * work.files.scenario.schemes.size(), most_schemes),
        work.files.scenario.schemes.front());
    seconds += run::cost_of(scenario, work.plan).seconds;
  }
  seconds += static_cast<double>(points) * seconds_of_point;
  const double rows = static_cast<double>(points) * schemes;
  const double bytes = rows * bytes_of_scheme * (1 + static_cast<double>(scenario.parties.size()));
  console.out << say(console.language,
                     {"{} 个点，{} 次模拟，每次 {} 种未来；{}（{} 线程），结果库约 {}\n",
                      "{} points in {} simulations of {} futures each; {} ({} threads), a store of about {}\n"},
                     points,
                     tasks.size(),
                     work.plan.paths,
                     time_in_words(seconds),
                     work.plan.threads,
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
  const auto ended = run_tasks(work, left_of(work.tasks, shard, store.done()), level, store, console);
  if (const auto* refusal = std::get_if<store::Refusal>(&ended)) {
    return complain(fault_of(*refusal), console);
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  return tell_end(std::get<SweepEnd>(ended), store, file->second, took.count(), console);
}

int run_work(SweepFiles files, const Arguments& arguments, const Console& console) {
  const OrFault<run::Plan> plan = plan_of_sweep(arguments, files);
  const OrFault<levels::Level> level = level_of(arguments);
  const OrFault<Shard> shard = shard_of(arguments);
  for (const Fault* fault : {std::get_if<Fault>(&plan), std::get_if<Fault>(&level), std::get_if<Fault>(&shard)}) {
    if (fault != nullptr) {
      return complain(*fault, console);
    }
  }
  if (std::optional<Fault> fault = judge(files.scenario, std::get<run::Plan>(plan), memory_of_machine())) {
    return complain(*fault, console);
  }
  const OrFault<SweepWork> prepared = prepare(std::move(files), std::get<run::Plan>(plan));
  if (const auto* fault = std::get_if<Fault>(&prepared)) {
    return complain(*fault, console);
  }
  const auto& work = std::get<SweepWork>(prepared);
  const std::vector<bool> none(work.points.size());
  if (arguments.has("dry-run")) {
    tell_cost(work, left_of(work.tasks, std::get<Shard>(shard), none), console);
    return exit_code::ok;
  }
  return execute(work, std::get<Shard>(shard), std::get<levels::Level>(level), arguments, console);
}

int run_sweep(const Arguments& arguments, const Console& console) {
  auto loaded = load_sweep(arguments.operands.front());
  if (const auto* fault = std::get_if<Fault>(&loaded)) {
    return complain(*fault, console);
  }
  if (const auto* bad = std::get_if<BadScenario>(&loaded)) {
    return complain(*bad, console);
  }
  return run_work(std::get<SweepFiles>(std::move(loaded)), arguments, console);
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
            {"线程数，默认全部核心；不影响结果", "threads; by default all cores; results do not depend on it"}},
           level_option()},
          run_sweep};
}

}  // namespace shanhai::app
