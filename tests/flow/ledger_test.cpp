#include "flow/ledger.hpp"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

namespace shanhai::flow {

TEST_CASE("A ledger has a row per stream and level, and a promise of each party and of external", "[flow][ledger]") {
  const Ledger ledger({.parties = 3, .streams = 2, .lanes = 5, .years = 4});
  for (const Rows* rows : {&ledger.local, &ledger.gross, &ledger.central, &ledger.province}) {
    CHECK(rows->size() == 2);
    CHECK(rows->lanes() == 5);
  }
  CHECK(ledger.promise.size() == 4);
  CHECK(ledger.promise.lanes() == 5);
  CHECK_FALSE(ledger.expected);
}

TEST_CASE("A ledger begins empty", "[flow][ledger]") {
  const Ledger ledger({.parties = 1, .streams = 1, .lanes = 4, .years = 1});
  const auto is_zero = [](double value) {
    return value == 0;
  };
  CHECK(std::ranges::all_of(ledger.local[0], is_zero));
  CHECK(std::ranges::all_of(ledger[Ledger::Line::factor], is_zero));
  CHECK(std::ranges::all_of(ledger[Ledger::Line::taxes], is_zero));
}

TEST_CASE("Every line of a ledger has a row of its own", "[flow][ledger]") {
  using Line = Ledger::Line;
  Ledger ledger({.parties = 1, .streams = 1, .lanes = 2, .years = 1});
  const auto lines = {Line::local,
                      Line::factor,
                      Line::fund_shock,
                      Line::firms,
                      Line::arrivals,
                      Line::output,
                      Line::value_added,
                      Line::land,
                      Line::taxes};
  std::set<const double*> rows;
  for (const Line line : lines) {
    CHECK(ledger[line].size() == 2);
    rows.insert(ledger[line].data());
  }
  CHECK(rows.size() == lines.size());
  ledger[Line::land][1] = 7;
  const Ledger& written = ledger;
  CHECK(written[Line::land][1] == 7);
}

}  // namespace shanhai::flow
