#pragma once

#include <algorithm>
#include <vector>

#include "core/lanes.hpp"

namespace shanhai {

/// Rows that are 0 until written: what a year books. A new year forgets what was written and touches no row, for
/// clearing them all would carry every row through the cache once more.
class LazyRows {
 public:
  LazyRows(std::size_t rows, std::size_t lanes) : rows_(rows, lanes), written_(rows) {}

  [[nodiscard]] std::size_t size() const noexcept { return rows_.size(); }

  /// Makes all 0.
  void clear() noexcept { std::ranges::fill(written_, char{0}); }

  [[nodiscard]] bool written(std::size_t row) const noexcept { return written_[row] != 0; }

  /// A row to change.
  [[nodiscard]] Lanes operator[](std::size_t row) noexcept {
    const bool blank = !written(row);
    const Lanes lanes = overwrite(row);
    if (blank) {
      std::ranges::fill(lanes, 0.0);
    }
    return lanes;
  }

  /// A row of which every lane is to be set.
  [[nodiscard]] Lanes overwrite(std::size_t row) noexcept {
    written_[row] = 1;
    return rows_[row];
  }

  /// A row as it stands; to be asked for again once it is written.
  [[nodiscard]] ConstLanes operator[](std::size_t row) const noexcept {
    return written(row) ? rows_[row] : ConstLanes{zeros(), rows_.lanes()};
  }

 private:
  Rows rows_;
  std::vector<char> written_;
};

}  // namespace shanhai
