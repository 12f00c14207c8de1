#pragma once

#include "scheme/clause.hpp"

namespace shanhai::scheme {

/// Each party first keeps the revenue it had before; only the increment is shared.
struct Baseline {
  static constexpr std::string_view key = "baseline";
  static constexpr Words summary{"存量：各方先保留既有收入，增量再分",
                                 "each party first keeps its existing revenue; the increment is shared"};
  static constexpr Stage stage = Stage::pool;

  PerParty<Levels> amounts;

  bool operator==(const Baseline&) const = default;

  /// Written as a map of parties, without keys of its own.
  static constexpr auto fields() {
    return std::tuple{
        required("", &Baseline::amounts, {"各方每年的存量基数", "the existing revenue of each party, by year"})
            .in(range::amount)};
  }

  [[nodiscard]] std::size_t memory_rows(const flow::Shape& /*shape*/) const noexcept { return 0; }

  void apply(Books& books, Rows& memory) const noexcept;
};

}  // namespace shanhai::scheme
