#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace shanhai::stats {

/// The quantile of a whole year from a histogram: the smallest year by which the share
/// `probability` of all paths is there.
///
/// @param paths_in_year  paths whose year is y, shape [y = 0..]
/// @param never          paths without a year; they come last
/// @param probability    in [0, 1]; 0 asks for the first year that any path has
/// @returns nothing where the quantile is "never", or there are no paths
[[nodiscard]] inline std::optional<std::size_t> quantile_of_counts(std::span<const std::uint64_t> paths_in_year,
                                                                   std::uint64_t never,
                                                                   double probability) noexcept {
  std::uint64_t total = never;
  for (const std::uint64_t paths : paths_in_year) {
    total += paths;
  }
  std::uint64_t there = 0;
  for (std::size_t year = 0; year < paths_in_year.size(); ++year) {
    there += paths_in_year[year];
    // As shares: 7 of 100 is 0.07 to the last bit, where 0.07 * 100 is more than 7.
    if (there > 0 && static_cast<double>(there) / static_cast<double>(total) >= probability) {
      return year;
    }
  }
  return std::nullopt;
}

}  // namespace shanhai::stats
