#include "memo/figures.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace shanhai::memo {

namespace {

constexpr double percent = 100;
constexpr int percent_decimals = 1;

double rounded(double value, int decimals) {
  const double scale = std::pow(10.0, std::abs(decimals));
  return decimals >= 0 ? std::round(value * scale) / scale : std::round(value / scale) * scale;
}

void separate_thousands(std::string& digits) {
  constexpr std::size_t group = 3;
  const std::size_t whole = std::min(digits.find('.'), digits.size());
  for (std::size_t place = whole; place > group; place -= group) {
    digits.insert(place - group, 1, ',');
  }
}

bool is_certain(double share) {
  return share <= 0 || share >= 1;
}

int decimals_of(const run::Estimate& share) {
  return supported_decimals(share.error * percent, percent_decimals);
}

}  // namespace

std::string figure(double value, int decimals) {
  const double shown = rounded(value, decimals);
  std::string digits = fmt::format("{:.{}f}", std::abs(shown), std::max(decimals, 0));
  separate_thousands(digits);
  return shown < 0 ? '-' + digits : digits;
}

int supported_decimals(double error, int most) {
  // Smaller ones come from rounding in the last bits, not from chance.
  constexpr double least = 1e-12;
  if (!std::isfinite(error) || error < least) {
    return most;
  }
  const int exponent = static_cast<int>(std::floor(std::log10(error)));
  const bool leads_with_one = error < 2 * std::pow(10.0, exponent);
  return std::min(most, leads_with_one ? 1 - exponent : -exponent);
}

std::string error_figure(double error, int decimals) {
  const double least = std::pow(10.0, -decimals);
  return figure(error > 0 ? std::max(error, least) : error, decimals);
}

std::string percentage(const run::Estimate& share) {
  if (is_certain(share.value)) {
    return share.value <= 0 ? "0%" : "100%";
  }
  const int decimals = decimals_of(share);
  const double finest = std::pow(10.0, -decimals);
  const double shown = rounded(share.value * percent, decimals);
  if (shown <= 0) {
    return '<' + figure(finest, decimals) + '%';
  }
  return shown >= percent ? '>' + figure(percent - finest, decimals) + '%' : figure(shown, decimals) + '%';
}

std::string percentage_error(const run::Estimate& share) {
  if (is_certain(share.value) || !(share.error > 0)) {
    return "";
  }
  return "± " + error_figure(share.error * percent, decimals_of(share)) + '%';
}

std::string part(const run::Estimate& part) {
  return figure(part.value * percent, decimals_of(part)) + '%';
}

std::string part_error(const run::Estimate& part) {
  const bool shown = std::isfinite(part.error) && part.error > 0;
  return shown ? "± " + error_figure(part.error * percent, decimals_of(part)) + '%' : "";
}

}  // namespace shanhai::memo
