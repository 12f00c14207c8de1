#include "allocations.hpp"
#include <catch2/catch.hpp>

#include "economy/example_park.hpp"

namespace shanhai::economy {
namespace {

Park busy_park() {
  Sector sector = plain_sector("a");
  sector.firms = 5;
  sector.exit = Number{0.1};
  sector.ramp = {Number{0.5}, Number{1}};
  sector.sigma = 0.1;
  sector.margin_sd = 0.01;
  sector.firm_cv = 0.5;
  Park park = park_of({sector, plain_sector("b")});
  park.correlation = {{0, 1, 0.5}};
  Tax vat;
  vat.id = "vat";
  vat.base.base = Base::value_added;
  vat.rate.by_sector = {Levels{Number{0.1}}};
  vat.holiday = std::vector<Number>{Number{0}, Number{1}};
  park.taxes = {vat};
  Event event;
  event.id = "slump";
  event.probability = Levels{Number{0.2}};
  event.years = 2;
  park.events = {event};
  return park;
}

Forecast forecast() {
  Forecast result;
  result.table.streams = {{"vat", Levels{Number{100}}}};
  result.uncertainty = Uncertainty{Number{0.1}, 0.3};
  return result;
}

}  // namespace

TEST_CASE("An economy allocates nothing once it is built", "[economy][allocation]") {
  const Source source = GENERATE(Source{busy_park()}, Source{forecast()});
  const flow::Draws draws(1, 64);
  flow::Ledger ledger({.parties = 2, .streams = 1, .lanes = 64, .years = 10});
  Economy economy(source, {1, 2020, 10, 64, Counting::drawn});
  const std::size_t before = allocations();
  for (const std::uint64_t first : {0U, 64U}) {
    economy.begin({first, 64}, draws);
    for (int year = 1; year <= 10; ++year) {
      ledger.year = year;
      economy.step(year, flow::Operand{1.0}, ledger);
    }
  }
  const std::size_t after = allocations();
  CHECK(after == before);
}

}  // namespace shanhai::economy
