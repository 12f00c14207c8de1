#include "run/joint.hpp"

#include <algorithm>
#include <numeric>

#include "random/sample.hpp"
#include "stats/lane_sums.hpp"

namespace shanhai::run {
namespace {

using Series = std::vector<std::vector<double>>;  // [party][path]

// Every path's gain over the reservation, which may itself be uncertain.
Series gains(const Scenario& scenario, const Plan& plan, const std::vector<ConstLanes>& npv) {
  Series result;
  for (std::size_t party = 0; party < npv.size(); ++party) {
    const Number& reservation = scenario.parties[party].reservation;
    std::vector<double> alternative(npv[party].size(), reservation.value);
    if (!reservation.is_known() && !plan.twin) {
      const UncertainNumber& number = scenario.uncertain[reservation.draw];
      random::Sampler(number.law).draw(random::Stream(plan.seed, number.name), {0, alternative.size()}, alternative);
    }
    std::ranges::transform(npv[party], alternative, alternative.begin(), std::minus<>{});
    result.push_back(std::move(alternative));
  }
  return result;
}

std::vector<double> means(const Series& series) {
  std::vector<double> result;
  for (const std::vector<double>& one : series) {
    result.push_back(stats::moments(one).mean());
  }
  return result;
}

// The error of a function of means, from its gradient.
stats::Estimate by_delta_method(double value, const std::vector<double>& gradient, const Series& series) {
  std::vector<double> linear(series[0].size());
  for (std::size_t party = 0; party < series.size(); ++party) {
    for (std::size_t path = 0; path < linear.size(); ++path) {
      linear[path] += gradient[party] * series[party][path];
    }
  }
  return {value, stats::moments(linear).standard_error()};
}

bool none_negative(const std::vector<double>& values, const std::vector<double>& tolerance) {
  return std::ranges::equal(values, tolerance, [](double value, double allowed) { return value >= -allowed; });
}

stats::Estimate nash_product(const Series& gain) {
  std::vector<double> mean = means(gain);
  std::ranges::transform(mean, mean.begin(), [](double value) { return std::max(value, 0.0); });
  std::vector<double> gradient(mean.size(), 1);
  for (std::size_t party = 0; party < mean.size(); ++party) {
    for (std::size_t other = 0; other < mean.size(); ++other) {
      gradient[party] *= other == party ? 1.0 : mean[other];
    }
  }
  return by_delta_method(mean[0] * gradient[0], gradient, gain);
}

std::optional<stats::Estimate> jain_index(const Series& npv, const std::vector<double>& tolerance) {
  std::vector<double> mean = means(npv);
  for (std::size_t party = 0; party < mean.size(); ++party) {
    mean[party] = mean[party] > tolerance[party] ? mean[party] : 0.0;
  }
  const double sum = std::reduce(mean.begin(), mean.end());
  const double squares = std::inner_product(mean.begin(), mean.end(), mean.begin(), 0.0);
  if (squares == 0) {
    return std::nullopt;
  }
  const auto parties = static_cast<double>(mean.size());
  std::vector<double> gradient;
  gradient.reserve(mean.size());
  for (const double value : mean) {
    gradient.push_back(2 * sum * (squares - value * sum) / (parties * squares * squares));
  }
  return by_delta_method(sum * sum / (parties * squares), gradient, npv);
}

}  // namespace

Joint judge_jointly(const Scenario& scenario,
                    const Plan& plan,
                    const std::vector<ConstLanes>& npv,
                    const std::vector<double>& tolerance) {
  const Series gain = gains(scenario, plan, npv);
  Joint result;
  result.total.assign(npv[0].size(), 0);
  result.below_reservation.assign(npv.size(), 0);
  for (std::size_t path = 0; path < result.total.size(); ++path) {
    bool all_accept = true;
    for (std::size_t party = 0; party < npv.size(); ++party) {
      const bool below = gain[party][path] < -tolerance[party];
      result.total[path] += npv[party][path];
      result.below_reservation[party] += below ? 1U : 0U;
      all_accept = all_accept && !below;
    }
    result.accepted += all_accept ? 1U : 0U;
  }
  if (none_negative(means(gain), tolerance)) {
    result.nash = nash_product(gain);
  }
  Series worth;
  for (const ConstLanes& one : npv) {
    worth.emplace_back(one.begin(), one.end());
  }
  if (none_negative(means(worth), tolerance)) {
    result.jain = jain_index(worth, tolerance);
  }
  return result;
}

}  // namespace shanhai::run
