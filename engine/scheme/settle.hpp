#pragma once

#include "core/reference.hpp"
#include "scheme/clause.hpp"

namespace shanhai::scheme {

/// What the other parties are due is paid by the holder later, in equal instalments; what is unpaid at the end falls
/// due.
struct Settle {
  static constexpr std::string_view key = "settle";
  static constexpr Words summary{"结算：由一方代收，延后分次支付",
                                 "the holder pays what the others are due later, in instalments"};
  static constexpr Stage stage = Stage::accrual;

  int lag = 0;
  int instalments = 1;
  PartyRef held_by;

  bool operator==(const Settle&) const = default;

  static constexpr auto fields() {
    return std::tuple{
        optional("lag", &Settle::lag, {"延后年数", "years until the first instalment"}).in({0, 200}),
        optional("instalments", &Settle::instalments, {"分几年支付", "yearly instalments"}).in({1, 200}),
        optional("held_by",
                 &Settle::held_by,
                 {"代收方，默认第一个飞入地", "who holds the money, by default the first host"}),
    };
  }

  /// For each party: row 0 what it is owed, then what falls due by year modulo lag + instalments.
  [[nodiscard]] std::size_t memory_rows(const flow::Shape& shape) const noexcept {
    return shape.parties * (1 + span());
  }

  void apply(Books& books, Rows& memory) const noexcept;

 private:
  [[nodiscard]] std::size_t span() const noexcept {
    return static_cast<std::size_t>(lag) + static_cast<std::size_t>(instalments);
  }
};

}  // namespace shanhai::scheme
