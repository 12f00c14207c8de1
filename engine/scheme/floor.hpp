#pragma once

#include <optional>

#include "core/reference.hpp"
#include "scheme/clause.hpp"
#include "scheme/payers.hpp"

namespace shanhai::scheme {

/// Tops up what one party is due from the shared pool; each payer keeps its promise of a year or breaks it.
struct Floor {
  static constexpr std::string_view key = "floor";
  static constexpr Words summary{"保底：一方所得不足时由他方补足", "tops up what one party is due"};
  static constexpr Stage stage = Stage::accrual;

  /// A level by year, or a rate by year of a principal.
  struct Guarantee {
    Levels level;  ///< amounts, or rates where `of` is given
    std::optional<Number> of;

    bool operator==(const Guarantee&) const = default;
  };

  PartyRef party;
  Guarantee amount;
  std::optional<YearRange> years;
  Payers from;
  Levels fulfilment = Number{1};
  bool count_dividends = false;

  bool operator==(const Floor&) const = default;

  static constexpr auto fields() {
    return std::tuple{
        required("party", &Floor::party, {"受保障的一方", "the party that is topped up"}),
        required("amount",
                 &Floor::amount,
                 {"每年保底金额，或 {rate, of} 按本金计", "the guaranteed amount by year, or {rate, of} a principal"})
            .in(range::amount),
        optional("years", &Floor::years, {"保底年份", "the years it runs"}),
        required("from", &Floor::from, {"由谁补足", "who pays"}),
        optional("fulfilment", &Floor::fulfilment, {"兑付概率", "the probability that a payer keeps its promise"})
            .in(range::share),
        optional("count_dividends", &Floor::count_dividends, {"分红是否计入", "whether dividends count"}),
    };
  }

  [[nodiscard]] std::size_t memory_rows(const flow::Shape& /*shape*/) const noexcept { return 0; }

  void apply(Books& books, Rows& memory) const noexcept;

  [[nodiscard]] bool may_pay(std::size_t payer) const noexcept;

 private:
  void shortfall(Books& books, Lanes missing) const noexcept;
  void pay(Books& books, ConstLanes missing, std::size_t payer) const noexcept;
};

}  // namespace shanhai::scheme
