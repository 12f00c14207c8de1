#include "briefing/movers.hpp"

#include <catch2/catch.hpp>

#include "briefing/leaving.hpp"

namespace shanhai::briefing {

TEST_CASE("The assumption that moves a party most comes first", "[briefing][movers]") {
  run::Scenario scenario;
  scenario.parties.resize(2);
  const document::Node base;
  Material material{.scenario = scenario,
                    .base = base,
                    .outcome = {},
                    .weights = {},
                    .shifts = {},
                    .spreads = {},
                    .zone = {},
                    .ranking = {}};
  const auto shift = [](const std::string& path, double factor, double of_second) {
    return study::Shift{path, factor, {}, {{0, 0}, {of_second, 0.1}}};
  };
  material.shifts = {shift("a", 0.9, -1), shift("a", 1.1, 2), shift("b", 0.9, -5), shift("c", 1.1, 0)};
  const std::vector<Mover> movers = movers_of(material, 0, 1);
  REQUIRE(movers.size() == 2);
  CHECK(movers[0].path == "b");
  CHECK(movers[0].low.value == -5);
  CHECK(movers[0].high.value == 0);
  CHECK(movers[1].low.value == -1);
  CHECK(movers[1].high.value == 2);
  CHECK(movers_of(material, 0, 0).empty());
}

TEST_CASE("The year of leaving is the worst after signing", "[briefing][leaving]") {
  run::SchemeOutcome scheme;
  scheme.parties.resize(2);
  scheme.parties[0].p_leave = {{0.9, 0}, {0.1, 0}, {0.3, 0}};
  scheme.parties[1].p_leave = {{0.0, 0}, {0.2, 0}, {0.1, 0}};
  scheme.parties[0].p_negative = {0.2, 0};
  scheme.parties[1].p_negative = {0.4, 0};
  const Leaving most = leaving_of(scheme);
  CHECK(most.party == 0);
  CHECK(most.year == 2);
  CHECK(most.is_high());
  CHECK(party_at_risk(scheme) == 1);
}

}  // namespace shanhai::briefing
