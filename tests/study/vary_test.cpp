#include "study/vary.hpp"

#include <catch2/catch.hpp>

#include "study/example.hpp"

namespace shanhai::study {
namespace {

Vary vary(const std::string& written) {
  return std::get<Vary>(read_vary(written, Example().base));
}

std::string fault(const std::string& written) {
  const auto read = read_vary(written, Example().base);
  const auto* text = std::get_if<Text>(&read);
  return text == nullptr ? "" : text->en;
}

}  // namespace

TEST_CASE("What varies is a key from one number to another", "[study][vary]") {
  const Vary read = vary("parties.host.discount_rate = 2% .. 0.08");
  REQUIRE(read.keys().size() == 1);
  CHECK(read.keys()[0].path == "parties.host.discount_rate");
  CHECK(read.keys()[0].from == 0.02);
  CHECK(read.keys()[0].to == 0.08);
  CHECK(read.in_percent);
  CHECK_FALSE(vary("parties.origin.reservation=0..50").in_percent);
}

TEST_CASE("One of two shares takes the other with it", "[study][vary]") {
  const Vary read = vary("schemes.plain.shares.origin = 30%..90%");
  REQUIRE(read.keys().size() == 2);
  CHECK(read.keys()[1].path == "schemes.plain.shares.host");
  CHECK(read.keys()[1].from == Approx(0.7));
  CHECK(read.keys()[1].to == Approx(0.1));
  // The rest follows by itself, and two numbers that are no shares do not.
  CHECK(vary("schemes.fund.shares.host = 30%..90%").keys().size() == 1);
  CHECK(vary("horizon.years = 1..2").keys().size() == 1);
}

TEST_CASE("Several keys move together", "[study][vary]") {
  const Vary read = vary("schemes.plain.shares.host = 30%..90%, schemes.plain.shares.origin = 70%..10%");
  REQUIRE(read.keys().size() == 2);
  CHECK(read.keys()[1].to == 0.1);
}

TEST_CASE("What cannot vary is refused with what was expected", "[study][vary]") {
  for (const std::string written : {"", "a", "a =", "a = 1", "a = 1..", "a = x..2", "a = 1..1", "a = 1..2,"}) {
    INFO(written);
    CHECK(fault(written).find("expected KEY = FROM..TO") != std::string::npos);
  }
  CHECK(fault("schemes.plian.shares.host = 1%..2%").find("schemes.plain.shares.host") != std::string::npos);
}

}  // namespace shanhai::study
