#include "run/means.hpp"

#include <algorithm>
#include <cmath>

#include "run/in_parallel.hpp"
#include "stats/control_variates.hpp"
#include "stats/lane_sums.hpp"

namespace shanhai::run {

Means::Means(const Kept& kept, std::uint64_t paths, unsigned threads) : kept_(&kept), paths_(paths) {
  constexpr std::size_t most_fitted = 16'384;  // more would not make the coefficients noticeably better
  constexpr std::size_t paths_per_control = 20;
  const std::size_t fitted = std::min(paths_, most_fitted);
  if (kept.controls.size() == 0 || fitted < paths_per_control * kept.controls.size()) {
    return;
  }
  std::vector<ConstLanes> of_kept;
  for (std::size_t control = 0; control < kept.controls.size(); ++control) {
    of_kept.push_back(kept.controls[control].first(paths_));
  }
  const stats::ControlVariates controls(std::move(of_kept), fitted);
  error_factor_ = controls.error_factor();
  reduced_.resize(kept.npv.size());
  in_parallel(reduced_.size(), threads, [&](std::size_t place) {
    reduced_[place] = controls.reduced(kept.npv[place].first(paths_));
  });
}

ConstLanes Means::series(std::size_t scheme, std::size_t party) const {
  const std::size_t place = kept_->place(scheme, party);
  return reduced_.empty() ? kept_->npv[place].first(paths_) : ConstLanes(reduced_[place]);
}

Estimate Means::estimate(ConstLanes values) const {
  const stats::Moments moments = stats::moments(values);
  return {moments.mean(), error_factor_ * moments.standard_error()};
}

Estimate Means::npv(std::size_t scheme, std::size_t party) const {
  return estimate(series(scheme, party));
}

Estimate Means::total(std::size_t scheme) const {
  std::vector<double> sum(paths_);
  for (std::size_t party = 0; party < kept_->parties; ++party) {
    std::ranges::transform(sum, series(scheme, party), sum.begin(), std::plus<>{});
  }
  return estimate(sum);
}

Estimate Means::difference(std::size_t a, std::size_t b, std::size_t party) const {
  std::vector<double> difference(paths_);
  std::ranges::transform(series(a, party), series(b, party), difference.begin(), std::minus<>{});
  return estimate(difference);
}

double Means::gain(std::size_t scheme, std::size_t party) const {
  const double plain = stats::moments(kept_->npv[kept_->place(scheme, party)].first(paths_)).standard_error();
  const double sharp = npv(scheme, party).error;
  return sharp > 0 ? std::pow(plain / sharp, 2) : 1.0;
}

}  // namespace shanhai::run
