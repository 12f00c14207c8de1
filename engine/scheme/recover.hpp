#pragma once

#include "core/reference.hpp"
#include "scheme/clause.hpp"

namespace shanhai::scheme {

/// A part of the pool first repays what one party put in, until it has recovered the amount.
struct Recover {
  static constexpr std::string_view key = "recover";
  static constexpr Words summary{"先还本：先偿还一方的投入", "first repay what one party put in"};
  static constexpr Stage stage = Stage::pool;

  /// A known amount, or the party's own costs up to and including the year.
  struct Target {
    Number amount;
    bool own_costs = false;

    bool operator==(const Target&) const = default;
  };

  PartyRef party;
  Target amount;
  Levels share = Number{1};

  bool operator==(const Recover&) const = default;

  static constexpr auto fields() {
    return std::tuple{
        required("party", &Recover::party, {"收回投入的一方", "the party that recovers"}),
        required("amount",
                 &Recover::amount,
                 {"收回金额；costs 指该方截至当年的成本", "the amount; `costs`: the party's own costs so far"})
            .in(range::amount),
        optional("share", &Recover::share, {"用于还本的比例，按年", "the part of the pool that repays, by year"})
            .in(range::share),
    };
  }

  /// Row 0: recovered so far.
  [[nodiscard]] std::size_t memory_rows(const flow::Shape& /*shape*/) const noexcept { return 1; }

  void apply(Books& books, Rows& memory) const noexcept;
  void follow(Books& books, const Rows& memory, Marginal& marginal) const noexcept;

 private:
  [[nodiscard]] Operand target(const Books& books) const noexcept;
};

}  // namespace shanhai::scheme
