#pragma once

#include <array>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "random/stream.hpp"

/// Functions of numbers in (0, 1) whose Sobol indices are known.
namespace shanhai::analysis {

/// Ishigami and Homma (1990) with a = 7, b = 0.1.
struct Ishigami {
  static constexpr std::size_t inputs = 3;
  static constexpr std::array first{0.31390519114781, 0.44241114479004, 0.0};
  static constexpr std::array total{0.55758886, 0.44241114, 0.24368366};

  static double at(const std::vector<double>& u) {
    const auto x = [&](std::size_t i) {
      return std::numbers::pi * (2 * u[i] - 1);
    };
    return std::sin(x(0)) + 7 * std::pow(std::sin(x(1)), 2) + 0.1 * std::pow(x(2), 4) * std::sin(x(0));
  }
};

/// The g function of Sobol' with a = 0, 1, 4.5, 9: V_i = 1 / (3 (1 + a_i)²), and the variance is the product of
/// 1 + V_i less 1.
struct SobolG {
  static constexpr std::size_t inputs = 4;
  static constexpr std::array a{0.0, 1.0, 4.5, 9.0};

  static double at(const std::vector<double>& u) {
    double product = 1;
    for (std::size_t i = 0; i < inputs; ++i) {
      product *= (std::abs(4 * u[i] - 2) + a[i]) / (1 + a[i]);
    }
    return product;
  }

  static double part(std::size_t i) { return 1 / (3 * (1 + a[i]) * (1 + a[i])); }

  static double variance() {
    double product = 1;
    for (std::size_t i = 0; i < inputs; ++i) {
      product *= 1 + part(i);
    }
    return product - 1;
  }

  static double first_of(std::size_t i) { return part(i) / variance(); }

  static double total_of(std::size_t i) { return part(i) * (variance() + 1) / (1 + part(i)) / variance(); }
};

/// One input on many paths: column i of a sample named `name`.
inline std::vector<double> column(const std::string& name, std::size_t i, std::size_t paths) {
  std::vector<double> result(paths);
  random::Stream(1, name).uniform({0, paths}, 0, static_cast<std::uint32_t>(i), Lanes(result));
  return result;
}

/// A sample of all inputs, shape [input][path].
inline std::vector<std::vector<double>> sample(const std::string& name, std::size_t inputs, std::size_t paths) {
  std::vector<std::vector<double>> result;
  for (std::size_t i = 0; i < inputs; ++i) {
    result.push_back(column(name, i, paths));
  }
  return result;
}

template <class Function>
std::vector<double> values(const std::vector<std::vector<double>>& inputs) {
  std::vector<double> result;
  for (std::size_t path = 0; path < inputs.front().size(); ++path) {
    std::vector<double> u;
    for (const std::vector<double>& input : inputs) {
      u.push_back(input[path]);
    }
    result.push_back(Function::at(u));
  }
  return result;
}

}  // namespace shanhai::analysis
