#pragma once

#include <array>
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

/// The same in single precision: what chance brings before it becomes money.
using Singles = std::span<float>;
using ConstSingles = std::span<const float>;

/// No block holds more paths than this.
inline constexpr std::size_t most_lanes = std::size_t{1} << 18;

/// As many zeros as a block may hold paths.
[[nodiscard]] inline const double* zeros() noexcept {
  static std::array<double, most_lanes> none{};  // const would make them part of the program's file
  return none.data();
}

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

/// A set of rows of equal length: shape [row][lane], every row 64-byte aligned and with room for whole registers.
/// Allocates only when built.
///
/// A row takes an odd number of cache lines: rows a power of two apart would compete for the same few places of the
/// cache wherever several are read side by side.
template <class T>
class RowsOf {
 public:
  RowsOf() = default;

  /// @pre at most most_lanes lanes
  RowsOf(std::size_t rows, std::size_t lanes)
      : rows_(rows),
        lanes_(lanes),
        stride_((((lanes + whole - 1) / whole) | 1U) * whole),
        data_(static_cast<T*>(::operator new[]((rows * stride_ + 1) * sizeof(T), std::align_val_t{alignment}))) {
    SHANHAI_EXPECT(lanes <= most_lanes);
    fill(0);
  }

  [[nodiscard]] std::size_t size() const noexcept { return rows_; }

  [[nodiscard]] std::size_t lanes() const noexcept { return lanes_; }

  [[nodiscard]] std::span<T> operator[](std::size_t row) noexcept {
    SHANHAI_EXPECT(row < rows_);
    return {data_.get() + row * stride_, lanes_};
  }

  [[nodiscard]] std::span<const T> operator[](std::size_t row) const noexcept {
    SHANHAI_EXPECT(row < rows_);
    return {data_.get() + row * stride_, lanes_};
  }

  void fill(T value) noexcept {
    for (std::size_t i = 0; i < rows_ * stride_; ++i) {
      data_[i] = value;
    }
  }

 private:
  static constexpr std::size_t alignment = 64;
  static constexpr std::size_t whole = alignment / sizeof(T);

  struct Free {
    void operator()(T* data) const noexcept { ::operator delete[](data, std::align_val_t{alignment}); }
  };

  std::size_t rows_ = 0;
  std::size_t lanes_ = 0;
  std::size_t stride_ = 0;
  std::unique_ptr<T[], Free> data_;  // NOLINT(modernize-avoid-c-arrays)
};

using Rows = RowsOf<double>;
using SingleRows = RowsOf<float>;

}  // namespace shanhai
