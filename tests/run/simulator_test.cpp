#include "run/simulator.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "run/examples.hpp"

namespace shanhai::run {
namespace {

/// Writes down what happens, in the order in which it does.
struct Diary {
  void revenue(std::size_t group, const flow::Ledger& ledger) {
    lines.push_back("revenue " + std::to_string(group) + " year " + std::to_string(ledger.year));
  }

  void signed_up(std::size_t scheme, const scheme::Waterfall& waterfall) {
    lines.push_back("signed " + std::to_string(scheme) + " year " + std::to_string(waterfall.books().year));
  }

  void clause(std::size_t scheme, const scheme::Waterfall& /*waterfall*/, int clause) {
    lines.push_back("clause " + std::to_string(scheme) + "." + std::to_string(clause));
  }

  void stepped(std::size_t scheme, const scheme::Waterfall& /*waterfall*/) {
    lines.push_back("stepped " + std::to_string(scheme));
  }

  std::vector<std::string> lines;
};

std::vector<std::string> diary(const Scenario& scenario) {
  const Setup setup(scenario, paths(4));
  Simulator simulator(setup, 4);
  Diary diary;
  simulator.simulate(0, diary);
  return diary.lines;
}

Scenario two_schemes() {
  return scenario_of(rented_park(), 1, {contract("a", {split(0.5, 0.5)}), contract("b", {split(0.5, 0.5)})});
}

}  // namespace

TEST_CASE("All schemes see one park, year by year", "[run][simulator]") {
  CHECK(diary(two_schemes()) == std::vector<std::string>{"signed 0 year 0",
                                                         "signed 1 year 0",
                                                         "revenue 0 year 1",
                                                         "clause 0.-1",
                                                         "clause 0.0",
                                                         "stepped 0",
                                                         "clause 1.-1",
                                                         "clause 1.0",
                                                         "stepped 1"});
}

TEST_CASE("With feedback every scheme sees its own park", "[run][simulator]") {
  Scenario scenario = two_schemes();
  scheme::Feedback feedback;
  feedback.effort.of = feedback.reference.of = {Number{0.5}, Number{0.5}};
  scenario.feedback = feedback;
  CHECK(diary(scenario) == std::vector<std::string>{"signed 0 year 0",
                                                    "revenue 0 year 1",
                                                    "clause 0.-1",
                                                    "clause 0.0",
                                                    "stepped 0",
                                                    "signed 1 year 0",
                                                    "revenue 1 year 1",
                                                    "clause 1.-1",
                                                    "clause 1.0",
                                                    "stepped 1"});
}

TEST_CASE("A path can be simulated alone", "[run][simulator]") {
  const Scenario scenario = busy_scenario(5);
  const Setup setup(scenario, paths(100));

  struct Last {
    void revenue(std::size_t /*group*/, const flow::Ledger& ledger) { local = ledger.local[1][lane]; }

    void signed_up(std::size_t /*scheme*/, const scheme::Waterfall& /*waterfall*/) {}

    void clause(std::size_t /*scheme*/, const scheme::Waterfall& /*waterfall*/, int /*clause*/) {}

    void stepped(std::size_t /*scheme*/, const scheme::Waterfall& waterfall) {
      std::vector<double> row(waterfall.books().lanes());
      waterfall.cash_flow(0, row);
      flow = row[lane];
    }

    std::size_t lane;
    double local = 0;
    double flow = 0;
  };

  Simulator block(setup, 64);
  Last inside{37};
  block.simulate(0, inside);
  Simulator single(setup, 1);
  Last alone{0};
  single.simulate(90, alone);  // what a simulator did before leaves no trace
  single.simulate(37, alone);
  CHECK(alone.local == inside.local);
  CHECK(alone.flow == inside.flow);
}

}  // namespace shanhai::run
