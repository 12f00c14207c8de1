#include "scheme/statistics.hpp"

#include <utility>

#include "at_work.hpp"
#include <catch2/catch.hpp>

namespace shanhai::scheme {

using Line = flow::Ledger::Line;

TEST_CASE("Statistics credit output and value added beside the money", "[scheme][statistics]") {
  Statistics statistics;
  statistics.output = {parts({0.25, 0.75}), false};
  statistics.value_added = {parts({0.0, 0.0}), true};
  AtWork work(contract({half(), statistics}));
  work.ledger[Line::output][0] = 400;
  work.ledger[Line::value_added][0] = 90;
  work.year({100});
  CHECK(work.books().credited_output[0][0] == 100);
  CHECK(work.books().credited_output[1][0] == 300);
  CHECK(work.books().credited_value_added[0][0] == 90);
  CHECK(work.books().credited_value_added[1][0] == 90);
  CHECK(work.cash(host) == 50);
}

TEST_CASE("Statistics credit only what they name", "[scheme][statistics]") {
  Statistics statistics;
  statistics.value_added = {parts({0.5, Number{0.5, 0}}, 0), false};
  AtWork work(contract({half(), statistics}));
  work.draws[0][0] = 0.25;
  work.ledger[Line::output][0] = 400;
  work.ledger[Line::value_added][0] = 80;
  work.year({100});
  CHECK(work.books().credited_output[0][0] == 0);
  CHECK(work.books().credited_value_added[0][0] == 60);
  CHECK(work.books().credited_value_added[1][0] == 20);
}

TEST_CASE("Credit is shared for some years only, by the contract's clock", "[scheme][statistics]") {
  Statistics statistics;
  statistics.output = {parts({0.25, 0.75}), false};
  statistics.years = YearRange{1, 1};
  statistics.otherwise_to = host;
  Scheme scheme = contract({half(), statistics});
  scheme.clock = ContractClock::first_revenue;
  AtWork work(scheme);
  const auto credit_of_year = [&work](double revenue) {
    work.ledger[Line::output][0] = 400;
    work.year({revenue});
    return std::pair{work.books().credited_output[0][0], work.books().credited_output[1][0]};
  };
  CHECK(credit_of_year(0) == std::pair{400.0, 0.0});
  CHECK(credit_of_year(100) == std::pair{100.0, 300.0});
  CHECK(credit_of_year(100) == std::pair{400.0, 0.0});
}

}  // namespace shanhai::scheme
