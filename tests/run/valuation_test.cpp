#include "run/valuation.hpp"

#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

namespace shanhai::run {
namespace {

// One path's cash flows, valued at a rate.
Valuation valued(const std::vector<double>& flows, double rate) {
  Rows rows(flows.size(), 1);
  for (std::size_t year = 0; year < flows.size(); ++year) {
    rows[year][0] = flows[year];
  }
  Valuation valuation(static_cast<int>(flows.size()) - 1, 1);
  valuation.value(rows, flow::Operand{rate});
  return valuation;
}

double payback(const std::vector<double>& flows) {
  return valued(flows, 0.06).payback()[0];
}

std::vector<std::uint64_t> leaves(const std::vector<double>& flows, double rate) {
  return valued(flows, rate).leaves();
}

}  // namespace

TEST_CASE("Worth is the discounted sum, size that of magnitudes", "[run][valuation]") {
  Valuation valuation = valued({-100, 60, 70}, 0.1);
  CHECK(valuation.npv()[0] == Approx(-100 + 60 / 1.1 + 70 / 1.21));
  CHECK(valuation.size()[0] == Approx(100 + 60 / 1.1 + 70 / 1.21));
}

TEST_CASE("Every lane is valued on its own, at its own rate", "[run][valuation]") {
  Rows flows(2, 2);
  flows[0][0] = -100;
  flows[0][1] = 50;
  flows[1][0] = 110;
  flows[1][1] = -60;
  const std::vector<double> rates{0.1, 0.2};
  Valuation valuation(1, 2);
  valuation.value(flows, flow::Operand{ConstLanes{rates}});
  CHECK(valuation.npv()[0] == Approx(0).margin(1e-12));
  CHECK(valuation.npv()[1] == Approx(0).margin(1e-12));
  CHECK(valuation.payback()[0] == 1);
  CHECK(valuation.payback()[1] == 2);
  CHECK(valuation.leaves() == std::vector<std::uint64_t>{1});
}

TEST_CASE("Payback is the year from which cumulative cash flow stays at zero or above", "[run][valuation]") {
  CHECK(payback({0, 1, 1}) == 0);
  CHECK(payback({0, 0, 0}) == 0);
  CHECK(payback({-10, 4, 4, 4}) == 3);
  CHECK(payback({-10, 10, 0}) == 1);
  CHECK(payback({-10, 12, -5, 4}) == 3);  // positive after year 1, but only from year 3 on for good
  CHECK(payback({5, -6, 3}) == 2);
  CHECK(payback({-10, 4, 4}) == 3);  // never
  CHECK(payback({1, 1, -10}) == 3);  // never
}

TEST_CASE("A rounding error below zero still counts as paid back", "[run][valuation]") {
  CHECK(payback({-0.1, -0.2, 0.3}) == 2);  // in doubles the sum is -5.6e-17
  CHECK(payback({-1e6, 1e6 - 1e-4, 0}) == 1);
  CHECK(payback({-1e6, 1e6 - 1, 0}) == 3);
}

TEST_CASE("A party would leave where what remains is worth less than nothing", "[run][valuation]") {
  // At 0%: after t = 0 comes 5 - 8 + 2, after 1 comes -8 + 2, after 2 comes 2.
  CHECK(leaves({-100, 5, -8, 2}, 0) == std::vector<std::uint64_t>{1, 1, 0});
  // At 100%: after t = 0 comes 5/2 - 8/4 + 2/8.
  CHECK(leaves({-100, 5, -8, 2}, 1) == std::vector<std::uint64_t>{0, 1, 0});
  CHECK(leaves({-1, 0, 0}, 0.06) == std::vector<std::uint64_t>{0, 0});
  CHECK(leaves({0, 0.3, -0.1, -0.2}, 0)[0] == 0);  // a rounding error is no reason
}

}  // namespace shanhai::run
