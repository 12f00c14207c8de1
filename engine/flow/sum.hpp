#pragma once

#include <vector>

#include "core/weighted_sum.hpp"
#include "flow/draws.hpp"

namespace shanhai::flow {

/// A sum of rows, each times two numbers that may be drawn: terms are collected, then all are added in one loop.
/// Allocates only when built.
class Sum {
 public:
  /// @param most  terms it may have
  explicit Sum(std::size_t most) {
    known_.reserve(most);
    drawn_.reserve(most);
  }

  void clear() noexcept {
    known_.clear();
    drawn_.clear();
  }

  /// @pre a row of Rows, which stays as it is until `write`; no more than `most` terms
  void add(ConstLanes row, Operand a, Operand b = Operand{1.0}) noexcept {
    SHANHAI_EXPECT(known_.size() < known_.capacity() && drawn_.size() < drawn_.capacity());
    if (!a.is_known() || !b.is_known()) {
      drawn_.push_back({row, a, b});
    } else if (a.value() * b.value() != 0) {
      known_.push_back({row, a.value() * b.value()});
    }
  }

  /// Gives the sum of each lane to act(lane, sum).
  /// @param room  for sums on their way; `act` may write it
  template <class Act>
  void each(Lanes room, const Act& act) const noexcept {
    if (drawn_.empty()) {
      each_weighted_sum<double>(known_, room, act);
    } else {
      write(room);
      each_lane(room.size(), [&](std::size_t i) { act(i, room[i]); });
    }
  }

  void write(Lanes out) const noexcept {
    weighted_sum<double>(known_, out);
    for (const Drawn& term : drawn_) {
      each_lane(out.size(), [&](std::size_t i) { out[i] += term.row[i] * (term.a[i] * term.b[i]); });
    }
  }

 private:
  struct Drawn {
    ConstLanes row;
    Operand a;
    Operand b;
  };

  std::vector<Weighted<double>> known_;
  std::vector<Drawn> drawn_;
};

}  // namespace shanhai::flow
