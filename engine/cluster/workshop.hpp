#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "cluster/hands.hpp"

namespace shanhai::cluster {

/// Does a duty in a thread of its own. What the duty throws is told as a trouble.
class Workshop {
 public:
  explicit Workshop(Duty duty);
  Workshop(const Workshop&) = delete;
  Workshop(Workshop&&) = delete;
  Workshop& operator=(const Workshop&) = delete;
  Workshop& operator=(Workshop&&) = delete;
  ~Workshop();

  /// Which live no longer than the workshop.
  [[nodiscard]] Hands hands();

 private:
  using Step = std::function<std::optional<Finished>()>;

  void add(Step step);
  void stop();
  void work(const std::stop_token& stop);
  [[nodiscard]] std::optional<Finished> finished();

  Duty duty_;
  std::mutex mutex_;
  std::condition_variable_any news_;
  std::deque<Step> steps_;
  std::deque<Finished> finished_;
  std::jthread thread_;  // the last to come and the first to go
};

}  // namespace shanhai::cluster
