#include "run/joint.hpp"

#include <algorithm>
#include <numeric>

namespace shanhai::run {
namespace {

// Of a number for each party; a loss no larger than the tolerance is none.
bool none_negative(const Accounts& accounts, std::size_t scheme, const std::vector<double>& values) {
  for (std::size_t party = 0; party < values.size(); ++party) {
    if (!(values[party] >= -accounts.tolerance[accounts.place(scheme, party)])) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::optional<FunctionOfMeans> nash_product(const Accounts& accounts, const FirstLook& seen, std::size_t scheme) {
  std::vector<double> gain;
  for (std::size_t party = 0; party < accounts.parties; ++party) {
    gain.push_back(seen.series[accounts.place(scheme, party)].mean() - seen.reservation[party].mean());
  }
  if (!none_negative(accounts, scheme, gain)) {
    return std::nullopt;
  }
  std::ranges::transform(gain, gain.begin(), [](double value) { return std::max(value, 0.0); });
  std::vector<double> gradient(gain.size(), 1);
  for (std::size_t party = 0; party < gain.size(); ++party) {
    for (std::size_t other = 0; other < gain.size(); ++other) {
      gradient[party] *= other == party ? 1.0 : gain[other];
    }
  }
  return FunctionOfMeans{gain[0] * gradient[0], gradient};
}

std::optional<FunctionOfMeans> jain_index(const Accounts& accounts, const FirstLook& seen, std::size_t scheme) {
  std::vector<double> mean;
  for (std::size_t party = 0; party < accounts.parties; ++party) {
    mean.push_back(seen.series[accounts.place(scheme, party)].mean());
  }
  if (!none_negative(accounts, scheme, mean)) {
    return std::nullopt;
  }
  for (std::size_t party = 0; party < mean.size(); ++party) {
    mean[party] = mean[party] > accounts.tolerance[accounts.place(scheme, party)] ? mean[party] : 0.0;
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
  return FunctionOfMeans{sum * sum / (parties * squares), gradient};
}

}  // namespace shanhai::run
