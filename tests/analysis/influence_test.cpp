#include "analysis/influence.hpp"

#include <cmath>
#include <string>

#include <catch2/catch.hpp>

#include "analysis/known_functions.hpp"
#include "random/stream.hpp"

namespace shanhai::analysis {
namespace {

constexpr std::size_t paths = 100'000;

/// One input on many paths: column i of a sample named `name`.
std::vector<double> column(const std::string& name, std::size_t i, std::size_t count) {
  std::vector<double> result(count);
  random::Stream(1, name).uniform({0, count}, 0, static_cast<std::uint32_t>(i), Lanes(result));
  return result;
}

/// A sample of all inputs, shape [input][path].
std::vector<std::vector<double>> sample(const std::string& name, std::size_t inputs, std::size_t count) {
  std::vector<std::vector<double>> result;
  for (std::size_t i = 0; i < inputs; ++i) {
    result.push_back(column(name, i, count));
  }
  return result;
}

std::vector<double> values(const Known& function, const std::vector<std::vector<double>>& inputs) {
  std::vector<double> result;
  for (std::size_t path = 0; path < inputs.front().size(); ++path) {
    Point u;
    for (const std::vector<double>& input : inputs) {
      u.push_back(input[path]);
    }
    result.push_back(function.value(u));
  }
  return result;
}

/// Whether an index lies near what it is: within 4.9 of its standard errors, P(|Z| > 4.9) = 1e-6, and the 1000th that
/// 64 parts may cost of a curve that swings between them.
bool holds(const stats::Estimate& index, double truth) {
  INFO("index " << index.value << " ± " << index.error << ", known " << truth);
  CHECK(index.error < 0.02);
  return std::abs(index.value - truth) < 4.9 * index.error + 1e-3;
}

stats::Estimate total_of(const Known& function, std::size_t i) {
  std::vector<std::vector<double>> inputs = sample("a", function.first.size(), paths);
  const std::vector<double> before = values(function, inputs);
  inputs[i] = column("b", i, paths);
  return total_index(before, values(function, inputs));
}

}  // namespace

TEST_CASE("First-order indices of Ishigami's function and of Sobol's g are those known", "[analysis][influence]") {
  for (const Known& function : {ishigami(), sobol_g()}) {
    const auto inputs = sample("a", function.first.size(), paths);
    const std::vector<double> outcome = values(function, inputs);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      CHECK(holds(first_index(inputs[i], outcome), function.first[i]));
    }
  }
}

TEST_CASE("Total indices of Ishigami's function and of Sobol's g are those known", "[analysis][influence]") {
  for (const Known& function : {ishigami(), sobol_g()}) {
    for (std::size_t i = 0; i < function.total.size(); ++i) {
      CHECK(holds(total_of(function, i), function.total[i]));
    }
  }
}

TEST_CASE("An interval of 95% holds the true index about so often", "[analysis][influence]") {
  // Of 200 samples 190 ± 3.1 should; fewer than 175 come by chance once in 2e5 times.
  const Known function = sobol_g();
  unsigned first = 0;
  unsigned total = 0;
  for (std::size_t repeat = 0; repeat < 200; ++repeat) {
    auto inputs = sample("r" + std::to_string(repeat), function.first.size(), 2000);
    const auto before = values(function, inputs);
    const stats::Estimate alone = first_index(inputs[1], before);
    inputs[1] = column("s" + std::to_string(repeat), 1, 2000);
    const stats::Estimate in_all = total_index(before, values(function, inputs));
    first += std::abs(alone.value - function.first[1]) < 1.96 * alone.error ? 1U : 0U;
    total += std::abs(in_all.value - function.total[1]) < 1.96 * in_all.error ? 1U : 0U;
  }
  CHECK(first >= 175);
  CHECK(total >= 175);
  CHECK(first < 200);
  CHECK(total < 200);
}

TEST_CASE("What two samples share is what was not drawn anew", "[analysis][influence]") {
  const Known function = sobol_g();
  auto inputs = sample("a", function.first.size(), paths);
  const auto before = values(function, inputs);
  for (std::size_t i = 1; i < inputs.size(); ++i) {
    inputs[i] = column("b", i, paths);
  }
  CHECK(holds(shared_index(before, values(function, inputs)), function.first[0]));
}

TEST_CASE("An outcome that does not vary has no index, and one that is all of it has 1", "[analysis][influence]") {
  const auto u = column("a", 0, 1000);
  const std::vector<double> same(1000, 3.0);
  CHECK(first_index(u, same).value == 0);
  CHECK(total_index(same, same).value == 0);
  CHECK(shared_index(same, same).value == 0);
  CHECK(shared_index(u, u).value == 1);
  CHECK(first_index(u, u).value == Approx(1).margin(1e-3));
  const Ends ends = ends_of(u, u);
  CHECK(ends.low.value == Approx(0.05).margin(5 * ends.low.error));
  CHECK(ends.high.value == Approx(0.95).margin(5 * ends.high.error));
  CHECK(ends.low.error < 0.01);
}

}  // namespace shanhai::analysis
