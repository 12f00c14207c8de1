#pragma once

#include <cstdint>
#include <string_view>

#include "core/lanes.hpp"
#include "random/philox.hpp"

namespace shanhai::random {

/// Random numbers addressed by (path, year, draw), never by order of asking.
///
/// Every number is a pure function of seed, name, path, year and draw: the same for any blocks,
/// threads and machines, and untouched by draws added elsewhere. Philox4x32-10 (philox.hpp) with
/// the key from (seed, name). Paths go by groups of 64, which sixteen counters serve: word w of the counter (16 g + c,
/// year, draw) is that of path 64 g + 16 w + c, so that vector units find their words side by side.
class Stream {
 public:
  /// `name` is the quantity that is drawn, such as "arrivals.machinery".
  Stream(std::uint64_t seed, std::string_view name) noexcept;

  /// Uniform numbers (w + 1/2) / 2^32 in (0, 1), w a 32-bit word; out[i] belongs to path
  /// paths.first + i.
  /// @pre out.size() == paths.count
  void uniform(PathRange paths, std::uint32_t year, std::uint32_t draw, Lanes out) const noexcept;

  /// The same, rounded to single precision: in (0, 1].
  void uniform(PathRange paths, std::uint32_t year, std::uint32_t draw, Singles out) const noexcept;

  /// Standard normal numbers in single precision: a pair of the words of paths 256 c + i and 256 c + 128 + i,
  /// i < 128 (box_muller.hpp).
  void normal(PathRange paths, std::uint32_t year, std::uint32_t draw, Singles out) const noexcept;

  /// The same numbers, wider.
  void normal(PathRange paths, std::uint32_t year, std::uint32_t draw, Lanes out) const noexcept;

 private:
  PhiloxKey key_;
};

}  // namespace shanhai::random
