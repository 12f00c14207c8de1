#include "app/analysis_values.hpp"

#include <algorithm>
#include <limits>

#include "memo/outcome_figures.hpp"
#include "sweep/read_sweep.hpp"

namespace shanhai::app {

OrFault<sweep::Sweep> sweep_of(const store::Manifest& manifest) {
  sweep::SweepReading reading = sweep::read_sweep(manifest.sweep);
  if (!reading.sweep) {
    return Fault{
        exit_code::machine,
        {"结果库里的成批测算读不懂：出自另一个版本", "the sweep in the store cannot be read: it is another version's"}};
  }
  return *std::move(reading.sweep);
}

double number_in(const store::Cell& cell) {
  const auto* number = std::get_if<double>(&cell);
  return number == nullptr ? std::numeric_limits<double>::quiet_NaN() : *number;
}

std::string text_of(const store::Cell& cell) {
  if (const auto* number = std::get_if<double>(&cell)) {
    return memo::plain_number(*number);
  }
  const auto* text = std::get_if<std::string>(&cell);
  return text == nullptr ? "-" : *text;
}

std::vector<std::string> short_names(const store::Manifest& manifest) {
  const auto last_key = [](const std::string& name) {
    return name.substr(name.rfind('.') + 1);
  };
  std::vector<std::string> names;
  for (const store::Axis& axis : manifest.axes) {
    const bool alone = std::ranges::count(manifest.axes, last_key(axis.name), [&](const store::Axis& other) {
                         return last_key(other.name);
                       }) == 1;
    names.push_back(alone ? last_key(axis.name) : axis.name);
  }
  return names;
}

}  // namespace shanhai::app
