#include "library/unit.hpp"

#include <catch2/catch.hpp>

#include "library/facts.hpp"

namespace shanhai::library {
namespace {

std::string zh(std::string_view value, std::string_view unit) {
  return quantity(value, unit, Language::zh);
}

std::string en(std::string_view value, std::string_view unit) {
  return quantity(value, unit, Language::en);
}

TEST_CASE("Chinese keeps the unit of the source, English tells it in its own", "[library][unit]") {
  CHECK(zh("4875", "亿元") == "4,875亿元");
  CHECK(en("4875", "亿元") == "CNY 487.5 billion");
  CHECK(zh("700", "万元/年") == "700万元/年");
  CHECK(en("700", "万元/年") == "CNY 7 million a year");
  CHECK(en("50", "万元/年") == "CNY 500,000 a year");
  CHECK(en("5.1", "万元/亩") == "CNY 51,000 per mu");
  CHECK(zh("0.0965", "per_year") == "每年9.65%");
  CHECK(en("0.0965", "per_year") == "9.65% a year");
  CHECK(en("-0.023", "per_year") == "-2.3% a year");
  CHECK(zh("0.10008", "share") == "10.008%");
  CHECK(zh("10611583", "persons") == "10,611,583人");
  CHECK(en("1229123396", "USD") == "USD 1,229,123,396");
}

TEST_CASE("What is no number stays as written", "[library][unit]") {
  CHECK(zh("2018-05-30", "date") == "2018-05-30");
  CHECK(en("2003", "date") == "2003");
  CHECK(en("衢州—鄞州", "names") == "衢州—鄞州");
}

TEST_CASE("Several values are told in the order of the fact", "[library][unit]") {
  CHECK(quantity(*find_fact("jinyun_fiscal_2023"), Language::zh) == "37.7亿元、23.52亿元、16.53亿元");
  CHECK(quantity(*find_fact("zibo_shares_after_recovery"), Language::en) == "60%, 40%");
}

}  // namespace
}  // namespace shanhai::library
