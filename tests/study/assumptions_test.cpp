#include "study/assumptions.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "study/example.hpp"

namespace shanhai::study {
namespace {

std::vector<Shift> shifts_of(const Example& example) {
  Bench bench(2000);
  return std::get<std::vector<Shift>>(shift_assumptions(bench.laboratory, example.base, example.scenario, 0.1));
}

const Shift& shift_of(const std::vector<Shift>& shifts, const std::string& path, double factor) {
  const auto found =
      std::ranges::find_if(shifts, [&](const Shift& one) { return one.path == path && one.factor == Approx(factor); });
  REQUIRE(found != shifts.end());
  return *found;
}

}  // namespace

TEST_CASE("Assumptions are shifted down and up on the same futures", "[study][assumptions]") {
  const std::vector<Shift> shifts = shifts_of(Example());
  // The host has 60% of a revenue of 200: a tenth of it is 12, whatever the futures; their chance adds its error.
  const Shift& more = shift_of(shifts, "revenue.table.vat", 1.1);
  CHECK(more.npv_difference[0].value == Approx(12).margin(5 * more.npv_difference[0].error));
  CHECK(more.npv_difference[0].error < 0.1);
  CHECK(more.schemes.size() == 2);
  const Shift& less = shift_of(shifts, "revenue.table.vat", 0.9);
  CHECK(less.npv_difference[0].value == Approx(-more.npv_difference[0].value));
}

TEST_CASE("What is no scenario any more, years, and what changes nothing are left out", "[study][assumptions]") {
  const Example example;
  const auto assumes = [&](const std::string& path) {
    return std::ranges::count(example.scenario.assumptions, path) > 0;
  };
  CHECK(assumes("parties.origin.reservation"));
  for (const Shift& shift : shifts_of(example)) {
    CHECK(shift.path != "horizon.years");
    CHECK(shift.path != "parties.origin.reservation");  // moves no NPV
    CHECK(shift.path.find("schemes.plain.shares") == std::string::npos);
  }
}

}  // namespace shanhai::study
