#include "analysis/batches.hpp"

#include <algorithm>
#include <numeric>

#include "stats/mean.hpp"

namespace shanhai::analysis {

Batches::Batches(ConstLanes values) {
  const std::size_t batches = std::min(most, values.size());
  for (std::size_t batch = 0; batch < batches; ++batch) {
    const std::size_t begin = batch * values.size() / batches;
    const std::size_t end = (batch + 1) * values.size() / batches;
    means_.push_back(stats::moments(values.subspan(begin, end - begin)).mean());
  }
}

double Batches::mean(const std::vector<double>& times) const noexcept {
  return std::inner_product(times.begin(), times.end(), means_.begin(), 0.0) / static_cast<double>(means_.size());
}

stats::Estimate difference(const Batches& a, const Batches& b) {
  std::vector<double> off(a.means().size());
  std::ranges::transform(a.means(), b.means(), off.begin(), [](double one, double other) { return one - other; });
  return stats::mean_estimate(off);
}

}  // namespace shanhai::analysis
