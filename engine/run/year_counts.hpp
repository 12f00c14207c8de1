#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace shanhai::run {

/// Paths by the year in which something happened or held, shape [scheme, party][year 0..T, then never].
struct YearCounts {
  YearCounts(std::size_t rows, std::size_t years) : of(rows, std::vector<std::uint64_t>(years + 1)) {}

  void merge(const YearCounts& other) noexcept {
    for (std::size_t row = 0; row < of.size(); ++row) {
      std::ranges::transform(of[row], other.of[row], of[row].begin(), std::plus<>{});
    }
  }

  std::vector<std::vector<std::uint64_t>> of;
};

}  // namespace shanhai::run
