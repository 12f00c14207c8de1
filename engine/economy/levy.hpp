#pragma once

#include <vector>

#include "economy/production.hpp"
#include "flow/ledger.hpp"
#include "flow/product.hpp"

namespace shanhai::economy {

/// Levies the taxes of a park on what a year brought, and parts them among the levels of government.
///
/// A tax on a tax is one on the base of the first, at the product of their rates. So every tax is a weighted sum over
/// sectors of something they produce, earn or stand on.
class Levy {
 public:
  Levy(const Park& park, int years, std::size_t lanes);

  void begin(const flow::Draws& draws) noexcept { draws_ = &draws; }

  /// Fills the ledger's streams.
  void step(int year, const Firms& firms, const Production& production, flow::Ledger& ledger) noexcept;

 private:
  [[nodiscard]] std::size_t root(std::size_t tax) const noexcept;
  [[nodiscard]] flow::Product weight(int year, std::size_t tax, std::size_t sector) const;
  [[nodiscard]] ConstLanes base(std::size_t root,
                                std::size_t sector,
                                const Firms& firms,
                                const Production& production) const noexcept;
  void part(int year, std::size_t tax, flow::Ledger& ledger) noexcept;

  const Park* park_;
  const flow::Draws* draws_ = nullptr;
  std::vector<flow::Product> weights_;  // [t - 1][tax][sector]
  flow::Sum sum_;
  Rows drawn_;  // [sector] products of several drawn numbers
};

}  // namespace shanhai::economy
