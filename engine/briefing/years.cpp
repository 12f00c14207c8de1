#include "briefing/years.hpp"

#include <algorithm>

namespace shanhai::briefing {

std::vector<int> shown_years(int last) {
  std::vector<int> years;
  for (const int year : {1, 3, 5, 10, 20}) {
    if (year < last) {
      years.push_back(year);
    }
  }
  years.push_back(last);
  return years;
}

std::string year_label(const Writer& writer, int year) {
  return writer.text(
      "year_label",
      {{"year", std::to_string(year)}, {"calendar", std::to_string(writer.scenario().horizon.start + year - 1)}});
}

std::vector<std::string> year_axis(int first, int last) {
  std::vector<std::string> labels;
  for (int year = first; year <= last; ++year) {
    labels.push_back(std::to_string(year));
  }
  return labels;
}

std::vector<double> in_unit(const Writer& writer, const std::vector<run::Estimate>& amounts) {
  std::vector<double> values(amounts.size());
  std::ranges::transform(
      amounts, values.begin(), [&](const run::Estimate& amount) { return amount.value / writer.unit().size; });
  return values;
}

}  // namespace shanhai::briefing
