#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <mutex>
#include <utility>
#include <vector>

#include "core/lanes.hpp"
#include "run/in_parallel.hpp"
#include "stats/lane_sums.hpp"

namespace shanhai::run {

/// So many units one thread brings together, in their order, before they are merged with others. As the size of a unit,
/// it is part of the meaning of a sum.
inline constexpr std::size_t units_per_part = 16;

/// Looks at all paths, unit by unit, on so many threads. Every thread has one worker from make(): it takes units, and
/// after each part gives up what it summed. In the end join(worker), one at a time.
///
/// @returns what worker.end_part() gave, merged in the order of the parts: the same bits for any number of threads
template <class Make, class Join>
auto in_parts(std::uint64_t paths, unsigned threads, const Make& make, const Join& join) {
  constexpr std::uint64_t part_paths = units_per_part * stats::unit_paths;
  const auto parts = static_cast<std::size_t>((paths + part_paths - 1) / part_paths);
  std::vector<decltype(make().end_part())> of_part(parts);
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  const std::size_t workers = std::min<std::size_t>(threads, parts);
  in_parallel(workers, threads, [&](std::size_t /*worker*/) {
    auto worker = make();
    for (std::size_t part = next++; part < parts; part = next++) {
      const std::uint64_t last = std::min((part + 1) * part_paths, paths);
      for (std::uint64_t first = part * part_paths; first < last; first += stats::unit_paths) {
        worker.take({first, static_cast<std::size_t>(std::min<std::uint64_t>(stats::unit_paths, last - first))});
      }
      of_part[part] = worker.end_part();
    }
    const std::scoped_lock lock(mutex);
    join(worker);
  });
  auto all = std::move(of_part[0]);
  for (std::size_t part = 1; part < parts; ++part) {
    all.merge(of_part[part]);
  }
  return all;
}

}  // namespace shanhai::run
