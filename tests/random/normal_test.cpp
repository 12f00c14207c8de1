#include "random/normal.hpp"

#include <cmath>
#include <vector>

#include "goodness.hpp"
#include <catch2/catch.hpp>

#include "random/box_muller.hpp"
#include "random/stream.hpp"

namespace shanhai::random {
namespace {

/// The relative error of z as the quantile of u, one Newton step of the long-double distribution
/// function.
double relative_error(double u, double z) {
  const auto x = static_cast<long double>(z);
  const long double pi = std::acos(-1.0L);
  const bool lower = u < 0.5;
  const long double tail = std::erfc(std::abs(x) / std::sqrt(2.0L)) / 2;
  const long double target = lower ? static_cast<long double>(u) : 1 - static_cast<long double>(u);
  const long double density = std::exp(-x * x / 2) / std::sqrt(2 * pi);
  return static_cast<double>(std::abs((tail - target) / density / x));
}

}  // namespace

TEST_CASE("The normal quantile is right to 2e-15 wherever a uniform comes", "[random][normal]") {
  double worst = 0;
  for (double u = 0x1p-33; u < 0.4999; u *= 1.00001) {
    worst = std::max({worst, relative_error(u, inverse_normal(u)), relative_error(1 - u, inverse_normal(1 - u))});
  }
  CHECK(worst < 2e-15);
  CHECK(inverse_normal(0.5) == 0);
  CHECK(inverse_normal(0.975) == Approx(1.959963984540054).epsilon(1e-15));
  CHECK(inverse_normal(1e-20) == Approx(-9.262340089798408).epsilon(1e-11));
}

TEST_CASE("The normal quantile is odd, keeps NaN, and shows what is outside (0, 1)", "[random][normal]") {
  for (const double u : {0.25, 0.01, 0.125}) {
    CHECK(inverse_normal(1 - u) == Approx(-inverse_normal(u)).epsilon(1e-15));
  }
  CHECK(std::isnan(inverse_normal(std::nan(""))));
  CHECK(!std::isfinite(inverse_normal(0)));
  CHECK(!std::isfinite(inverse_normal(1)));
  CHECK(std::isnan(inverse_normal(-0.1)));
}

TEST_CASE("The normal quantile never falls", "[random][normal]") {
  double before = inverse_normal(0.5 * 0x1p-32);
  bool falls = false;
  for (std::uint64_t word = 1; word < (std::uint64_t{1} << 32U); word += 1009) {
    const double z = inverse_normal((static_cast<double>(word) + 0.5) * 0x1p-32);
    falls = falls || z < before;
    before = z;
  }
  CHECK(!falls);
}

TEST_CASE("A pair of normals lies where its words say", "[random][normal]") {
  const long double pi = std::acos(-1.0L);
  long double worst = 0;
  const auto look = [&](std::uint32_t distance, std::uint32_t angle) {
    const long double radius = std::sqrt(-2 * std::log((distance + 0.5L) * 0x1p-32L));
    const auto from_middle = static_cast<std::int32_t>((angle << 2U) | 2U);
    const long double turn = pi / 2 * (static_cast<long double>(angle >> 30U) + from_middle * 0x1p-32L);
    const NormalPair pair(normal_distance(distance), angle);
    const long double allowed = 1e-6L + 4e-8L / radius;  // a uniform number near 1 has no more digits
    worst = std::max({worst,
                      std::abs(pair.first - radius * std::cos(turn)) / allowed,
                      std::abs(pair.second - radius * std::sin(turn)) / allowed});
  };
  for (std::uint64_t word = 0; word < (std::uint64_t{1} << 32U); word += 10'007) {
    look(static_cast<std::uint32_t>(word), static_cast<std::uint32_t>(word * 2'654'435'761U));
  }
  for (std::uint32_t word = 0; word < 10'000; ++word) {
    look(word, word);                          // far out
    look(~word - 1'000'000, word * 429'497);   // near the origin
    look(word * 429'497, 0x40000000U + word);  // where quarters meet
    look(word * 429'497, 0xbfffffffU - word);  //
  }
  CHECK(worst < 1);
  CHECK(normal_distance(0xffffffffU) == 0);
  CHECK(normal_distance(0) < 6.8F);
}

TEST_CASE("Normals fit their law, and those of a pair know nothing of each other", "[random][normal][statistical]") {
  std::vector<double> z(goodness::draws);
  Stream(7, "normal").normal({0, z.size()}, 0, 0, z);
  const auto cdf = [](double x) {
    return std::erfc(-x / std::sqrt(2.0)) / 2;
  };
  const auto [mean, variance] = goodness::deviations(z, 0, 1, 3);
  CHECK(goodness::ks_distance(z, cdf) < goodness::ks_bound(z.size()));
  CHECK(std::abs(mean) < goodness::most_sigmas);
  CHECK(std::abs(variance) < goodness::most_sigmas);
  std::vector<double> products;
  std::vector<double> squares;
  for (std::size_t i = 0; i + 128 < z.size(); i += i % 256 == 127 ? 129U : 1U) {
    products.push_back(z[i] * z[i + 128]);
    squares.push_back(z[i] * z[i] * z[i + 128] * z[i + 128]);
  }
  CHECK(std::abs(goodness::deviations(products, 0, 1, 9).mean) < goodness::most_sigmas);
  CHECK(std::abs(goodness::deviations(squares, 1, 8, 2).mean) < goodness::most_sigmas);
}

}  // namespace shanhai::random
