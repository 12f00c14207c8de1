#pragma once

#include <cstddef>
#include <memory>

#include "core/lanes.hpp"

namespace shanhai::run {

/// Numbers kept of paths, shape [series][path], in one piece of memory. It is not cleared: only what was written may be
/// read.
///
/// Where the system has large pages, the memory asks for them: many million numbers are written once, and the first
/// touch of every small page would cost as much as simulating the paths on it.
class PathTable {
 public:
  explicit PathTable(std::size_t series) : series_(series) {}

  [[nodiscard]] std::size_t size() const noexcept { return series_; }

  [[nodiscard]] std::size_t paths() const noexcept { return paths_; }

  [[nodiscard]] Lanes operator[](std::size_t series) noexcept { return {row(series), paths_}; }

  [[nodiscard]] ConstLanes operator[](std::size_t series) const noexcept { return {row(series), paths_}; }

  /// Makes room for so many paths; those there stay. Throws std::bad_alloc.
  void grow(std::size_t paths);

 private:
  struct Free {
    void operator()(double* data) const noexcept;
  };

  [[nodiscard]] double* row(std::size_t series) const noexcept {
    SHANHAI_EXPECT(series < series_);
    return data_.get() + series * paths_;
  }

  std::size_t series_;
  std::size_t paths_ = 0;
  std::unique_ptr<double[], Free> data_;  // NOLINT(modernize-avoid-c-arrays)
};

}  // namespace shanhai::run
