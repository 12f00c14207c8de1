#pragma once

#include <cstddef>
#include <vector>

#include <Eigen/Cholesky>

#include "core/lanes.hpp"

namespace shanhai::stats {

/// Takes out of a series what chance numbers of known expectation explain of it: the expectation stays, the variance
/// falls to 1 - R² of the regression.
///
/// The coefficients come from the first paths alone, so that they are cheap for many. Source: Lavenberg and Welch, "A
/// perspective on the use of control variables to increase the efficiency of Monte Carlo simulations", Management
/// Science 27 (1981).
class ControlVariates {
 public:
  /// @param controls  shape [control][path], each of expectation 0; what they view must outlive this
  /// @param fitted    how many of the first paths the coefficients come from
  /// @pre fitted > controls.size() + 2; no control is shorter than that
  ControlVariates(std::vector<ConstLanes> controls, std::size_t fitted);

  /// The series less what the controls explain, shape [path]. A linear map: sums of series stay sums.
  /// @pre as many paths as the controls have
  [[nodiscard]] std::vector<double> reduced(ConstLanes series) const;

  /// Factor for the standard error of the mean of a reduced series: its coefficients are estimates themselves.
  [[nodiscard]] double error_factor() const noexcept;

 private:
  [[nodiscard]] Eigen::VectorXd coefficients(ConstLanes series) const;

  std::vector<ConstLanes> controls_;
  std::size_t fitted_;
  std::vector<double> mean_;   // [control], over the fitted paths
  std::vector<double> scale_;  // [control] that makes sums of products correlations; 0 for one that never moves
  Eigen::LDLT<Eigen::MatrixXd> correlations_;
};

}  // namespace shanhai::stats
