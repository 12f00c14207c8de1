#pragma once

#include <cstddef>
#include <cstdint>

#include "flow/ledger.hpp"

namespace shanhai::run {

/// Where each quantity of an outcome stands among the series that are summed path by path.
class SeriesMap {
 public:
  enum class Level : std::uint8_t { local, gross, central, province };

  /// By year, of a party under a scheme, of a run in full; years 0..T.
  enum class Yearly : std::uint8_t { cash_flow, accrual, output_credit, value_added_credit };

  /// One number a path, of a party under a scheme.
  enum class Single : std::uint8_t { size, floor_calls, broken };

  /// @param in_full  else nothing by year of a party has a place
  SeriesMap(flow::Shape shape, std::size_t groups, std::size_t schemes, bool in_full);

  [[nodiscard]] std::size_t size() const noexcept { return size_; }

  [[nodiscard]] std::size_t revenue(std::size_t group, Level level, std::size_t stream, int year) const noexcept;
  [[nodiscard]] std::size_t yearly(std::size_t scheme, std::size_t party, Yearly what, int year) const noexcept;
  [[nodiscard]] std::size_t single(std::size_t scheme, std::size_t party, Single what) const noexcept;
  [[nodiscard]] std::size_t ratio(std::size_t scheme) const noexcept;

 private:
  static constexpr std::size_t levels = 4;
  static constexpr std::size_t singles = 3;

  std::size_t parties_;
  std::size_t streams_;
  std::size_t years_;  // T + 1
  std::size_t yearlies_;
  std::size_t party_start_;
  std::size_t ratio_start_;
  std::size_t size_;
};

}  // namespace shanhai::run
