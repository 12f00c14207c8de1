#pragma once

#include <optional>
#include <vector>

#include "cluster/mail.hpp"
#include "cluster/schedule.hpp"

namespace shanhai::cluster {

/// How a job ends: the master stops everybody, everybody says goodbye, and when all have done so they may go home. A
/// rank that is frozen is waited for only a while.
class Farewell {
 public:
  explicit Farewell(Mail mail);

  /// A rank said goodbye, asked or not.
  void bye(Rank rank);

  /// Stops everybody.
  void begin(Time now);

  /// This time does not count as waiting: nobody was listening.
  void excuse(Clock::duration time);

  [[nodiscard]] bool has_begun() const noexcept { return since_.has_value(); }

  /// Whether it is over. Where all have said goodbye they are sent home then.
  [[nodiscard]] bool is_over(Time now);

  /// Ranks that have not said goodbye.
  [[nodiscard]] std::vector<Rank> silent() const;

 private:
  Mail mail_;
  std::vector<bool> left_;
  std::optional<Time> since_;
};

}  // namespace shanhai::cluster
