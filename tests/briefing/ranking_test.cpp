#include "briefing/ranking.hpp"

#include <catch2/catch.hpp>

namespace shanhai::briefing {
namespace {

run::SchemeOutcome scheme(double acceptance, double tail, std::optional<double> jain, double error = 0.001) {
  run::SchemeOutcome outcome;
  outcome.acceptance = {acceptance, error};
  outcome.parties.resize(2);
  outcome.parties[0].cvar05 = {tail, error};
  outcome.parties[1].cvar05 = {tail + 100, error};
  if (jain) {
    outcome.jain = run::Estimate{*jain, error};
  }
  return outcome;
}

}  // namespace

TEST_CASE("A score is the weighted mean of where a scheme stands between worst and best", "[briefing][ranking]") {
  const Ranking ranking =
      rank({scheme(0.2, -50, 0.9), scheme(0.6, -30, 0.5), scheme(0.4, -10, std::nullopt)}, {50, 25, 25, 0});
  // Fairness of the last is 0: its parts are 0.5, 1 and 0.
  CHECK(ranking.scores[0].value == Approx(0.25));
  CHECK(ranking.scores[1].value == Approx(0.5 * 1 + 0.25 * 0.5 + 0.25 * 0.5 / 0.9));
  CHECK(ranking.scores[2].value == Approx(0.5 * 0.5 + 0.25));
  CHECK(ranking.order == std::vector<std::size_t>{1, 2, 0});
  CHECK(ranking.is_clear);
  CHECK(ranking.values[0][1]->value == -50);
}

TEST_CASE("A criterion that cannot tell the schemes apart counts for nothing", "[briefing][ranking]") {
  const Ranking ranking = rank({scheme(0.500, -50, 0.9), scheme(0.501, -30, 0.5)}, {90, 5, 5, 0});
  CHECK(ranking.weights[0] == 0);
  CHECK(ranking.weights[1] == 0.5);
  CHECK(ranking.weights[3] == 0);  // nobody gives it
}

TEST_CASE("A lead within the error is not clear", "[briefing][ranking]") {
  const Ranking close = rank({scheme(0.50, -50, 0.9, 0.02), scheme(0.60, -50.05, 0.5, 0.02)}, {52, 0, 48, 0});
  CHECK_FALSE(close.is_clear);
  const Ranking clear = rank({scheme(0.50, -50, 0.9, 0.0001), scheme(0.60, -50, 0.5, 0.0001)}, {52, 0, 48, 0});
  CHECK(clear.is_clear);
  CHECK(clear.order.front() == 1);
}

TEST_CASE("A flip says at which weight another scheme overtakes", "[briefing][ranking]") {
  const std::vector<run::SchemeOutcome> schemes{scheme(0.2, -50, 0.9), scheme(0.6, -50, 0.5)};
  const Ranking ranking = rank(schemes, {60, 0, 40, 0});
  REQUIRE(ranking.order.front() == 1);
  REQUIRE(ranking.flips.size() == 2);
  CHECK(ranking.flips[0].criterion == Criterion::acceptance);
  CHECK_FALSE(ranking.flips[0].at_least);
  CHECK(ranking.flips[0].weight == Approx(0.5));
  CHECK(ranking.flips[1].criterion == Criterion::fairness);
  CHECK(ranking.flips[1].at_least);
  CHECK(ranking.flips[1].weight == Approx(0.5));
  CHECK(ranking.flips[1].winner == 0);
  // Just beyond it the other one does win.
  CHECK(rank(schemes, {49, 0, 51, 0}).order.front() == 0);
  CHECK(rank(schemes, {51, 0, 49, 0}).order.front() == 1);
}

TEST_CASE("A scheme that is best in all cannot be overtaken", "[briefing][ranking]") {
  CHECK(rank({scheme(0.2, -50, 0.5), scheme(0.6, -30, 0.9)}, default_weights).flips.empty());
  CHECK(rank({scheme(0.2, -50, 0.5)}, default_weights).order == std::vector<std::size_t>{0});
}

}  // namespace shanhai::briefing
