#pragma once

#include <string>

#include "memo/run_view.hpp"
#include "workbook/look.hpp"
#include "workbook/workbook.hpp"

namespace shanhai::workbook {

/// What every sheet on a run is written from. All money is in the scenario's unit.
struct Briefing : memo::RunView {
  std::string unit;   ///< such as 万元
  std::string money;  ///< the number format of amounts
  int decimals = 0;   ///< of it

  [[nodiscard]] std::size_t parties() const noexcept { return scenario.parties.size(); }

  [[nodiscard]] std::size_t schemes() const noexcept { return outcome.schemes.size(); }

  [[nodiscard]] std::size_t years() const noexcept { return static_cast<std::size_t>(scenario.horizon.years); }

  /// Whether a party's rate differs between futures.
  [[nodiscard]] bool draws_rate(std::size_t party) const noexcept {
    return !twin() && !scenario.parties[party].discount_rate.is_known();
  }

  /// Whether means are sharper than plain ones, by control variates.
  [[nodiscard]] bool sharpened() const noexcept { return outcome.precision.has_value(); }

  /// Whether a party's mean net present value is that of its mean cash flows.
  [[nodiscard]] bool follows_from_flows(std::size_t party) const noexcept { return !draws_rate(party) && !sharpened(); }

  /// How wide a column of amounts up to this is, with a sign.
  [[nodiscard]] std::size_t width_of(double amount) const;

  /// How wide a column with the names of schemes is.
  [[nodiscard]] std::size_t width_of_schemes() const;

  /// How wide a column with the names of parties is.
  [[nodiscard]] std::size_t width_of_parties() const;

  [[nodiscard]] Look amount() const { return {.number = money}; }
};

[[nodiscard]] Briefing briefing_of(const run::Scenario& scenario, const run::Outcome& outcome, Language language);

// The names of the sheets.
inline constexpr Words summary_sheet{"摘要", "Summary"};
inline constexpr Words cash_flow_sheet{"现金流", "Cash flows"};
inline constexpr Words bands_sheet{"分布区间", "Bands"};
inline constexpr Words revenue_sheet{"收入", "Revenue"};
inline constexpr Words comparisons_sheet{"两两比较", "Comparisons"};
inline constexpr Words sources_sheet{"参数与来源", "Sources"};
inline constexpr Words about_sheet{"说明", "About"};
inline constexpr Words outcomes_data{"数据-结果", "Data outcomes"};
inline constexpr Words revenue_data{"数据-收入", "Data revenue"};
inline constexpr Words comparisons_data{"数据-比较", "Data comparisons"};

inline const Look percent{.number = "0.0%"};
inline const Look head_left{.side = Side::left, .dress = Dress::head};
inline const Look head_right{.side = Side::right, .dress = Dress::head};
inline const Look label{.side = Side::left};
inline const Look caption{.bold = true};
inline const Look title_look{.dress = Dress::title};

/// Writes the heads of columns, the first `texts` of them over texts, the others over numbers; empty ones up to
/// `columns`.
void write_heads(Workbook::Sheet& sheet,
                 const Place& first,
                 const std::vector<std::string>& heads,
                 std::size_t texts,
                 std::size_t columns = 0);

/// Writes two rows over a table by year: the calendar years and below them t, in which 0 is signing.
void write_years(Workbook::Sheet& sheet, const Briefing& briefing, const Place& first, int first_year);

}  // namespace shanhai::workbook
