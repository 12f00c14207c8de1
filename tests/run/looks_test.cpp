#include <cmath>
#include <random>
#include <vector>

#include <catch2/catch.hpp>

#include "run/examples.hpp"
#include "run/in_parts.hpp"
#include "run/joint.hpp"
#include "run/second_look.hpp"

namespace shanhai::run {
namespace {

constexpr std::size_t many = 3 * units_per_part * stats::unit_paths + 777;

// Two parties under three schemes; the third party pair is tied on many paths.
std::vector<std::vector<double>> some_npvs() {
  std::mt19937_64 bits(7);
  std::vector<std::vector<double>> npv(6, std::vector<double>(many));
  for (std::size_t path = 0; path < many; ++path) {
    const auto uniform = [&] {
      return static_cast<double>(bits() >> 11U) * 0x1p-53;
    };
    const double common = uniform();
    for (std::vector<double>& one : npv) {
      one[path] = 100 * (std::exp(common + uniform()) - 1.5);
    }
    npv[5][path] = common < 0.3 ? npv[3][path] : npv[5][path];
  }
  return npv;
}

Scenario uncertain_reservation() {
  Scenario scenario = scenario_of(forecast(Levels{Number{1}}), 1, {});
  scenario.parties[0].reservation = Number{50, 0};
  scenario.parties[1].reservation = 20;
  scenario.uncertain = {{"parties.host.reservation", Uniform{0, 100}}};
  return scenario;
}

struct Looks {
  std::vector<std::vector<double>> npv = some_npvs();
  Accounts accounts{2, {npv.begin(), npv.end()}, {1, 2, 1, 2, 1, 3}};
  std::vector<Reservation> alternatives = reservations(uncertain_reservation(), paths(many));
  FirstLook first;
  SecondLook second;

  explicit Looks(unsigned threads)
      : first(look_first(accounts, alternatives, pairs_of(accounts.schemes(), accounts.parties), threads)),
        second(look_again(accounts, alternatives, first, threads)) {}

  [[nodiscard]] std::vector<double> series(std::size_t place) const {
    std::vector<double> result = npv[place < 6 ? place : 2 * (place - 6)];
    for (std::size_t path = 0; path < many && place >= 6; ++path) {
      result[path] += npv[2 * (place - 6) + 1][path];
    }
    return result;
  }

