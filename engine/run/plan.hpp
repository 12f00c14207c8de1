#pragma once

#include <cstddef>
#include <cstdint>

namespace shanhai::run {

/// How much is simulated. The results are the same for any threads and block.
struct Plan {
  std::uint64_t seed = 0;
  std::uint64_t paths = 100'000;
  unsigned threads = 1;
  std::size_t block = 256;            ///< paths simulated together; a cache choice
  std::uint64_t band_paths = 16'384;  ///< bands by year and IRR come from the first of the paths
  bool twin = false;                  ///< the deterministic twin instead: one path, nothing random
};

}  // namespace shanhai::run
