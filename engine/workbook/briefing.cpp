#include "workbook/briefing.hpp"

#include <algorithm>
#include <cmath>

#include "memo/figures.hpp"

namespace shanhai::workbook {

namespace {

std::string unit_name(const run::Currency& currency, Language language) {
  constexpr std::array<std::pair<double, std::string_view>, 5> chinese{
      {{1, "元"}, {1e3, "千元"}, {1e4, "万元"}, {1e6, "百万元"}, {1e8, "亿元"}}};
  if (language == Language::zh && currency.code == "CNY") {
    const auto* const known = std::ranges::find(chinese, currency.unit, [](const auto& one) { return one.first; });
    if (known != chinese.end()) {
      return std::string(known->second);
    }
  }
  return currency.unit == 1 ? currency.code : fmt::format("{} {}", currency.code, memo::figure(currency.unit, 0));
}

/// Decimals that leave the largest net present value some five digits.
int decimals_of(const run::Outcome& outcome) {
  constexpr double most_digits = 4;
  double largest = 1;
  for (const run::SchemeOutcome& scheme : outcome.schemes) {
    for (const run::PartyOutcome& party : scheme.parties) {
      largest = std::max({largest, std::abs(party.npv.q05.value), std::abs(party.npv.q95.value)});
    }
  }
  return static_cast<int>(std::max(0.0, most_digits - std::floor(std::log10(largest))));
}

std::string format_of(int decimals) {
  const std::string digits = decimals > 0 ? "#,##0." + std::string(static_cast<std::size_t>(decimals), '0') : "#,##0";
  return digits + ";[Red]-" + digits;
}

template <class Named>
std::size_t width_of_names(const std::vector<Named>& many, Language language, std::size_t least, std::size_t most) {
  constexpr std::size_t margin = 4;
  std::size_t width = least;
  for (const Named& one : many) {
    width = std::max(width, display_width(one.name.in(language)) + margin);
  }
  return std::min(width, most);
}

}  // namespace

Briefing briefing_of(const run::Scenario& scenario, const run::Outcome& outcome, Language language) {
  const int decimals = decimals_of(outcome);
  return {{scenario, outcome, language}, unit_name(scenario.currency, language), format_of(decimals), decimals};
}

std::size_t Briefing::width_of(double amount) const {
  constexpr std::size_t least = 7;
  constexpr std::size_t margin = 2;
  return std::max(least, memo::figure(-std::abs(amount), decimals).size() + margin);
}

std::size_t Briefing::width_of_schemes() const {
  constexpr std::size_t least = 22;
  constexpr std::size_t most = 44;
  return width_of_names(scenario.schemes, language, least, most);
}

std::size_t Briefing::width_of_parties() const {
  constexpr std::size_t least = 10;
  constexpr std::size_t most = 30;
  return width_of_names(scenario.parties, language, least, most);
}

void write_heads(Workbook::Sheet& sheet,
                 const Place& first,
                 const std::vector<std::string>& heads,
                 std::size_t texts,
                 std::size_t columns) {
  for (std::size_t i = 0; i < std::max(columns, heads.size()); ++i) {
    sheet.text(first.row, first.column + i, i < heads.size() ? heads[i] : "", i < texts ? head_left : head_right);
  }
}

void write_years(Workbook::Sheet& sheet, const Briefing& briefing, const Place& first, int first_year) {
  for (int t = first_year; t <= briefing.scenario.horizon.years; ++t) {
    const std::size_t column = first.column + static_cast<std::size_t>(t - first_year);
    sheet.number(first.row, column, briefing.scenario.horizon.start + t - 1, head_right);
    sheet.number(first.row + 1, column, t, head_right);
  }
}

}  // namespace shanhai::workbook