  [[nodiscard]] std::vector<double> alternative(std::size_t party) const {
    std::vector<double> result(many);
    alternatives[party].write({0, many}, result);
    return result;
  }
};

double mean_of(const std::vector<double>& values) {
  long double sum = 0;
  for (const double value : values) {
    sum += value;
  }
  return static_cast<double>(sum / static_cast<long double>(values.size()));
}

double mean_power(const std::vector<double>& values, int power) {
  const double mean = mean_of(values);
  std::vector<double> powers;
  powers.reserve(values.size());
  for (const double value : values) {
    powers.push_back(std::pow(value - mean, power));
  }
  return mean_of(powers);
}

double error_of(const std::vector<double>& values) {
  return std::sqrt(mean_power(values, 2) / static_cast<double>(values.size() - 1));
}

std::vector<double> told(const Looks& looks) {
  std::vector<double> all;
  const auto put = [&](const std::vector<stats::Moments>& many_moments) {
    for (const stats::Moments& one : many_moments) {
      all.insert(all.end(), {one.mean(), one.variance()});
    }
  };
  put(looks.first.series);
  put(looks.first.reservation);
  put(looks.first.difference);
  for (const stats::Quantiles::Answers& one : looks.second.order) {
    for (const Estimate& q : one.quantiles) {
      all.insert(all.end(), {q.value, q.error});
    }
    all.insert(all.end(), {one.tail_mean.value, one.tail_mean.error});
  }
  all.insert(all.end(), looks.second.fourth.begin(), looks.second.fourth.end());
  for (std::size_t scheme = 0; scheme < 3; ++scheme) {
    all.insert(all.end(), {looks.second.nash[scheme]->error, looks.second.jain[scheme]->error});
  }
  return all;
}

}  // namespace

TEST_CASE("Two looks tell of every series what plain sums and sorting tell", "[run][looks]") {
  const Looks looks(1);
  for (std::size_t place = 0; place < looks.accounts.series(); ++place) {
    const std::vector<double> values = looks.series(place);
    CHECK(looks.first.series[place].count() == many);
    CHECK(looks.first.series[place].mean() == Approx(mean_of(values)).epsilon(1e-12));
    CHECK(looks.first.series[place].standard_error() == Approx(error_of(values)).epsilon(1e-12));
    CHECK(looks.second.fourth[place] == Approx(mean_power(values, 4)).epsilon(1e-12));
    const std::vector<Estimate> expected = stats::quantiles(values, spread_probabilities);
    for (std::size_t q = 0; q < expected.size(); ++q) {
      CHECK(looks.second.order[place].quantiles[q].value == expected[q].value);
      CHECK(looks.second.order[place].quantiles[q].error == expected[q].error);
    }
    if (place < 6) {
      CHECK(looks.second.order[place].tail_mean.value == Approx(stats::tail_mean(values, 0.05).value).epsilon(1e-12));
    }
  }
}

TEST_CASE("A look counts losses, refusals and ties path by path", "[run][looks]") {
  const Looks looks(1);
  const std::vector<double> host = looks.alternative(0);
  const std::vector<double> origin = looks.alternative(1);
  CHECK(looks.first.reservation[0].mean() == Approx(mean_of(host)).epsilon(1e-12));
  std::vector<std::uint64_t> counts(8, 0);
  for (std::size_t path = 0; path < many; ++path) {
    const double of_host = looks.npv[2][path];
    const double of_origin = looks.npv[3][path];
    const double by = of_origin - looks.npv[5][path];  // of scheme 1 over 2
    counts[0] += of_host < -1 ? 1U : 0U;
    counts[1] += of_origin < -2 ? 1U : 0U;
    counts[2] += of_host - host[path] < -1 ? 1U : 0U;
    counts[3] += of_origin - origin[path] < -2 ? 1U : 0U;
    counts[4] += of_host - host[path] >= -1 && of_origin - origin[path] >= -2 ? 1U : 0U;
    counts[5] += by > 3 ? 1U : 0U;
    counts[6] += std::abs(by) <= 3 ? 1U : 0U;
  }
  const FirstLook& first = looks.first;
  CHECK(first.negative[2] == counts[0]);
  CHECK(first.negative[3] == counts[1]);
  CHECK(first.below_reservation[2] == counts[2]);
  CHECK(first.below_reservation[3] == counts[3]);
  CHECK(first.accepted[1] == counts[4]);
  CHECK(first.better[5] == counts[5]);
  CHECK(first.ties[5] == counts[6]);
  const Pair last = pairs_of(3, 2)[5];
  CHECK((last.a == 1 && last.b == 2 && last.party == 1));
  CHECK(first.difference[5].mean() == Approx(mean_of(looks.npv[3]) - mean_of(looks.npv[5])).epsilon(1e-10));
}

TEST_CASE("Errors of functions of means come from the joint law of the parties", "[run][looks]") {
  const Looks looks(1);
  const auto nash = nash_product(looks.accounts, looks.first, 1);
  const auto jain = jain_index(looks.accounts, looks.first, 1);
  REQUIRE((nash && jain && looks.second.nash[1] && looks.second.jain[1]));
  std::vector<double> of_gains(many);
  std::vector<double> of_npvs(many);
  const std::vector<double> host = looks.alternative(0);
  for (std::size_t path = 0; path < many; ++path) {
    of_gains[path] = nash->gradient[0] * (looks.npv[2][path] - host[path]) + nash->gradient[1] * looks.npv[3][path];
    of_npvs[path] = jain->gradient[0] * looks.npv[2][path] + jain->gradient[1] * looks.npv[3][path];
  }
  CHECK(looks.second.nash[1]->value == nash->value);
  CHECK(looks.second.nash[1]->error == Approx(error_of(of_gains)).epsilon(1e-11));
  CHECK(looks.second.jain[1]->error == Approx(error_of(of_npvs)).epsilon(1e-11));
}

TEST_CASE("Looks give the same bits for any number of threads", "[run][looks][reproducible]") {
  const std::vector<double> expected = told(Looks(1));
  for (const unsigned threads : {2U, 3U, 7U}) {
    CHECK(told(Looks(threads)) == expected);
  }
}

}  // namespace shanhai::run
