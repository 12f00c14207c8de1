#include "stats/control_variates.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "stats/lane_sums.hpp"

namespace shanhai::stats {
namespace {

// Added to the diagonal of the correlations, so that controls that tell the same share what they explain.
constexpr double ridge = 1e-9;

double sum_of_products(ConstLanes a, double mean_a, ConstLanes b, double mean_b, std::size_t count) {
  double sum = 0;
  for (std::size_t path = 0; path < count; ++path) {
    sum += (a[path] - mean_a) * (b[path] - mean_b);
  }
  return sum;
}

}  // namespace

ControlVariates::ControlVariates(std::vector<ConstLanes> controls, std::size_t fitted)
    : controls_(std::move(controls)), fitted_(fitted) {
  SHANHAI_EXPECT(fitted > controls_.size() + 2);
  for (const ConstLanes control : controls_) {
    mean_.push_back(moments(control.first(fitted)).mean());
    const double size = std::sqrt(sum_of_products(control, mean_.back(), control, mean_.back(), fitted));
    scale_.push_back(size > 0 ? 1 / size : 0.0);
  }
  const auto size = static_cast<Eigen::Index>(controls_.size());
  Eigen::MatrixXd correlation = Eigen::MatrixXd::Identity(size, size) * ridge;
  for (std::size_t row = 0; row < controls_.size(); ++row) {
    for (std::size_t column = 0; column <= row; ++column) {
      const double product = sum_of_products(controls_[row], mean_[row], controls_[column], mean_[column], fitted);
      correlation(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(column)) +=
          product * scale_[row] * scale_[column];
    }
  }
  correlations_.compute(correlation);  // reads the lower triangle
}

Eigen::VectorXd ControlVariates::coefficients(ConstLanes series) const {
  const double mean = moments(series.first(fitted_)).mean();
  Eigen::VectorXd products(static_cast<Eigen::Index>(controls_.size()));
  for (std::size_t control = 0; control < controls_.size(); ++control) {
    products[static_cast<Eigen::Index>(control)] =
        sum_of_products(controls_[control], mean_[control], series, mean, fitted_) * scale_[control];
  }
  return correlations_.solve(products);
}

std::vector<double> ControlVariates::reduced(ConstLanes series) const {
  std::vector<double> result(series.begin(), series.end());
  const Eigen::VectorXd coefficient = coefficients(series);
  for (std::size_t control = 0; control < controls_.size(); ++control) {
    const double times = coefficient[static_cast<Eigen::Index>(control)] * scale_[control];
    const ConstLanes values = controls_[control];
    for (std::size_t path = 0; path < result.size() && times != 0; ++path) {
      result[path] -= times * values[path];
    }
  }
  return result;
}

double ControlVariates::error_factor() const noexcept {
  const auto paths = static_cast<double>(fitted_);
  return std::sqrt((paths - 1) / (paths - static_cast<double>(controls_.size()) - 1));
}

}  // namespace shanhai::stats
