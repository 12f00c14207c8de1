#include "memo/outcome_figures.hpp"

#include <algorithm>
#include <cmath>

#include "core/say.hpp"
#include "memo/figures.hpp"

namespace shanhai::memo {

namespace {

constexpr int most_decimals = 6;

bool has_error(const stats::Estimate& estimate) {
  return std::isfinite(estimate.error) && estimate.error > 0;
}

/// The decimal place of a number's third digit: as far as one goes whose error is not known.
int of_three_digits(double value) {
  return std::min(most_decimals, 2 - static_cast<int>(std::floor(std::log10(std::abs(value)))));
}

}  // namespace

std::string plain_number(double value) {
  constexpr double large = 1000;
  if (std::abs(value) >= large || value == std::floor(value)) {
    return figure(value, 0);
  }
  return fmt::format("{:.4g}", value);
}

bool is_chance(const std::string& column) {
  return column == "acceptance" || column.starts_with("p_");
}

OutcomeFigures::OutcomeFigures(const std::string& expression)
    // A sum of chances is none.
    : is_chance_(is_chance(expression) && expression.find_first_of(" +-*/(") == std::string::npos) {}

std::string money_in_words(const std::string& expression, const std::string& currency, double unit, Language language) {
  if (expression.find("npv") == std::string::npos && expression.find("cvar05") == std::string::npos) {
    return "";
  }
  constexpr double ten_thousand = 10000;
  const bool is_wan = language == Language::zh && currency == "CNY" && unit == ten_thousand;
  return is_wan ? "金额单位：万元。"
                : say(language, {"金额单位：{} {}。", "Money is in units of {} {}. "}, figure(unit, 0), currency);
}

std::string OutcomeFigures::value(const stats::Estimate& value) const {
  if (is_chance_) {
    return percentage(value);
  }
  return difference(value);
}

std::string OutcomeFigures::difference(const stats::Estimate& difference) const {
  if (difference.value == 0 && !has_error(difference)) {
    return is_chance_ ? "0%" : "0";
  }
  if (is_chance_) {
    return part(difference);
  }
  return figure(
      difference.value,
      has_error(difference) ? supported_decimals(difference.error, most_decimals) : of_three_digits(difference.value));
}

std::string OutcomeFigures::error(const stats::Estimate& difference) const {
  if (is_chance_) {
    return part_error(difference);
  }
  return has_error(difference)
             ? "± " + error_figure(difference.error, supported_decimals(difference.error, most_decimals))
             : "";
}

}  // namespace shanhai::memo
