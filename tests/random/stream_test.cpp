#include "random/stream.hpp"

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "goodness.hpp"
#include <catch2/catch.hpp>

#include "random/box_muller.hpp"

namespace shanhai::random {
namespace {

using goodness::draws;

std::vector<double> uniforms(const Stream& stream, PathRange paths, std::uint32_t year = 0, std::uint32_t draw = 0) {
  std::vector<double> out(paths.count);
  stream.uniform(paths, year, draw, out);
  return out;
}

double unchanged(double u) {
  return u;
}

/// Correlation of two sets of uniforms, in standard errors: each (u - 1/2)(v - 1/2) has mean 0 and
/// sd 1/12.
double correlation_sigmas(const std::vector<double>& u, const std::vector<double>& v) {
  double sum = 0;
  for (std::size_t i = 0; i < u.size(); ++i) {
    sum += (u[i] - 0.5) * (v[i] - 0.5);
  }
  return std::abs(sum) * 12 / std::sqrt(static_cast<double>(u.size()));
}

}  // namespace

TEST_CASE("A stream's numbers are pinned", "[random][stream]") {
  const std::vector<double> u = uniforms(Stream(20180802, "arrivals.machinery"), {0, 5}, 3, 1);
  // Made by a second program, written from the papers: FNV-1a, SplitMix64's mixer, Philox4x32-10.
  CHECK(u[0] * 0x1p32 == 2445223534.5);
  CHECK(u[1] * 0x1p32 == 1852954369.5);
}

TEST_CASE("A path has its number whatever the blocks", "[random][stream]") {
  const Stream stream(1, "blocks");
  const PathRange all{5, 3000};
  const std::vector<double> expected = uniforms(stream, all, 2, 7);
  for (const std::size_t block : std::initializer_list<std::size_t>{1, 3, 4, 7, 64, 1000, 1024}) {
    std::vector<double> found;
    for (std::size_t done = 0; done < all.count; done += block) {
      const auto part = uniforms(stream, {all.first + done, std::min(block, all.count - done)}, 2, 7);
      found.insert(found.end(), part.begin(), part.end());
    }
    CHECK(found == expected);
  }
}

TEST_CASE("Sixteen counters serve a group of 64 paths, each word of theirs in turn", "[random][stream]") {
  const Stream stream(20180802, "arrivals.machinery");
  const PhiloxKey key = {0x0e30003a, 0x6c51bba5};  // by a second program, as above
  const std::uint64_t first = GENERATE(0ULL, 61ULL, 6'400'000'001ULL, (1ULL << 38U) - 70);
  const std::vector<double> u = uniforms(stream, {first, 200}, 3, 1);
  for (std::size_t i = 0; i < u.size(); ++i) {
    const std::uint64_t path = first + i;
    const std::uint64_t counter = path / 64 * 16 + path % 16;
    const PhiloxWords words =
        philox({static_cast<std::uint32_t>(counter), static_cast<std::uint32_t>(counter >> 32U), 3, 1}, key);
    CHECK(u[i] == (words[path % 64 / 16] + 0.5) * 0x1p-32);
  }
}

TEST_CASE("Singles are the rounded numbers of the same addresses", "[random][stream]") {
  const Stream stream(1, "singles");
  const PathRange paths = GENERATE(PathRange{0, 64}, PathRange{3, 1003}, PathRange{130, 1});
  std::vector<double> u(paths.count);
  std::vector<double> z(paths.count);
  std::vector<float> single_u(paths.count);
  std::vector<float> single_z(paths.count);
  stream.uniform(paths, 4, 5, u);
  stream.uniform(paths, 4, 5, single_u);
  stream.normal(paths, 4, 5, z);
  stream.normal(paths, 4, 5, single_z);
  for (std::size_t i = 0; i < paths.count; ++i) {
    CHECK(single_u[i] == static_cast<float>(u[i]));
    CHECK(static_cast<double>(single_z[i]) == z[i]);
  }
}

TEST_CASE("Paths beyond 2^34 are told apart", "[random][stream]") {
  const Stream stream(1, "far");
  const std::uint64_t far = std::uint64_t{1} << 34U;
  CHECK(uniforms(stream, {far, 8}) != uniforms(stream, {0, 8}));
  CHECK(uniforms(stream, {far - 3, 8})[3] == uniforms(stream, {far, 1})[0]);
}

TEST_CASE("Normals are pairs of the words of a chunk of 256 paths", "[random][stream]") {
  const Stream stream(1, "normals");
  std::vector<double> z(1000);
  stream.normal({3, z.size()}, 4, 5, z);
  const std::vector<double> u = uniforms(stream, {0, 1280}, 4, 5);
  const auto word = [&](std::size_t path) {
    return static_cast<std::uint32_t>(u[path] * 0x1p32);
  };
  for (std::size_t i = 0; i < z.size(); ++i) {
    const std::size_t path = i + 3;
    const std::size_t first = path / 256 * 256 + path % 128;
    const NormalPair pair(normal_distance(word(first)), word(first + 128));
    CHECK(z[i] == static_cast<double>(path % 256 < 128 ? pair.first : pair.second));
  }
}

TEST_CASE("Uniforms fit their law along paths, years, draws, names and seeds", "[random][stream][statistical]") {
  const auto fits = [](const std::vector<double>& u) {
    const auto [mean, variance] = goodness::deviations(u, 0.5, 1.0 / 12, 1.8);
    CHECK(goodness::ks_distance(u, unchanged) < goodness::ks_bound(u.size()));
    CHECK(std::abs(mean) < goodness::most_sigmas);
    CHECK(std::abs(variance) < goodness::most_sigmas);
  };
  fits(uniforms(Stream(1, "paths"), {0, draws}));
  // One number each from consecutive addresses, as a model reads them.
  constexpr std::uint32_t many = 200'000;
  std::vector<double> years;
  std::vector<double> nth_draws;
  std::vector<double> names;
  std::vector<double> seeds;
  for (std::uint32_t i = 0; i < many; ++i) {
    years.push_back(uniforms(Stream(1, "years"), {17, 1}, i)[0]);
    nth_draws.push_back(uniforms(Stream(1, "draws"), {17, 1}, 3, i)[0]);
    names.push_back(uniforms(Stream(1, "sector." + std::to_string(i)), {17, 1})[0]);
    seeds.push_back(uniforms(Stream(i, "seeds"), {17, 1})[0]);
  }
  for (const auto& u : {years, nth_draws, names, seeds}) {
    fits(u);
    CHECK(correlation_sigmas({u.begin(), u.end() - 1}, {u.begin() + 1, u.end()}) < goodness::most_sigmas);
  }
}

TEST_CASE("Neighbouring addresses are independent", "[random][stream][statistical]") {
  const PathRange paths{0, draws};
  const std::vector<double> u = uniforms(Stream(0, "macro"), paths, 1);
  const auto independent = [&u](const std::vector<double>& v) {
    CHECK(correlation_sigmas(u, v) < goodness::most_sigmas);
  };
  independent(uniforms(Stream(1, "macro"), paths, 1));
  independent(uniforms(Stream(2, "macro"), paths, 1));
  independent(uniforms(Stream(0, "macrp"), paths, 1));
  independent(uniforms(Stream(0, ""), paths, 1));
  independent(uniforms(Stream(0, "macro"), paths, 2));
  independent(uniforms(Stream(0, "macro"), paths, 1, 1));
  for (const std::size_t lag : std::initializer_list<std::size_t>{1, 2, 3, 4, 64, 1024}) {
    independent(uniforms(Stream(0, "macro"), {lag, draws}, 1));
  }
}

TEST_CASE("Two names fill the unit square evenly", "[random][stream][statistical]") {
  const std::vector<double> u = uniforms(Stream(3, "arrivals"), {0, draws});
  const std::vector<double> v = uniforms(Stream(3, "exits"), {0, draws});
  constexpr double side = 25;  // 625 cells, close to 2 n^0.4
  std::vector<double> cell;
  for (std::size_t i = 0; i < draws; ++i) {
    cell.push_back(std::floor(u[i] * side) * side + std::floor(v[i] * side));
  }
  const auto [statistic, bound] = goodness::chi_squared(cell, [](double) { return 1 / (side * side); });
  CHECK(statistic < bound);
}

}  // namespace shanhai::random
