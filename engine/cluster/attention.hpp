#pragma once

#include <utility>

#include "cluster/schedule.hpp"

namespace shanhai::cluster {

/// Tells time in which nobody was listening here, because the process was stopped or a disk was slow: then the silence
/// of others says nothing.
class Attention {
 public:
  explicit Attention(Time now) noexcept : last_(now) {}

  /// How long it was since the last call, if that is long; else nothing.
  [[nodiscard]] Clock::duration missed(Time now) noexcept {
    const Clock::duration since = now - std::exchange(last_, now);
    return since > std::chrono::seconds(1) ? since : Clock::duration::zero();
  }

 private:
  Time last_;
};

}  // namespace shanhai::cluster
