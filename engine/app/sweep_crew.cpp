#include "app/sweep_crew.hpp"

#include <algorithm>
#include <memory>
#include <ostream>

#include <fmt/ranges.h>

#include "app/complain.hpp"
#include "app/interrupt.hpp"
#include "app/level_option.hpp"
#include "app/plan_options.hpp"
#include "app/sweep_runner.hpp"
#include "cluster/crew.hpp"
#include "cluster/divide.hpp"
#include "cluster/launched.hpp"
#include "core/say.hpp"

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

Option lease_option() {
  return {"lease",
          "S",
          {"多进程时：一个进程 S 秒没有音讯，它的点就交给别的进程，默认 30",
           "with several ranks: one that is silent for S seconds loses its points to others; by default 30"}};
}

OrFault<std::chrono::seconds> lease_of(const Arguments& arguments) {
  constexpr std::uint64_t usual = 30;
  constexpr std::uint64_t most = 86'400;
  const OrFault<std::uint64_t> seconds = whole_number(arguments, "lease", usual);
  if (const auto* fault = std::get_if<Fault>(&seconds)) {
    return *fault;
  }
  const std::uint64_t many = std::get<std::uint64_t>(seconds);
  if (many == 0 || many > most) {
    return Fault{
        exit_code::user,
        say({"--lease：应为 1 至 {} 秒，写的是 {}", "--lease: expected 1 to {} seconds, found {}"}, most, many)};
  }
  return std::chrono::seconds(many);
}

namespace {

/// The lease that was asked for; any where it cannot be, of which the one that leads complains.
cluster::Clock::duration lease_or_any(const Arguments& arguments) {
  const OrFault<std::chrono::seconds> lease = lease_of(arguments);
  const auto* given = std::get_if<std::chrono::seconds>(&lease);
  return given != nullptr ? *given : std::chrono::seconds(1);
}

}  // namespace

Crew::Crew(const Arguments& arguments)
    : arguments_(&arguments), mail_(session_.mail()), lease_(lease_or_any(arguments)) {}

std::optional<Fault> Crew::fault() const {
  const std::optional<cluster::Launched> launched = cluster::launched();
  if (!launched || launched->size == mail_.size || arguments_->has("shard")) {
    return std::nullopt;
  }
  return Fault{
      exit_code::user,
      say({"启动了 {} 个进程，但它们互不相识，各个都会从头做到尾：本程序编译时没有 MPI（-DSHANHAI_MPI=ON），"
           "或启动它们的不是 Open MPI 的 mpirun。也可以给每个进程各自的 --shard",
           "{} processes were started that do not know of each other, and each would do everything: this program "
           "was built without MPI (-DSHANHAI_MPI=ON), or it was not Open MPI's mpirun that started them. Or give "
           "each a --shard of its own"},
          launched->size)};
}

double Crew::memory_of_rank() const noexcept {
  return memory_of_machine() / session_.ranks_of_machine();
}

/// Every part of a task simulates its futures anew. So tasks are not cut finer than it takes to give each rank as many
/// as the others, and not at all where there are enough to even out by themselves.
std::vector<sweep::Task> Crew::divided(std::vector<sweep::Task> tasks) const {
  constexpr std::size_t enough = 4;  // for each rank
  const auto ranks = static_cast<std::size_t>(size());
  if (is_alone() || tasks.size() >= enough * ranks) {
    return tasks;
  }
  std::vector<std::vector<std::uint64_t>> points(tasks.size());
  std::ranges::transform(tasks, points.begin(), &sweep::Task::points);
  std::vector<sweep::Task> result;
  for (std::vector<std::uint64_t>& part : cluster::divided(points, (tasks.size() + ranks - 1) / ranks * ranks)) {
    result.push_back({std::move(part)});
  }
  return result;
}

std::variant<SweepEnd, store::Refusal> Crew::lead(const SweepWork& work,
                                                  const std::vector<sweep::Task>& tasks,
                                                  levels::Level level,
                                                  store::Store& store,
                                                  const Console& console) {
  Keeping keeping(store, tasks);
  std::optional<Progress> progress;
  show_progress(progress, keeping, console);
  cluster::Job job;
  job.work = cluster::pack(cluster::Work{work.files.text, work.files.base_text, work.plan.seed, work.plan.paths});
  std::ranges::transform(tasks, std::back_inserter(job.tasks), &sweep::Task::points);
  job.lease = lease_;
  job.write = [&keeping](std::span<const store::PointResult> results) {
    return keeping.write(results);
  };
  const auto desk = std::make_shared<Desk>();
  desk->runner.emplace(work, level, desk->watch);
  const auto nothing_to_prepare = [](std::string_view /*work*/) -> std::optional<Text> {
    return std::nullopt;
  };
  std::atomic<bool> asked = false;
  const Interrupt interrupt(asked);
  cluster::End ended = cluster::lead(mail_, std::move(job), duty_at(desk, nothing_to_prepare), session_.host(), asked);
  silent_ = std::move(ended.silent);
  if (ended.refusal) {
    return *std::move(ended.refusal);
  }
  SweepEnd end = keeping.end();
  end.interrupted = ended.interrupted;
  end.by_rank = std::move(ended.points);
  return end;
}

int Crew::serve(const Console& console) {
  const auto desk = std::make_shared<Desk>();
  const auto prepare_desk = [this, &desk = *desk](std::string_view work) {
    return prepare(desk, work, *arguments_);
  };
  std::atomic<bool> asked = false;
  const Interrupt interrupt(asked);
  if (!cluster::serve(mail_, duty_at(desk, prepare_desk), session_.host(), lease_, asked)) {
    const int code = complain({exit_code::machine,
                               say({"进程 {}（{}）：进程 0 没有音讯，结束；用 --resume 继续",
                                    "rank {} ({}): rank 0 has been silent for too long; go on with --resume"},
                                   mail_.rank,
                                   session_.host())},
                              console);
    session_.abandon(code);
  }
  session_.leave();
  return exit_code::ok;
}

int Crew::end(int code, const Console& console) {
  if (is_alone()) {
    return code;
  }
  if (!silent_) {
    silent_ = cluster::dismiss(mail_);
  }
  if (silent_->empty()) {
    session_.leave();
    return code;
  }
  console.err << say(
      console.language,
      {"shanhai: 这些进程没有应答，不再等待：{}\n", "shanhai: ended without ranks that do not answer: {}\n"},
      fmt::format("{}", fmt::join(*silent_, " ")));
  console.out.flush();
  console.err.flush();
  session_.abandon(code);
}

}  // namespace shanhai::app
