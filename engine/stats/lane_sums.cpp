#include "stats/lane_sums.hpp"

#include <algorithm>

namespace shanhai::stats {

void UnitSums::add(std::size_t series, PathRange paths, ConstLanes values) noexcept {
  SHANHAI_EXPECT(series < series_.size());
  SHANHAI_EXPECT(values.size() == paths.count && paths.first % unit_paths == series_[series].count);
  SHANHAI_EXPECT(series_[series].count + paths.count <= unit_paths);
  if (values.empty()) {
    return;
  }
  Series into = series_[series];  // a copy, which stays in registers
  into.shift = into.count == 0 ? values[0] : into.shift;

  const auto add_one = [&into](std::size_t lane, double value) {
    const double x = value - into.shift;
    into.sum[lane] += x;
    into.sum_of_squares[lane] += x * x;
  };
  std::size_t i = 0;
  for (std::size_t lane = paths.first % reduction_lanes; lane % reduction_lanes != 0 && i < values.size(); ++lane) {
    add_one(lane, values[i++]);
  }
  for (; i + reduction_lanes <= values.size(); i += reduction_lanes) {
    for (std::size_t lane = 0; lane < reduction_lanes; ++lane) {
      add_one(lane, values[i + lane]);
    }
  }
  for (std::size_t lane = 0; i < values.size(); ++lane) {
    add_one(lane, values[i++]);
  }
  into.count += values.size();
  series_[series] = into;
}

Moments UnitSums::finish(std::size_t series) noexcept {
  SHANHAI_EXPECT(series < series_.size());
  const Series& from = series_[series];
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
