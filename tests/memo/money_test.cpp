#include "memo/money.hpp"

#include <catch2/catch.hpp>

namespace shanhai::memo {

namespace {

const run::Currency wan_yuan{"CNY", 10'000};
const run::Currency euro{"EUR", 1};

}  // namespace

TEST_CASE("Chinese money is in 万元, from a billion yuan in 亿元, and in 元 when small", "[app][money]") {
  CHECK(money_unit(wan_yuan, 99'999, Language::zh).name() == "万元");
  CHECK(money_unit(wan_yuan, -100'000, Language::zh).name() == "亿元");
  CHECK(money_unit(wan_yuan, 0.5, Language::zh).name() == "元");
  CHECK(money_unit(wan_yuan, 0, Language::zh).name() == "元");
  CHECK(money_unit(euro, 20'000, Language::zh).name() == "万EUR");
}

TEST_CASE("English money is in thousands, millions or billions of the currency", "[app][money]") {
  CHECK(money_unit(wan_yuan, 62'300, Language::en).name() == "CNY million");
  CHECK(money_unit(wan_yuan, 100'000, Language::en).name() == "CNY billion");
  CHECK(money_unit(wan_yuan, 1, Language::en).name() == "CNY thousand");
  CHECK(money_unit(euro, 12, Language::en).name() == "EUR");
}

TEST_CASE("Money shows the digits its error supports", "[app][money]") {
  const MoneyUnit wan = money_unit(wan_yuan, 62'345, Language::zh);
  CHECK(money({62'345.6, 37}, wan) == "62,350");
  CHECK(money({62'345.6, 137}, wan) == "62,350");
  CHECK(money({62'345.6, 370}, wan) == "62,300");
  CHECK(money({-62'345.6, 0.4}, wan) == "-62,345.6");
  CHECK(money({62'345.678, 0.0004}, wan) == "62,345.68");
  CHECK(money_error({62'345.6, 137}, wan) == "± 140");
  CHECK(money_error({62'345.6, 370}, wan) == "± 400");
  CHECK(money_error({62'345.6, 0.0004}, wan) == "± 0.01");
}

TEST_CASE("Money of another size moves its decimal point, not its digits", "[app][money]") {
  const MoneyUnit yi = money_unit(wan_yuan, 623'456, Language::zh);
  CHECK(money({623'456, 370}, yi) == "62.35");
  CHECK(money_error({623'456, 370}, yi) == "± 0.04");
  const MoneyUnit million = money_unit(wan_yuan, 62'345, Language::en);
  CHECK(money({62'345.6, 137}, million) == "623.5");
  CHECK(money_error({62'345.6, 137}, million) == "± 1.4");
}

TEST_CASE("Exact money is in whole 万元, or to two places of 亿元", "[app][money]") {
  CHECK(money({62'345.6, 0}, money_unit(wan_yuan, 62'345, Language::zh)) == "62,346");
  CHECK(money({623'456, 0}, money_unit(wan_yuan, 623'456, Language::zh)) == "62.35");
  CHECK(money_error({62'345.6, 0}, money_unit(wan_yuan, 62'345, Language::zh)).empty());
}

TEST_CASE("An amount in a sentence has its unit where the language puts it", "[app][money]") {
  CHECK(money_unit(wan_yuan, 62'345, Language::zh).with("62,346") == "62,346 万元");
  CHECK(money_unit(wan_yuan, 62'345, Language::en).with("623.5") == "CNY 623.5 million");
  CHECK(money_unit(euro, 12, Language::en).with("12") == "EUR 12");
}

}  // namespace shanhai::memo
