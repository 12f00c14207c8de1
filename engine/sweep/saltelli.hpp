#pragma once

#include <cstddef>
#include <cstdint>

namespace shanhai::sweep {

/// Which points of a Saltelli design are which: base row after base row, in each of them A, B, and for every axis AB,
/// which is A with that axis' value from B. So the points of the first base rows are a design by themselves. Source:
/// Saltelli et al., Computer Physics Communications 181 (2010), with A and B as there from one Sobol sequence of two
/// dimensions an axis.
struct SaltelliPoints {
  std::size_t axes = 0;

  /// Points of a base row.
  [[nodiscard]] constexpr std::uint64_t of_row() const noexcept { return axes + 2; }

  [[nodiscard]] constexpr std::uint64_t a(std::uint64_t row) const noexcept { return row * of_row(); }

  [[nodiscard]] constexpr std::uint64_t b(std::uint64_t row) const noexcept { return a(row) + 1; }

  [[nodiscard]] constexpr std::uint64_t ab(std::uint64_t row, std::size_t axis) const noexcept {
    return a(row) + 2 + axis;
  }
};

}  // namespace shanhai::sweep
