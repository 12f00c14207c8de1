#pragma once

#include <cstdint>
#include <vector>

#include "core/lanes.hpp"
#include "flow/draws.hpp"

namespace shanhai::run {

/// What a party's cash flows are worth, for a block of paths. Shape of `flows`: [t = 0..T][lane].
///
/// Amounts below 1e-9 of the flows they come from count as none.
class Valuation {
 public:
  Valuation(int years, std::size_t lanes) : row_(rows, lanes), leaves_(static_cast<std::size_t>(years)) {}

  /// @param rate  discount rate, nominal
  void value(const Rows& flows, flow::Operand rate) noexcept;

  [[nodiscard]] ConstLanes npv() const noexcept { return row_[worth]; }  ///< sum CF_t / (1 + r)^t

  [[nodiscard]] ConstLanes size() const noexcept { return row_[gross]; }  ///< sum |CF_t| / (1 + r)^t

  [[nodiscard]] ConstLanes payback() const noexcept { return row_[back]; }  ///< year, T + 1 for never

  /// In how many lanes the NPV at t of what remains is below 0, shape [t = 0..T-1].
  [[nodiscard]] const std::vector<std::uint64_t>& leaves() const noexcept { return leaves_; }

 private:
  enum Row : std::size_t { worth, gross, back, discount, rows };

  template <std::size_t many>
  void look_back(const Rows& flows, std::size_t at) noexcept;
  template <std::size_t many>
  void pay_back(const Rows& flows, std::size_t at) noexcept;

  Rows row_;
  std::vector<std::uint64_t> leaves_;
};

/// The cash flows of the years 1..T together.
void add_after_signing(const Rows& flows, Lanes total) noexcept;

}  // namespace shanhai::run
