#include "stats/lane_sums.hpp"

#include <algorithm>

#include "core/pack.hpp"

namespace shanhai::stats {

namespace {

constexpr std::size_t packs = reduction_lanes / pack_lanes;

/// Adds rounds of reduction_lanes values each, the sums in registers.
void add_rounds(ConstLanes values, double shift, Lanes sum, Lanes sum_of_squares) noexcept {
  std::array<Pack, packs> x{};
  std::array<Pack, packs> square{};
  for (std::size_t pack = 0; pack < packs; ++pack) {
    x[pack] = load<Pack>(sum, pack * pack_lanes);
    square[pack] = load<Pack>(sum_of_squares, pack * pack_lanes);
  }
  for (std::size_t i = 0; i < values.size(); i += reduction_lanes) {
    for (std::size_t pack = 0; pack < packs; ++pack) {
      const Pack distance = load<Pack>(values, i + pack * pack_lanes) - shift;
      x[pack] += distance;
      square[pack] += distance * distance;
    }
  }
  for (std::size_t pack = 0; pack < packs; ++pack) {
    put<Pack>(x[pack], sum, pack * pack_lanes);
    put<Pack>(square[pack], sum_of_squares, pack * pack_lanes);
  }
}

}  // namespace

void UnitSums::add(std::size_t series, PathRange paths, ConstLanes values) noexcept {
  SHANHAI_EXPECT(series < series_.size());
  Series& into = series_[series];
  SHANHAI_EXPECT(values.size() == paths.count && paths.first % unit_paths == into.count);
  SHANHAI_EXPECT(into.count + paths.count <= unit_paths);
  if (values.empty()) {
    return;
  }
  into.shift = into.count == 0 ? values[0] : into.shift;

  const auto add_some = [&into, values](std::size_t lane, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i, ++lane) {
      const double x = values[i] - into.shift;
      into.sum[lane] += x;
      into.sum_of_squares[lane] += x * x;
    }
  };
  const std::size_t lane = paths.first % reduction_lanes;
  const std::size_t start = lane == 0 ? 0 : std::min(reduction_lanes - lane, values.size());
  add_some(lane, 0, start);
  const std::size_t whole = (values.size() - start) / reduction_lanes * reduction_lanes;
  add_rounds(values.subspan(start, whole), into.shift, into.sum, into.sum_of_squares);
  add_some(0, start + whole, values.size());
  into.count += values.size();
}

Moments UnitSums::finish(std::size_t series) noexcept {
  SHANHAI_EXPECT(series < series_.size());
  const Series& from = series_[series];
  if (from.count == 0) {
    return {};
  }
  double sum = 0;
  double sum_of_squares = 0;
  for (std::size_t lane = 0; lane < reduction_lanes; ++lane) {
    sum += from.sum[lane];
    sum_of_squares += from.sum_of_squares[lane];
  }
  const Moments result(from.count, from.shift, sum, sum_of_squares);
  series_[series] = Series{};
  return result;
}

Moments moments(ConstLanes values) {
  UnitSums sums(1);
  Moments result;
  for (std::size_t first = 0; first < values.size(); first += unit_paths) {
    const std::size_t count = std::min(unit_paths, values.size() - first);
    sums.add(0, {first, count}, values.subspan(first, count));
    result.merge(sums.finish(0));
  }
  return result;
}

}  // namespace shanhai::stats
