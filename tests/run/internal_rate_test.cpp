#include "run/internal_rate.hpp"

#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

#include "random/stream.hpp"
#include "run/internal_rate_reference.hpp"

namespace shanhai::run {
namespace {

double rate_of(const std::vector<double>& flows) {
  Rows block(flows.size(), 1);
  for (std::size_t t = 0; t < flows.size(); ++t) {
    block[t][0] = flows[t];
  }
  std::vector<double> out(1);
  InternalRates(static_cast<int>(flows.size()) - 1, 1).find(block, out);
  return out[0];
}

bool has_rate(const std::vector<double>& flows) {
  return !std::isnan(rate_of(flows));
}

double worth(const std::vector<double>& flows, double rate) {
  double value = 0;
  double size = 0;
  for (std::size_t year = 0; year < flows.size(); ++year) {
    const double discounted = flows[year] * std::pow(1 + rate, -static_cast<double>(year));
    value += discounted;
    size += std::abs(discounted);
  }
  return value / size;
}

}  // namespace

TEST_CASE("Known internal rates are found", "[run][irr]") {
  CHECK(rate_of(std::vector<double>{-100, 110}) == Approx(0.1));
  CHECK(rate_of(std::vector<double>{100, -110}) == Approx(0.1));
  CHECK(rate_of(std::vector<double>{-100, 60, 60}) == Approx((60 + std::sqrt(3600 + 24'000)) / 200 - 1));
  CHECK(rate_of(std::vector<double>{-100, 100}) == Approx(0).margin(1e-13));
  CHECK(rate_of(std::vector<double>{-100, 50}) == Approx(-0.5));
  CHECK(rate_of(std::vector<double>{-1, 1000}) == Approx(999));
  CHECK(rate_of(std::vector<double>{-1000, 0, 1}) == Approx(std::sqrt(0.001) - 1));
  CHECK(rate_of(std::vector<double>{0, -100, 0, 121}) == Approx(0.1));
}

TEST_CASE("Without exactly one change of sign there is no internal rate", "[run][irr]") {
  CHECK_FALSE(has_rate(std::vector<double>{0, 0, 0}));
  CHECK_FALSE(has_rate(std::vector<double>{0, 1, 2}));
  CHECK_FALSE(has_rate(std::vector<double>{-1, 0, -2}));
  CHECK_FALSE(has_rate(std::vector<double>{-100, 230, -132}));
}

TEST_CASE("Flows that count as none change no sign", "[run][irr]") {
  CHECK(rate_of(std::vector<double>{-100, 110, -1e-8}) == Approx(0.1));
  CHECK(rate_of(std::vector<double>{1e-8, -100, 110}) == Approx(0.1));
  CHECK_FALSE(has_rate(std::vector<double>{-100, 110, -1e-6}));
  CHECK(1 + rate_of(std::vector<double>{-1, 1e-6, -5e-10}) == Approx(1e-6));  // with the last there is no root
}

TEST_CASE("At its internal rate an investment is worth nothing", "[run][irr][property]") {
  const std::size_t idle = GENERATE(0U, 1U, 40U, 100U);
  const std::size_t earning = GENERATE(1U, 5U, 100U);
  const double yield = GENERATE(1e-6, 0.001, 0.05, 1.0, 1e4, 1e8);
  std::vector<double> flows(idle, 0);
  flows.push_back(-1);
  flows.insert(flows.end(), earning, yield);
  const double rate = rate_of(flows);
  INFO("idle " << idle << ", earning " << earning << ", yield " << yield << ", rate " << rate);
  const std::vector<double> from_first(flows.begin() + static_cast<std::ptrdiff_t>(idle), flows.end());
  // The rate is found to about 1e-14 of 1 + r, which counts once a year; near -100% it is all that is left of 1 + r.
  CHECK(std::abs(worth(from_first, rate)) < 1e-12 / std::min(1.0, 1 + rate) * static_cast<double>(earning));
}

TEST_CASE("A step too far is taken back", "[run][irr]") {
  std::vector<double> flows(most_flows, 0);
  flows[0] = -1;
  flows[1] = GENERATE(0.001, 0.5);  // without the last flow the rate would be near -99.9% or -50%
  flows.back() = 1.1e-9;
  CHECK(rate_of(flows) == Approx(internal_rate(flows).value()).epsilon(1e-12));
}

TEST_CASE("Rates are those of a plain root finder, path by path", "[run][irr][property]") {
  constexpr int years = 20;
  constexpr std::size_t lanes = 1000;
  Rows flows(years + 1, lanes);
  const random::Stream stream(1, "flows");
  for (std::size_t t = 0; t <= years; ++t) {
    stream.normal({0, lanes}, static_cast<std::uint32_t>(t), 0, flows[t]);
    for (std::size_t i = 0; i < lanes; ++i) {
      flows[t][i] += t < 5 ? -2.5 : 1.5;  // now and then of the other sign
      flows[t][i] = t < i % 4 ? 0.0 : flows[t][i];
    }
  }
  std::vector<double> rates(lanes);
  InternalRates(years, lanes).find(flows, rates);
  std::size_t found = 0;
  for (std::size_t i = 0; i < lanes; ++i) {
    std::vector<double> path;
    for (std::size_t t = 0; t <= years; ++t) {
      path.push_back(flows[t][i]);
    }
    const auto expected = internal_rate(path);
    REQUIRE(expected.has_value() == !std::isnan(rates[i]));
    found += expected ? 1U : 0U;
    CHECK((!expected || std::abs(*expected - rates[i]) < 1e-12 * (1 + *expected)));
    const bool alone = std::isnan(rates[i]) ? std::isnan(rate_of(path)) : rate_of(path) == rates[i];
    CHECK(alone);
  }
  CHECK(found > 100);
  CHECK(found < 900);
}

}  // namespace shanhai::run
