#include "analysis/influence.hpp"

#include <catch2/catch.hpp>

#include "analysis/known_functions.hpp"

namespace shanhai::analysis {
namespace {

constexpr std::size_t paths = 100'000;

/// How many of its standard errors an index lies from what it is; P(|Z| > 4.9) = 1e-6 is the rate of false alarms, and
/// 64 parts of a curve that swings between them cost up to a 1000th.
bool holds(const stats::Estimate& index, double truth) {
  INFO("index " << index.value << " ± " << index.error << ", known " << truth);
  CHECK(index.error < 0.02);
  return std::abs(index.value - truth) < 4.9 * index.error + 1e-3;
}

template <class Function>
stats::Estimate total_of(std::size_t i, std::size_t count) {
  std::vector<std::vector<double>> inputs = sample("a", Function::inputs, count);
  const std::vector<double> before = values<Function>(inputs);
  inputs[i] = column("b", i, count);
  return total_index(before, values<Function>(inputs));
}

}  // namespace

TEST_CASE("First-order indices of Ishigami's function and of Sobol's g are those known", "[analysis][influence]") {
  const auto ishigami = sample("a", Ishigami::inputs, paths);
  for (std::size_t i = 0; i < Ishigami::inputs; ++i) {
    CHECK(holds(first_index(ishigami[i], values<Ishigami>(ishigami)), Ishigami::first[i]));
  }
  const auto g = sample("a", SobolG::inputs, paths);
  for (std::size_t i = 0; i < SobolG::inputs; ++i) {
    CHECK(holds(first_index(g[i], values<SobolG>(g)), SobolG::first_of(i)));
  }
}

TEST_CASE("Total indices of Ishigami's function and of Sobol's g are those known", "[analysis][influence]") {
  for (std::size_t i = 0; i < Ishigami::inputs; ++i) {
    CHECK(holds(total_of<Ishigami>(i, paths), Ishigami::total[i]));
  }
  for (std::size_t i = 0; i < SobolG::inputs; ++i) {
    CHECK(holds(total_of<SobolG>(i, paths), SobolG::total_of(i)));
  }
}

TEST_CASE("An interval of 95% holds the true index about so often", "[analysis][influence]") {
  // Of 200 samples 190 ± 3.1 should; fewer than 175 come by chance once in 2e5 times.
  unsigned first = 0;
  unsigned total = 0;
  for (std::size_t repeat = 0; repeat < 200; ++repeat) {
    auto inputs = sample("r" + std::to_string(repeat), SobolG::inputs, 2000);
    const auto before = values<SobolG>(inputs);
    const stats::Estimate alone = first_index(inputs[1], before);
    inputs[1] = column("s" + std::to_string(repeat), 1, 2000);
    const stats::Estimate in_all = total_index(before, values<SobolG>(inputs));
    first += std::abs(alone.value - SobolG::first_of(1)) < 1.96 * alone.error ? 1U : 0U;
    total += std::abs(in_all.value - SobolG::total_of(1)) < 1.96 * in_all.error ? 1U : 0U;
  }
  CHECK(first >= 175);
  CHECK(total >= 175);
  CHECK(first < 200);
  CHECK(total < 200);
}

TEST_CASE("What two samples share is what was not drawn anew", "[analysis][influence]") {
  auto inputs = sample("a", SobolG::inputs, paths);
  const auto before = values<SobolG>(inputs);
  for (const std::size_t i : {1U, 2U, 3U}) {
    inputs[i] = column("b", i, paths);
  }
  CHECK(holds(shared_index(before, values<SobolG>(inputs)), SobolG::first_of(0)));
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
