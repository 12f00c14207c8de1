#pragma once

#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace shanhai::run {

/// Does act(0), ..., act(count - 1), each once, on this thread and up to threads - 1 others.
template <class Act>
void in_parallel(std::size_t count, unsigned threads, const Act& act) {
  std::atomic<std::size_t> next{0};
  const auto take_part = [&] {
    for (std::size_t task = next++; task < count; task = next++) {
      act(task);
    }
  };
  std::vector<std::jthread> others;
  for (unsigned thread = 1; thread < threads && thread < count; ++thread) {
    others.emplace_back(take_part);
  }
  take_part();
}

}  // namespace shanhai::run
