#include "memo/future.hpp"

#include <algorithm>
#include <cmath>

namespace shanhai::memo {

Future::Future(const run::Scenario& of, const run::Plan& by, std::size_t under, std::uint64_t number)
    : scenario(&of),
      plan(by),
      scheme(under),
      path(number),
      years(run::explain(of, by, under, number)),
      drawn(run::drawn_numbers(of, by, number)) {}

double Future::rate(std::size_t party) const noexcept {
  const Number& rate = scenario->parties[party].discount_rate;
  return rate.is_known() ? rate.value : drawn[rate.draw];
}

double Future::present_value(std::size_t party, std::size_t year) const noexcept {
  return years[year].total[party] / std::pow(1 + rate(party), static_cast<double>(year));
}

double Future::cash_flow(std::size_t party) const noexcept {
  double sum = 0;
  for (const run::YearTrace& year : years) {
    sum += year.total[party];
  }
  return sum;
}

double Future::npv(std::size_t party) const noexcept {
  double sum = 0;
  for (std::size_t year = 0; year < years.size(); ++year) {
    sum += present_value(party, year);
  }
  return sum;
}

std::optional<int> Future::overflow() const noexcept {
  const auto finite = [](double value) {
    return std::isfinite(value);
  };
  const auto found = std::ranges::find_if(years, [&](const run::YearTrace& year) {
    return !std::isfinite(year.pool) || !std::isfinite(year.output) || !std::ranges::all_of(year.total, finite);
  });
  return found == years.end() ? std::nullopt : std::optional(found->year);
}

}  // namespace shanhai::memo
