#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace shanhai::run {

/// How much is simulated. The results are the same for any threads and block.
struct Plan {
  std::uint64_t seed = 0;
  std::uint64_t paths = 100'000;  ///< with a precision: at most
  unsigned threads = 1;
  std::size_t block = 256;           ///< paths simulated together; a cache choice
  std::uint64_t band_paths = 8'192;  ///< bands by year and IRR come from at most so many of the first paths
  bool in_full = true;               ///< else nothing by year and no comparisons: what a sweep keeps
  bool twin = false;                 ///< the deterministic twin instead: one path, nothing random

  /// Bands by year and IRR come from the first sixteenth of the paths, but from no fewer than 1,024 and no more than
  /// band_paths: a path that is kept for them costs some three times as much as another.
  [[nodiscard]] std::uint64_t bands() const noexcept {
    return std::min({paths, band_paths, std::max<std::uint64_t>(paths / 16, 1024)});
  }

  /// Stop as soon as the mean NPVs of all parties and schemes, and the order of the schemes, are known at 95% to this
  /// part of the present value of the retained revenue.
  std::optional<double> precision;

  bool keep_npv = false;  ///< the outcome has the net present values of every path
};

}  // namespace shanhai::run
