#pragma once

#include <vector>

#include "flow/draws.hpp"
#include "flow/ledger.hpp"
#include "run/scenario.hpp"

namespace shanhai::run {

/// The control variates of a block of paths: numbers of expectation 0 that move as the net present values do.
///
/// Each surprise of the economy is summed over the years in two ways: weighed with what the year itself is worth in the
/// deterministic twin, and with what that year and all later ones are worth there. Besides, how far each uncertain
/// number is from its mean.
class Controls {
 public:
  /// @param worth  what years 1..T of the twin's revenue are worth, shape [t - 1]; no controls where it is empty
  Controls(const Scenario& scenario, const std::vector<double>& worth, std::size_t lanes);

  [[nodiscard]] static std::size_t count(const Scenario& scenario);

  void begin() noexcept { rows_.fill(0); }

  /// Adds the surprises of a year.
  void add(const flow::Ledger& ledger) noexcept;

  /// Writes the uncertain numbers.
  void finish(const flow::Draws& draws) noexcept;

  [[nodiscard]] const Rows& rows() const noexcept { return rows_; }  ///< [control]

 private:
  std::vector<double> means_;  // [uncertain number]
  std::vector<double> worth_;  // [t - 1]
  std::vector<double> ahead_;  // [t - 1] of t and all later years
  Rows rows_;
};

}  // namespace shanhai::run
