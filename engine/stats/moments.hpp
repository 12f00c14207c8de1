#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace shanhai::stats {

/// Count, mean and sum of squared distances from the mean of a set of numbers.
///
/// Merging is not exact arithmetic: for the same bits, merge the same parts in the same order.
class Moments {
 public:
  Moments() = default;

  /// From sums over `count` numbers x of (x - shift) and (x - shift)²; accurate for a shift within
  /// some sd of the mean.
  Moments(std::uint64_t count, double shift, double sum, double sum_of_squares) noexcept : count_(count), mean_(shift) {
    if (count > 0) {
      const double offset = sum / static_cast<double>(count);
      mean_ = shift + offset;
      squares_ = std::max(sum_of_squares - sum * offset, 0.0);
    }
  }

  /// Adds the numbers of `later`. Source: Chan, Golub, LeVeque, "Updating formulae and a pairwise
  /// algorithm for computing sample variances", Stanford STAN-CS-79-773 (1979).
  void merge(const Moments& later) noexcept {
    if (count_ == 0 || later.count_ == 0) {
      *this = count_ == 0 ? later : *this;
      return;
    }
    const double distance = later.mean_ - mean_;
    const std::uint64_t total = count_ + later.count_;
    const double weight = static_cast<double>(later.count_) / static_cast<double>(total);
    mean_ += distance * weight;
    squares_ += later.squares_ + distance * distance * static_cast<double>(count_) * weight;
    count_ = total;
  }

  [[nodiscard]] std::uint64_t count() const noexcept { return count_; }

  /// NaN of no numbers.
  [[nodiscard]] double mean() const noexcept { return count_ > 0 ? mean_ : std::numeric_limits<double>::quiet_NaN(); }

  /// The unbiased sample variance; NaN of fewer than two numbers, which say nothing about spread.
  [[nodiscard]] double variance() const noexcept {
    return count_ > 1 ? squares_ / static_cast<double>(count_ - 1) : std::numeric_limits<double>::quiet_NaN();
  }

  [[nodiscard]] double sd() const noexcept { return std::sqrt(variance()); }

  /// Of the mean: sd / sqrt(count).
  [[nodiscard]] double standard_error() const noexcept { return std::sqrt(variance() / static_cast<double>(count_)); }

 private:
  std::uint64_t count_ = 0;
  double mean_ = 0;
  double squares_ = 0;
};

}  // namespace shanhai::stats
