#include "memo/csv.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "memo/records.hpp"

namespace shanhai::memo {

namespace {

bool begins_a_formula(std::string_view text) {
  constexpr std::array<std::string_view, 10> starts{"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
  return std::any_of(starts.begin(), starts.end(), [text](std::string_view start) { return text.starts_with(start); });
}

std::string field_of(const Field& field) {
  if (const auto* text = std::get_if<std::string>(&field)) {
    return csv_text(*text);
  }
  const auto* number = std::get_if<double>(&field);
  return number == nullptr ? "" : csv_number(*number);
}

std::string csv_of(const Records& records) {
  std::string text(byte_order_mark);
  const auto end_line = [&text] {
    text.replace(text.size() - 1, 1, line_end);
  };
  for (const std::string_view title : records.titles) {
    text += csv_text(title) + ',';
  }
  end_line();
  for (const std::vector<Field>& row : records.rows) {
    for (const Field& field : row) {
      text += field_of(field) + ',';
    }
    end_line();
  }
  return text;
}

}  // namespace

std::string csv_text(std::string_view text) {
  std::string field = begins_a_formula(text) ? "\"'" : "\"";
  for (const char c : text) {
    field.append(c == '"' ? 2 : 1, c);
  }
  return field + '"';
}

std::string csv_number(double value) {
  if (!std::isfinite(value)) {
    return "";
  }
  std::array<char, 32> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  return {digits.data(), end};
}

std::string outcomes_csv(const run::Scenario& scenario, const run::Outcome& outcome) {
  return csv_of(outcomes_records(scenario, outcome));
}

std::string revenue_csv(const run::Scenario& scenario, const run::Outcome& outcome) {
  return csv_of(revenue_records(scenario, outcome));
}

std::string comparisons_csv(const run::Scenario& scenario, const run::Outcome& outcome) {
  return csv_of(comparisons_records(scenario, outcome));
}

}  // namespace shanhai::memo
