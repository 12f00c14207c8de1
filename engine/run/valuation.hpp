#pragma once

#include "core/lanes.hpp"
#include "flow/draws.hpp"

namespace shanhai::run {

/// What a party's cash flows are worth, for a block of paths. Shape of `flows`: [t = 0..T][lane].
///
/// Amounts below 1e-9 of the flows they come from count as none.
struct Valuation {
  Valuation(int years, std::size_t lanes) : row(5, lanes), leave(static_cast<std::size_t>(years), lanes) {}

  /// @param rate  discount rate, nominal
  void value(const Rows& flows, flow::Operand rate) noexcept;

  [[nodiscard]] Lanes npv() noexcept { return row[0]; }  ///< sum CF_t / (1 + r)^t

  [[nodiscard]] Lanes size() noexcept { return row[1]; }  ///< sum |CF_t| / (1 + r)^t

  [[nodiscard]] Lanes payback() noexcept { return row[2]; }  ///< year, T + 1 for never

  Rows row;
  Rows leave;  ///< [t = 0..T-1] 1 where the NPV at t of what remains is below 0

 private:
  void look_back(const Rows& flows, flow::Operand rate) noexcept;
  void pay_back(const Rows& flows) noexcept;
};

}  // namespace shanhai::run
