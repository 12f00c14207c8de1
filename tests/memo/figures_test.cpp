#include "memo/figures.hpp"

#include <limits>

#include <catch2/catch.hpp>

namespace shanhai::memo {

TEST_CASE("A figure has its thousands apart and never a minus before nothing", "[app][figures]") {
  CHECK(figure(1'234'567.4, 0) == "1,234,567");
  CHECK(figure(-1'234'567.4, 1) == "-1,234,567.4");
  CHECK(figure(62'345, -2) == "62,300");
  CHECK(figure(999.6, 0) == "1,000");
  CHECK(figure(123, 0) == "123");
  CHECK(figure(-0.04, 1) == "0.0");
  CHECK(figure(-49, -2) == "0");
  CHECK(figure(0, 2) == "0.00");
}

TEST_CASE("An error supports digits down to its leading one, and one more after a leading 1", "[app][figures]") {
  CHECK(supported_decimals(0.37, 6) == 1);
  CHECK(supported_decimals(0.12, 6) == 2);
  CHECK(supported_decimals(0.0196, 6) == 3);
  CHECK(supported_decimals(0.02, 6) == 2);
  CHECK(supported_decimals(37, 6) == -1);
  CHECK(supported_decimals(137, 6) == -1);
  CHECK(supported_decimals(9.6, 6) == 0);
  CHECK(supported_decimals(0.00037, 2) == 2);
}

TEST_CASE("Without an error the most decimals are supported", "[app][figures]") {
  CHECK(supported_decimals(0, 2) == 2);
  CHECK(supported_decimals(1e-13, 2) == 2);
  CHECK(supported_decimals(std::numeric_limits<double>::quiet_NaN(), 2) == 2);
}

TEST_CASE("An error is never shown as nothing", "[app][figures]") {
  CHECK(error_figure(0.004, 1) == "0.1");
  CHECK(error_figure(0.37, 1) == "0.4");
  CHECK(error_figure(137, -1) == "140");
  CHECK(error_figure(0, 1) == "0.0");
}

TEST_CASE("A share of paths is told with the digits its error supports", "[app][figures]") {
  CHECK(percentage({0.62345, 0.0015}) == "62.3%");
  CHECK(percentage({0.62345, 0.012}) == "62.3%");
  CHECK(percentage({0.62345, 0.03}) == "62%");
  CHECK(percentage({0.62345, 0}) == "62.3%");
  CHECK(percentage_error({0.62345, 0.0015}) == "± 0.2%");
  CHECK(percentage_error({0.62345, 0.03}) == "± 3%");
  CHECK(percentage_error({0.62345, 0}).empty());
}

TEST_CASE("None and all of the paths are told plainly, almost none and almost all are not", "[app][figures]") {
  CHECK(percentage({0, 1e-5}) == "0%");
  CHECK(percentage({1, 1e-5}) == "100%");
  CHECK(percentage_error({1, 1e-5}).empty());
  CHECK(percentage({0.0002, 1e-5}) == "<0.1%");
  CHECK(percentage({0.9998, 1e-5}) == ">99.9%");
  CHECK(percentage({0.998, 0.02}) == ">99%");
}

}  // namespace shanhai::memo
