#include "economy/factors.hpp"

#include <algorithm>
#include <cmath>

#include <Eigen/Eigenvalues>

namespace shanhai::economy {
namespace {

Eigen::MatrixXd matrix(std::size_t factors, const std::vector<Correlation>& correlation) {
  const auto size = static_cast<Eigen::Index>(factors);
  Eigen::MatrixXd result = Eigen::MatrixXd::Identity(size, size);
  for (const Correlation& pair : correlation) {
    const auto a = static_cast<Eigen::Index>(pair.a);
    const auto b = static_cast<Eigen::Index>(pair.b);
    result(a, b) = result(b, a) = pair.value;
  }
  return result;
}

// Row by row, so that a factor added at the end leaves the rows before it as they are to the last bit; Eigen's root
// works on blocks whose size depends on that of the matrix.
std::vector<std::vector<double>> cholesky_root(const Eigen::MatrixXd& covariance) {
  std::vector<std::vector<double>> root(static_cast<std::size_t>(covariance.rows()));
  for (std::size_t row = 0; row < root.size(); ++row) {
    for (std::size_t column = 0; column <= row; ++column) {
      double rest = covariance(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(column));
      for (std::size_t k = 0; k < column; ++k) {
        rest -= root[row][k] * root[column][k];
      }
      root[row].push_back(column == row ? std::sqrt(rest) : rest / root[column][column]);
    }
  }
  return root;
}

}  // namespace

double smallest_eigenvalue(std::size_t factors, const std::vector<Correlation>& correlation) {
  return Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(matrix(factors, correlation), Eigen::EigenvaluesOnly)
      .eigenvalues()
      .minCoeff();
}

std::vector<double> sum_variance(double rho, int years) {
  std::vector<double> variance{0};
  double covariances = 0;  // of s_t with s_1 ... s_{t-1}
  for (int year = 1; year <= years; ++year) {
    variance.push_back(variance.back() + 1 + 2 * covariances);
    covariances = rho * (covariances + 1);
  }
  return variance;
}

Factors::Factors(std::vector<FactorSpec> specs,
                 const std::vector<Correlation>& correlation,
                 std::uint64_t seed,
                 std::size_t lanes)
    : specs_(std::move(specs)), state_(specs_.size(), lanes), normal_(specs_.size(), lanes) {
  Eigen::MatrixXd covariance = matrix(specs_.size(), correlation);
  step_ = sums(cholesky_root(covariance), true);
  for (Eigen::Index i = 0; i < covariance.rows(); ++i) {
    for (Eigen::Index j = 0; j < covariance.cols(); ++j) {
      const double a = specs_[static_cast<std::size_t>(i)].rho;
      const double b = specs_[static_cast<std::size_t>(j)].rho;
      covariance(i, j) *= std::sqrt((1 - a * a) * (1 - b * b)) / (1 - a * b);
    }
  }
  initial_ = sums(cholesky_root(covariance), false);
  for (const FactorSpec& spec : specs_) {
    streams_.emplace_back(seed, spec.name);
  }
}

// By factor: its row of the lower root times the normals; to go on from the state before, with the weights of an AR(1).
std::vector<Factors::Sum> Factors::sums(const std::vector<std::vector<double>>& root, bool go_on) {
  std::vector<Sum> result;
  for (std::size_t factor = 0; factor < root.size(); ++factor) {
    const double rho = go_on ? specs_[factor].rho : 0.0;
    Sum& sum = result.emplace_back();
    if (rho != 0) {
      sum.push_back({state_[factor], static_cast<float>(rho)});
    }
    for (std::size_t source = 0; source <= factor; ++source) {
      const double weight = std::sqrt(1 - rho * rho) * root[factor][source];
      if (weight != 0) {
        sum.push_back({normal_[source], static_cast<float>(weight)});
      }
    }
  }
  return result;
}

void Factors::begin(PathRange paths) noexcept {
  draw(paths, 0, initial_);
}

void Factors::step(PathRange paths, int year) noexcept {
  draw(paths, year, step_);
}

void Factors::draw(PathRange paths, int year, const std::vector<Sum>& sums) noexcept {
  for (std::size_t factor = 0; factor < specs_.size(); ++factor) {
    streams_[factor].normal(paths, static_cast<std::uint32_t>(year), 0, normal_[factor]);
    weighted_sum<float>(sums[factor], state_[factor]);
  }
}

}  // namespace shanhai::economy
