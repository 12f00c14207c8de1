#include "run/joint.hpp"

#include <optional>
#include <vector>

#include <catch2/catch.hpp>

#include "random/sample.hpp"
#include "run/examples.hpp"
#include "run/second_look.hpp"

namespace shanhai::run {
namespace {

/// What one scheme means for all parties together.
struct Joint {
  std::uint64_t accepted;
  std::vector<std::uint64_t> below_reservation;
  double mean_total;
  std::optional<stats::Estimate> nash;
  std::optional<stats::Estimate> jain;
};

Joint judged(const Scenario& scenario, const std::vector<std::vector<double>>& npv, double tolerance = 0) {
  const Accounts accounts{npv.size(), {npv.begin(), npv.end()}, std::vector<double>(npv.size(), tolerance)};
  const std::vector<Reservation> alternatives = reservations(scenario, paths(accounts.paths()));
  const FirstLook first = look_first(accounts, alternatives, {}, 1);
  const SecondLook second = look_again(accounts, alternatives, first, 1);
  return {first.accepted[0],
          first.below_reservation,
          first.series[accounts.total(0)].mean(),
          second.nash[0],
          second.jain[0]};
}

Scenario two_parties(double host_reservation, double origin_reservation) {
  Scenario scenario = scenario_of(forecast(Levels{Number{1}}), 1, {});
  scenario.parties[0].reservation = host_reservation;
  scenario.parties[1].reservation = origin_reservation;
  return scenario;
}

}  // namespace

TEST_CASE("A deal is accepted on the paths on which nobody falls below its reservation", "[run][joint]") {
  const Joint joint = judged(two_parties(2, 1), {{1, 2, 3, 4}, {5, 1, 0, 7}});
  CHECK(joint.mean_total == (6 + 3 + 3 + 11) / 4.0);
  CHECK(joint.accepted == 2);
  CHECK(joint.below_reservation == std::vector<std::uint64_t>{1, 1});
}

TEST_CASE("Money below the tolerance keeps nobody from a deal", "[run][joint]") {
  const std::vector<std::vector<double>> npv{{2 - 1e-7, 2}, {1, 1}};
  CHECK(judged(two_parties(2, 1), npv, 1e-6).accepted == 2);
  CHECK(judged(two_parties(2, 1), npv, 1e-8).accepted == 1);
}

TEST_CASE("The Nash product multiplies mean gains, with the error of the product", "[run][joint]") {
  const std::vector<std::vector<double>> npv{{1, 2, 3, 6}, {5, 2, 2, 7}};
  const Joint joint = judged(two_parties(1, 2), npv);  // means 3 and 4, gains 2 and 2
  REQUIRE(joint.nash);
  CHECK(joint.nash->value == Approx(4));
  // 2 x + 2 y: 12, 8, 10, 26; variance 200/3 around 14, over 4 paths
  CHECK(joint.nash->error == Approx(std::sqrt(200.0 / 3 / 4)));
  CHECK_FALSE(judged(two_parties(3.5, 0), npv).nash);
  CHECK(judged(two_parties(3, 0), npv).nash->value == Approx(0));
  CHECK(judged(two_parties(3 + 1e-9, 0), npv, 1e-8).nash->value == 0);  // money below the tolerance is no loss
}

TEST_CASE("Jain's index compares mean worth, with its error", "[run][joint]") {
  const std::vector<std::vector<double>> npv{{1, 2, 3, 6}, {5, 2, 2, 7}};
  const Joint joint = judged(two_parties(100, 0), npv);
  REQUIRE(joint.jain);
  CHECK(joint.jain->value == Approx(49.0 / (2 * 25)));
  // d/dx (x + y)²/(2 (x² + y²)) at (3, 4) is 7 (25 - 3*7)/625 and 7 (25 - 4*7)/625: 28/625 and -21/625.
  const stats::Moments linear = stats::moments(std::vector<double>{28 - 105, 56 - 42, 84 - 42, 168 - 147});
  CHECK(joint.jain->error == Approx(linear.standard_error() / 625));
  CHECK(judged(two_parties(0, 0), {{2, 2}, {2, 2}}).jain->value == Approx(1));
  CHECK(judged(two_parties(0, 0), {{2, 2}, {0, 0}}).jain->value == Approx(0.5));
  CHECK_FALSE(judged(two_parties(0, 0), {{2, 2}, {-1, 0}}).jain);
  CHECK_FALSE(judged(two_parties(0, 0), {{0, 0}, {0, 0}}).jain);
}

TEST_CASE("An uncertain reservation is drawn on the path it judges", "[run][joint]") {
  Scenario scenario = two_parties(0, -1e9);
  scenario.parties[0].reservation = Number{0.5, 0};
  scenario.uncertain = {{"parties.host.reservation", Uniform{0, 1}}};
  std::vector<double> drawn(100);
  random::Sampler(scenario.uncertain[0].law).draw(random::Stream(42, "parties.host.reservation"), {0, 100}, drawn);
  CHECK(judged(scenario, {drawn, drawn}, 1e-12).accepted == 100);
  std::vector<double> less = drawn;
  less[17] -= 0.01;
  CHECK(judged(scenario, {less, drawn}, 1e-12).accepted == 99);
}

}  // namespace shanhai::run
