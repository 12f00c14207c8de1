#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <optional>
#include <vector>

#include "cluster/mail.hpp"

namespace shanhai::cluster {

using Clock = std::chrono::steady_clock;  ///< never the time of day, which may be set
using Time = Clock::time_point;

/// Which task goes to which rank. Tasks are leased: a rank that falls silent loses those it has, and they go to the end
/// of the queue. A wrong suspicion costs time and nothing else, for a late answer is taken as well.
class Schedule {
 public:
  /// @param lease  for how long a rank may be silent
  Schedule(std::size_t tasks, int ranks, Clock::duration lease, Time now);

  /// The rank can be given tasks from now on.
  void join(Rank rank, Time now);

  /// The rank is there. One that had fallen silent gets back what nobody else has been given.
  void heard(Rank rank, Time now);

  /// This time does not count as silence: nobody was listening.
  void excuse(Clock::duration time);

  /// Takes the tasks of ranks that have been silent for too long.
  void expire(Time now);

  struct Lease {
    Rank rank = 0;
    std::size_t task = 0;
  };

  /// The next task and who shall have it: of the ranks that listen, the one with the least to do. It may have a second
  /// one while the first is being done, so that it never waits; not so when few are left, which others could do.
  [[nodiscard]] std::optional<Lease> next();

  /// A rank's answer to a task; whether it is the first to this task.
  bool answer(Rank rank, std::size_t task);

  [[nodiscard]] bool is_finished() const noexcept { return done_ == tasks_.size(); }

  [[nodiscard]] bool has_joined(Rank rank) const { return of(rank).has_joined; }

  [[nodiscard]] bool is_silent(Rank rank) const { return of(rank).is_silent; }

  /// Who gave the first answer to a task.
  [[nodiscard]] std::optional<Rank> answered_by(std::size_t task) const;

 private:
  enum class State : std::uint8_t { pending, leased, done };

  struct Task {
    State state = State::pending;
    Rank rank = 0;  ///< who has it, or has done it
  };

  struct Hand {
    Time last;
    bool has_joined = false;
    bool is_silent = false;
    std::vector<std::size_t> held;  ///< given and not answered, whoever has the lease now
  };

  [[nodiscard]] Hand& of(Rank rank) { return hands_.at(static_cast<std::size_t>(rank)); }

  [[nodiscard]] const Hand& of(Rank rank) const { return hands_.at(static_cast<std::size_t>(rank)); }

  std::vector<Task> tasks_;
  std::vector<Hand> hands_;
  std::deque<std::size_t> pending_;
  Clock::duration lease_;
  std::size_t done_ = 0;
};

}  // namespace shanhai::cluster
