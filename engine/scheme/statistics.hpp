#pragma once

#include <optional>

#include "core/reference.hpp"
#include "scheme/clause.hpp"

namespace shanhai::scheme {

/// Shares of the parties, or everything counted for each.
struct StatisticsCredit {
  Shares shares;
  bool full = false;

  bool operator==(const StatisticsCredit&) const = default;
};

/// Credit for appraisal, reported beside the money.
struct Statistics {
  static constexpr std::string_view key = "statistics";
  static constexpr Words summary{"统计分成：产值、增加值的考核归属", "credit for output and value added in appraisal"};
  static constexpr Stage stage = Stage::accrual;

  using Credit = StatisticsCredit;

  std::optional<Credit> output;
  std::optional<Credit> value_added;
  std::optional<YearRange> years = std::nullopt;
  PartyRef otherwise_to = {};

  bool operator==(const Statistics&) const = default;

  static constexpr auto fields() {
    return std::tuple{
        optional(
            "output", &Statistics::output, {"产值归属；full 指各方全额计入", "output; `full` counts all for each"}),
        optional("value_added", &Statistics::value_added, {"增加值归属", "value added"}),
        optional("years", &Statistics::years, {"分享统计的年份", "the years in which credit is shared"}),
        optional("otherwise_to",
                 &Statistics::otherwise_to,
                 {"其余年份归谁，默认第一个飞入地", "who has all credit in other years; the first host unless given"}),
    };
  }

  [[nodiscard]] std::size_t memory_rows(const flow::Shape& /*shape*/) const noexcept { return 0; }

  void apply(Books& books, Rows& memory) const noexcept;

 private:
  void credit(Books& books, const Credit& rule, ConstLanes total, LazyRows& to) const noexcept;
};

}  // namespace shanhai::scheme
