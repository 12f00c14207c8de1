#pragma once

#include <vector>

#include "economy/production.hpp"
#include "flow/ledger.hpp"

namespace shanhai::economy {

/// Levies the taxes of a park on what a year brought, and parts them among the levels of government.
class Levy {
 public:
  Levy(const Park& park, std::size_t lanes);

  void begin(const flow::Draws& draws) noexcept { draws_ = &draws; }

  /// Fills the ledger's streams.
  void step(int year, const Firms& firms, const Production& production, flow::Ledger& ledger) noexcept;

 private:
  /// A row of what is taxed, of which each amount counts `per` times, and nothing where it is negative.
  struct Taxed {
    ConstLanes amount;
    flow::Operand per{1.0};
  };

  void levy(int year, std::size_t tax, std::size_t sector, const Firms& firms, const Production& production) noexcept;
  [[nodiscard]] Taxed taxed(std::size_t tax,
                            std::size_t sector,
                            const Firms& firms,
                            const Production& production) const noexcept;
  void grant_holiday(std::size_t tax, std::size_t sector, const Rows& ages, ConstLanes mature, Lanes amount) noexcept;
  void part(int year, std::size_t tax, flow::Ledger& ledger) noexcept;

  const Park* park_;
  const flow::Draws* draws_ = nullptr;
  std::vector<std::size_t> order_;
  std::vector<Rows> amount_;  // [tax][sector] gross
  Rows due_;
};

}  // namespace shanhai::economy
