#include "store/axis_number.hpp"

#include <catch2/catch.hpp>

namespace shanhai::store {
namespace {

TEST_CASE("A value is the number that a scenario reads, percentages as shares", "[store][axis_number]") {
  CHECK(axis_number("1200") == 1200.0);
  CHECK(axis_number("-0.06") == -0.06);
  CHECK(axis_number("+3e2") == 300.0);
  CHECK(axis_number("6%") == 0.06);
  CHECK(axis_number("12.3%") == 0.123);  // not 12.3 / 100, which is another double
  CHECK(axis_number("1e3%") == 10.0);
}

TEST_CASE("Other texts are no numbers", "[store][axis_number]") {
  for (const char* text : {"", "%", "half", "1,000", "1 2", "0x10", "nan", "inf", "1e999", "6%%", "+-3", "五"}) {
    CAPTURE(text);
    CHECK_FALSE(axis_number(text));
  }
}

}  // namespace
}  // namespace shanhai::store
