#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace shanhai::run {

/// Does act(0), ..., act(count - 1), each once, on this thread and up to threads - 1 others. What one throws ends the
/// rest that has not begun, and is thrown here.
template <class Act>
void in_parallel(std::size_t count, unsigned threads, const Act& act) {
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  std::exception_ptr failure;
  const auto take_part = [&] {
    try {
      for (std::size_t task = next++; task < count; task = next++) {
        act(task);
      }
    } catch (...) {
      const std::scoped_lock lock(mutex);
      failure = std::current_exception();
      next = count;
    }
  };
  {
    std::vector<std::jthread> others;
    for (unsigned thread = 1; thread < threads && thread < count; ++thread) {
      others.emplace_back(take_part);
    }
    take_part();
  }
  if (failure) {
    std::rethrow_exception(failure);
  }
}

}  // namespace shanhai::run
