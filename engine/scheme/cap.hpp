#pragma once

#include <array>
#include <optional>

#include "core/reference.hpp"
#include "scheme/clause.hpp"

namespace shanhai::scheme {

/// What one party is due from the shared pool is capped, by year or in all; the excess goes to another party.
struct Cap {
  static constexpr std::string_view key = "cap";
  static constexpr Words summary{"封顶：一方所得超过上限的部分归另一方",
                                 "what one party is due above a limit goes to another"};
  static constexpr Stage stage = Stage::accrual;
  static constexpr std::array<std::string_view, 2> choice{"total", "yearly"};

  PartyRef party;
  std::optional<Number> total;
  std::optional<Levels> yearly;
  PartyRef excess_to;

  bool operator==(const Cap&) const = default;

  static constexpr auto fields() {
    return std::tuple{
        required("party", &Cap::party, {"封顶的一方", "the party whose accrual is capped"}),
        optional("total", &Cap::total, {"累计上限", "limit of what it gets in all"}).in(range::amount),
        optional("yearly", &Cap::yearly, {"年度上限", "limit by year"}).in(range::amount),
        optional("excess_to",
                 &Cap::excess_to,
                 {"超出部分归谁，默认第一个飞入地", "who gets the excess, by default the first host"}),
    };
  }

  /// Row 0: accrued so far.
  [[nodiscard]] std::size_t memory_rows(const flow::Shape& /*shape*/) const noexcept { return 1; }

  void apply(Books& books, Rows& memory) const noexcept;
  void follow(Books& books, const Rows& memory, Marginal& marginal) const noexcept;
};

}  // namespace shanhai::scheme
