#pragma once

#include <chrono>
#include <optional>
#include <variant>
#include <vector>

#include "app/sweep_run.hpp"
#include "cluster/schedule.hpp"
#include "cluster/session.hpp"

namespace shanhai::app {

/// The ranks that share a sweep; one where nobody started several.
class Crew {
 public:
  explicit Crew(const Arguments& arguments);

  [[nodiscard]] bool is_alone() const noexcept { return mail_.size == 1; }

  [[nodiscard]] bool is_led_by_us() const noexcept { return mail_.rank == 0; }

  [[nodiscard]] int size() const noexcept { return mail_.size; }

  /// Processes were started together that do not know of each other, so that each would do everything.
  [[nodiscard]] std::optional<Fault> fault() const;

  /// The memory of this machine that each of its ranks may think of as its own, in bytes.
  [[nodiscard]] double memory_of_rank() const noexcept;

  /// The points of tasks, in tasks that spread evenly over the ranks.
  [[nodiscard]] std::vector<sweep::Task> divided(std::vector<sweep::Task> tasks) const;

  /// Does tasks together with the other ranks, and writes what comes back to the store.
  [[nodiscard]] std::variant<SweepEnd, store::Refusal> lead(const SweepWork& work,
                                                            const std::vector<sweep::Task>& tasks,
                                                            levels::Level level,
                                                            store::Store& store,
                                                            const Console& console);

  /// What a rank does that does not lead; its exit code. The one that leads does the talking.
  [[nodiscard]] int serve(const Console& console);

  /// Ends all ranks, with what the one that leads ends with.
  [[nodiscard]] int end(int code, const Console& console);

 private:
  const Arguments* arguments_;
  cluster::Session session_;
  cluster::Mail mail_;
  cluster::Clock::duration lease_;
  std::optional<std::vector<cluster::Rank>> silent_;  ///< once the others have been told to stop
};

}  // namespace shanhai::app
