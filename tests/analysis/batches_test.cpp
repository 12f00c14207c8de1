#include "analysis/batches.hpp"

#include <cmath>
#include <numeric>

#include <catch2/catch.hpp>

#include "analysis/resample.hpp"
#include "stats/lane_sums.hpp"

namespace shanhai::analysis {
namespace {

std::vector<double> drawn(std::uint32_t number) {
  return resample(random::Stream(0, "batches"), Batches::most, number);
}

std::vector<double> normals(std::uint64_t seed, std::size_t paths) {
  std::vector<double> result(paths);
  random::Stream(seed, "x").normal({0, paths}, 0, 0, Lanes(result));
  return result;
}

}  // namespace

TEST_CASE("Batches of one size have the mean of the sample", "[analysis][batches]") {
  const auto values = normals(1, 12'800);
  const Batches batches(values);
  CHECK(batches.means().size() == Batches::most);
  CHECK(batches.mean(std::vector<double>(Batches::most, 1)) == Approx(stats::moments(values).mean()));
  CHECK(Batches(std::vector<double>{1, 2, 6}).means() == std::vector<double>{1, 2, 6});
}

TEST_CASE("A resample counts as many batches as there are, and differs from the next", "[analysis][batches]") {
  const auto times = drawn(7);
  CHECK(std::accumulate(times.begin(), times.end(), 0.0) == Batches::most);
  CHECK(times == drawn(7));
  CHECK(times != drawn(8));
  CHECK(*std::max_element(times.begin(), times.end()) > 1);
}

TEST_CASE("Resampled means spread as the standard error says", "[analysis][batches]") {
  const auto values = normals(2, 12'800);
  const Batches batches(values);
  std::vector<double> means;
  for (std::uint32_t number = 0; number < 4000; ++number) {
    means.push_back(batches.mean(drawn(number)));
  }
  // The batches' own spread has an error of 1/√256; 4.9 of it are 31%.
  CHECK(stats::moments(means).sd() == Approx(1 / std::sqrt(12'800.0)).epsilon(0.31));
}

TEST_CASE("What two samples share leaves their difference without an error", "[analysis][batches]") {
  const auto values = normals(3, 12'800);
  std::vector<double> more = values;
  for (double& value : more) {
    value += 2;
  }
  const stats::Estimate off = difference(Batches(more), Batches(values));
  CHECK(off.value == Approx(2));
  CHECK(off.error < 1e-12);
  const stats::Estimate apart = difference(Batches(normals(4, 12'800)), Batches(values));
  CHECK(apart.error == Approx(std::sqrt(2 / 12'800.0)).epsilon(0.31));
}

}  // namespace shanhai::analysis
