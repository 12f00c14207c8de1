#pragma once

#include <vector>

#include "economy/production.hpp"
#include "flow/ledger.hpp"

namespace shanhai::economy {

/// Levies the taxes of a park on what a year brought, and parts them among the levels of government.
///
/// A tax on a tax is one on the base of the first, at the product of their rates. So every tax is a weighted sum over
/// sectors of something they produce, earn or stand on.
class Levy {
 public:
  Levy(const Park& park, std::size_t lanes);

  void begin(const flow::Draws& draws) noexcept { draws_ = &draws; }

  /// Fills the ledger's streams.
  void step(int year, const Firms& firms, const Production& production, flow::Ledger& ledger) noexcept;

 private:
  /// A product of numbers, of which some may be drawn.
  class Product {
   public:
    explicit Product(Lanes row) : row_(row) {}

    void times(flow::Operand factor) noexcept;

    [[nodiscard]] flow::Operand known() const noexcept { return flow::Operand{known_}; }

    [[nodiscard]] flow::Operand drawn() const noexcept { return drawn_; }

   private:
    Lanes row_;
    double known_ = 1;
    flow::Operand drawn_{1.0};
  };

  [[nodiscard]] std::size_t root(std::size_t tax) const noexcept;
  [[nodiscard]] Product weight(int year, std::size_t tax, std::size_t sector) noexcept;
  [[nodiscard]] ConstLanes base(std::size_t root,
                                std::size_t sector,
                                const Firms& firms,
                                const Production& production) const noexcept;
  void part(int year, std::size_t tax, flow::Ledger& ledger) noexcept;

  const Park* park_;
  const flow::Draws* draws_ = nullptr;
  flow::Sum sum_;
  Rows weight_;  // [sector] where it is drawn
};

}  // namespace shanhai::economy
