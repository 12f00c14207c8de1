#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cluster/attention.hpp"
#include "cluster/farewell.hpp"
#include "cluster/mail.hpp"
#include "cluster/packed.hpp"
#include "cluster/schedule.hpp"
#include "store/refusal.hpp"

namespace shanhai::cluster {

/// What all ranks do together.
struct Job {
  std::string work;                                  ///< what a worker needs to know to prepare
  std::vector<std::vector<std::uint64_t>> tasks;     ///< [task] its points
  Clock::duration lease = std::chrono::seconds(30);  ///< for how long a rank may be silent

  /// Keeps results, all or none of them. A point that it has already must have the same result.
  std::function<std::optional<store::Refusal>(std::span<const store::PointResult>)> write;
};

/// How a job ended.
struct End {
  bool interrupted = false;
  std::optional<store::Refusal> refusal;  ///< why it could not go on
  std::vector<std::uint64_t> points;      ///< [rank] how many it did first
  std::vector<Rank> silent;               ///< ranks that did not say goodbye: the others cannot end in good order
};

/// Hands out tasks and keeps what comes back. It asks for the time nowhere and never waits, except for `write`.
class Master {
 public:
  Master(Mail mail, Job job, Time now);

  void take(const Message& message, Time now);
  void turn(Time now);

  /// Somebody asked the job to end.
  void interrupt();

  [[nodiscard]] bool is_over() const noexcept { return over_; }

  /// @pre is_over()
  [[nodiscard]] const End& end() const noexcept { return end_; }

 private:
  /// An answer that is not written yet.
  struct Given {
    Rank rank = 0;
    std::optional<Rank> before;  ///< who answered the same before
    Answer answer;
  };

  void take_ready(const Message& message, Time now);
  void take_result(const Message& message);
  void hand_out();
  void write();
  void write_again(const Given& given);
  void refuse(const Text& reason, Rank rank);
  [[nodiscard]] Text name_of(Rank rank) const;

  Mail mail_;
  Job job_;
  Schedule schedule_;
  Farewell farewell_;
  Attention attention_;
  std::vector<std::optional<Ready>> ready_;  ///< [rank]
  std::vector<Given> given_;
  Time last_told_;
  Time last_written_;
  bool has_begun_ = false;  ///< handing out tasks
  bool over_ = false;
  End end_;
};

}  // namespace shanhai::cluster
