#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <span>

#include "core/contract.hpp"

namespace shanhai {

/// One quantity of one year in every path of a block; contiguous, lane i is path `first + i`.
using Lanes = std::span<double>;
using ConstLanes = std::span<const double>;

/// No block holds more paths than this.
inline constexpr std::size_t most_lanes = std::size_t{1} << 18;

/// Consecutive paths: the unit in which futures are simulated.
struct PathRange {
  std::uint64_t first = 0;
  std::size_t count = 0;
};

/// Does something in every lane. Lanes know nothing of each other: the compiler may take many at once without asking
/// whether their rows overlap.
template <class Act>
[[gnu::always_inline]] inline void each_lane(std::size_t lanes, const Act& act) noexcept {
#ifndef __clang__
#pragma GCC ivdep
#endif
  for (std::size_t lane = 0; lane < lanes; ++lane) {
    act(lane);
  }
}

/// A set of rows of equal length: shape [row][lane], every row 64-byte aligned. Allocates only when built.
class Rows {
 public:
  Rows() = default;

  /// @pre at most most_lanes lanes
  Rows(std::size_t rows, std::size_t lanes)
      : rows_(rows),
        lanes_(lanes),
        stride_((lanes + 7) / 8 * 8),
        data_(static_cast<double*>(::operator new[]((rows * stride_ + 1) * sizeof(double), std::align_val_t{64}))) {
    SHANHAI_EXPECT(lanes <= most_lanes);
    fill(0);
  }

  [[nodiscard]] std::size_t size() const noexcept { return rows_; }

  [[nodiscard]] std::size_t lanes() const noexcept { return lanes_; }

  [[nodiscard]] Lanes operator[](std::size_t row) noexcept {
    SHANHAI_EXPECT(row < rows_);
    lent_ = true;
    return {data_.get() + row * stride_, lanes_};
  }

  [[nodiscard]] ConstLanes operator[](std::size_t row) const noexcept {
    SHANHAI_EXPECT(row < rows_);
    return {data_.get() + row * stride_, lanes_};
  }

  /// Whether any row was ever lent for writing; if not, they need not be cleared.
  [[nodiscard]] bool lent() const noexcept { return lent_; }

  void fill(double value) noexcept {
    for (std::size_t i = 0; i < rows_ * stride_; ++i) {
      data_[i] = value;
    }
  }

 private:
  struct Free {
    void operator()(double* data) const noexcept { ::operator delete[](data, std::align_val_t{64}); }
  };

  std::size_t rows_ = 0;
  std::size_t lanes_ = 0;
  std::size_t stride_ = 0;
  bool lent_ = false;
  std::unique_ptr<double[], Free> data_;  // NOLINT(modernize-avoid-c-arrays)
};

}  // namespace shanhai
