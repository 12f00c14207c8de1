#include "app/sweep_crew.hpp"

#include <algorithm>
#include <ostream>

#include <fmt/ranges.h>

#include "app/complain.hpp"
#include "app/interrupt.hpp"
#include "app/lease_option.hpp"
#include "app/plan_options.hpp"
#include "app/sweep_desk.hpp"
#include "cluster/crew.hpp"
#include "cluster/divide.hpp"
#include "cluster/launched.hpp"
#include "core/say.hpp"

namespace shanhai::app {

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
  std::atomic<bool> asked = false;
  const Interrupt interrupt(asked);
  cluster::End ended = cluster::lead(mail_, std::move(job), duty_of_leader(work, level), session_.host(), asked);
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
  std::atomic<bool> asked = false;
  const Interrupt interrupt(asked);
  if (!cluster::serve(mail_, duty_of_worker(*arguments_), session_.host(), lease_, asked)) {
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
