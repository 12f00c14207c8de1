#include "app/sensitivity_of.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/neighbour_index.hpp"
#include "app/analysis_values.hpp"
#include "app/axis_scale.hpp"
#include "sweep/saltelli.hpp"

namespace shanhai::app {

namespace {

constexpr std::size_t before_axes = 2;  // columns of what is found

using Row = std::vector<store::Cell>;

/// The rows of a Saltelli design in base rows that are whole: a base row after the other.
std::vector<const Row*> whole_base_rows(const std::vector<const Row*>& rows, const sweep::Sweep& sweep) {
  const std::uint64_t of_row = sweep::SaltelliPoints{sweep.axes.size()}.of_row();
  std::vector<const Row*> by_point(sweep.samples * of_row, nullptr);
  for (const Row* row : rows) {
    by_point[static_cast<std::uint64_t>(number_in(row->front()))] = row;
  }
  std::vector<const Row*> whole;
  for (std::uint64_t begin = 0; begin < by_point.size(); begin += of_row) {
    const auto first = by_point.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = first + static_cast<std::ptrdiff_t>(of_row);
    if (std::find(first, last, nullptr) == last) {
      whole.insert(whole.end(), first, last);
    }
  }
  return whole;
}

double outcome_of(const Row* row) {
  return number_in((*row)[1]);
}

analysis::SaltelliTable table_of(const std::vector<const Row*>& whole, std::size_t axes) {
  const sweep::SaltelliPoints which{axes};
  analysis::SaltelliTable table;
  table.ab.resize(axes);
  for (std::uint64_t row = 0; row < whole.size() / which.of_row(); ++row) {
    table.a.push_back(outcome_of(whole[which.a(row)]));
    table.b.push_back(outcome_of(whole[which.b(row)]));
    for (std::size_t axis = 0; axis < axes; ++axis) {
      table.ab[axis].push_back(outcome_of(whole[which.ab(row, axis)]));
    }
  }
  return table;
}

/// Of a Saltelli design the points A and B, which alone are drawn independently of each other.
std::vector<const Row*> independent(const std::vector<const Row*>& whole, std::size_t axes) {
  const sweep::SaltelliPoints which{axes};
  std::vector<const Row*> points;
  for (std::uint64_t row = 0; row < whole.size() / which.of_row(); ++row) {
    points.push_back(whole[which.a(row)]);
    points.push_back(whole[which.b(row)]);
  }
  return points;
}

std::vector<double> places_of(const std::vector<const Row*>& rows, std::size_t axis, const AxisScale& scale) {
  std::vector<double> places(rows.size());
  std::ranges::transform(rows, places.begin(), [&](const Row* row) { return scale.place((*row)[before_axes + axis]); });
  return places;
}

/// Points that were chosen one by one are no sample of others.
void forget_errors(analysis::MainEffect& effect) {
  for (stats::Estimate* estimate : {&effect.low, &effect.high, &effect.difference}) {
    estimate->error = 0;
  }
}

}  // namespace

memo::Indices indices_of(sweep::Design design) {
  switch (design) {
    case sweep::Design::saltelli:
      return memo::Indices::all;
    case sweep::Design::latin_hypercube:
      return memo::Indices::first;
    default:
      return memo::Indices::none;
  }
}

memo::SensitivityPage sensitivity_of(const store::Found& found,
                                     const sweep::Sweep& sweep,
                                     const store::Manifest& manifest) {
  const std::size_t axes = sweep.axes.size();
  memo::SensitivityPage page;
  std::vector<const Row*> rows;
  for (const Row& row : found.rows) {
    if (std::isfinite(outcome_of(&row))) {
      rows.push_back(&row);
    }
  }
  page.rows_left_out = found.rows.size() - rows.size();
  std::optional<analysis::SobolIndices> indices;
  page.indices = indices_of(sweep.design);
  if (page.indices == memo::Indices::all) {
    const std::vector<const Row*> whole = whole_base_rows(rows, sweep);
    indices = analysis::sobol_indices(table_of(whole, axes));
    rows = independent(whole, axes);
    page.base_rows = rows.size() / 2;
    page.rows_left_out = sweep.samples - page.base_rows;
  }
  page.points = rows.size();
  std::vector<double> outcomes(rows.size());
  std::ranges::transform(rows, outcomes.begin(), outcome_of);
  const std::vector<std::string> names = short_names(manifest);
  for (std::size_t axis = 0; axis < axes; ++axis) {
    const AxisScale scale(sweep, sweep.axes[axis]);
    memo::AxisEffect& effect = page.effects.emplace_back();
    effect.name = names[axis];
    effect.from = scale.lowest();
    effect.to = scale.highest();
    const std::vector<double> places = places_of(rows, axis, scale);
    effect.effect = analysis::main_effect(places, outcomes);
    if (effect.effect && !sweep.is_sampled()) {
      forget_errors(*effect.effect);
    }
    if (indices) {
      effect.first = indices->first[axis];
      effect.total = indices->total[axis];
    } else if (page.indices == memo::Indices::first) {
      effect.first = analysis::neighbour_index(places, outcomes);
    }
  }
  memo::sort_effects(page.effects);
  return page;
}

}  // namespace shanhai::app
