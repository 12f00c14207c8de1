#pragma once

#include <vector>

#include "scheme/clause.hpp"

namespace shanhai::scheme {

/// What is left of the pool, each slice of the yearly amount at its own shares.
struct Tiers {
  static constexpr std::string_view key = "tiers";
  static constexpr Words summary{"超额累进：按年度金额分档分成",
                                 "the rest of the pool, each slice of the yearly amount at its own shares"};
  static constexpr Stage stage = Stage::ending;

  std::vector<double> bounds;
  std::vector<Shares> shares;

  bool operator==(const Tiers&) const = default;

  static constexpr auto fields() {
    return std::tuple{
        required("bounds", &Tiers::bounds, {"分档界限，由低到高", "where the slices end, rising"})
            .in(range::positive_amount),
        required("shares", &Tiers::shares, {"各档份额，比界限多一档", "shares of each slice, one more than bounds"}),
    };
  }

  /// Row 0: the pool it saw last year.
  [[nodiscard]] std::size_t memory_rows(const flow::Shape& /*shape*/) const noexcept { return 1; }

  void apply(Books& books, Rows& memory) const noexcept;
  void follow(Books& books, const Rows& memory, Marginal& marginal) const noexcept;
};

}  // namespace shanhai::scheme
