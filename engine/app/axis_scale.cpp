#include "app/axis_scale.hpp"

#include <algorithm>

#include "app/analysis_values.hpp"
#include "document/write.hpp"
#include "store/axis_number.hpp"
#include "sweep/points.hpp"

namespace shanhai::app {

namespace {

std::string written(const document::Node& value) {
  return value.kind == document::Node::Kind::scalar ? value.text : document::write_flow(value);
}

/// The values of an axis as the store has them: all that are listed, or the two ends of a range.
std::vector<std::string> levels_of(const sweep::Sweep& sweep, const sweep::Axis& axis) {
  const double last = axis.is_range() && sweep.is_sampled() ? 1 : static_cast<double>(axis.levels) - 1;
  const sweep::Key& key = axis.keys.front();
  if (axis.is_range()) {
    return {written(value_at(sweep, axis, key, 0)), written(value_at(sweep, axis, key, last))};
  }
  std::vector<std::string> levels;
  std::ranges::transform(key.listed, std::back_inserter(levels), written);
  return levels;
}

}  // namespace

AxisScale::AxisScale(const sweep::Sweep& sweep, const sweep::Axis& axis) : levels_(levels_of(sweep, axis)) {
  std::ranges::transform(levels_, std::back_inserter(numbers_), store::axis_number);
  if (by_number()) {
    std::ranges::sort(levels_, {}, [](const std::string& level) { return store::axis_number(level).value_or(0); });
  }
}

double AxisScale::place(const store::Cell& cell) const {
  if (by_number()) {
    return number_in(cell);
  }
  const auto* number = std::get_if<double>(&cell);
  const auto at = number != nullptr ? std::ranges::find(numbers_, std::optional(*number)) - numbers_.begin()
                                    : std::ranges::find(levels_, text_of(cell)) - levels_.begin();
  return static_cast<double>(at);
}

bool AxisScale::by_number() const {
  return std::ranges::all_of(numbers_, [](const auto& number) { return number.has_value(); });
}

}  // namespace shanhai::app
