#include "input/number_text.hpp"

#include <limits>
#include <string>

#include <catch2/catch.hpp>

using namespace shanhai::input;

namespace {

std::string refusal(std::string_view text) {
  const auto reading = to_number(text);
  return reading.value ? "read" : reading.reason.en;
}

}  // namespace

TEST_CASE("A number is read to the nearest double", "[input]") {
  CHECK(to_number("0").value == 0.0);
  CHECK(to_number("20180802").value == 20180802.0);
  CHECK(to_number("-12.5").value == -12.5);
  CHECK(to_number("+3").value == 3.0);
  CHECK(to_number(".5").value == 0.5);
  CHECK(to_number("5.").value == 5.0);
  CHECK(to_number("2.4e3").value == 2400.0);
  CHECK(to_number("1E-3").value == 0.001);
  CHECK(to_number("0.1").value == 0.1);
  CHECK(to_number("1e308").value == 1e308);
  CHECK(to_number("0e-999").value == 0.0);
  CHECK(to_number("1.7976931348623157e308").value == std::numeric_limits<double>::max());
  CHECK_FALSE(std::signbit(*to_number("-0").value));
  CHECK(to_number("6").reason == shanhai::Text{});
}

TEST_CASE("A percentage is the decimal itself, bit for bit", "[input]") {
  CHECK(to_number("6%").value == 0.06);
  CHECK(to_number("5.8%").value == 0.058);
  CHECK(to_number("-29%").value == -0.29);
  CHECK(to_number("1e2%").value == 1.0);
  CHECK(to_number("100%").value == 1.0);
  for (int i = 0; i <= 1000; ++i) {  // 57.3% against 0.573
    const std::string percent = std::to_string(i / 10) + '.' + std::to_string(i % 10) + '%';
    const std::string digits = std::to_string(1000 + i);
    const std::string decimal = std::to_string(digits[0] - '1') + '.' + digits.substr(1);
    CHECK(to_number(percent).value == to_number(decimal).value);
  }
}

TEST_CASE("A number that may be misread is refused with advice", "[input][message]") {
  CHECK(refusal("010") == "the leading 0 looks octal; write 10 or 8");
  CHECK(refusal("0890") == "write it without the leading 0");
  CHECK(refusal("00.5") == "write it without the leading 0");
  CHECK(refusal("00") == "write it without the leading 0");
  CHECK(refusal("0x1F") == "write it in decimal digits");
  CHECK(refusal("0o17") == "write it in decimal digits");
  CHECK(refusal("-0b1") == "write it in decimal digits");
  CHECK(refusal("1,5") == "use a point, not a comma, and no comma between thousands");
  CHECK(refusal("1_000") == "write the digits without underscores");
  CHECK(refusal("１０") == "write half-width digits and signs, without a unit");
  CHECK(refusal("6％") == "write half-width digits and signs, without a unit");
  CHECK(refusal("20年") == "write half-width digits and signs, without a unit");
  for (const char* text : {".nan", "NaN", "-.inf", "Infinity"}) {
    CHECK(refusal(text) == "a number must be finite");
  }
  for (const char* text : {"1e400", "-1e400", "1e-400", "1e99999999999999999999", "1e-99999999999999999999%"}) {
    CHECK(refusal(text) == "it is too large, or too close to 0, to compute with");
  }
  CHECK(refusal("0." + std::string(5000, '0') + "1") == "it is too large, or too close to 0, to compute with");
  CHECK(refusal("1" + std::string(5000, '0')) == "it is too large, or too close to 0, to compute with");
  for (const char* text : {"",   " ",  ".",  "-",   "+-5", "--5", "1.2.3", "1e",  "e5",    "%",   "6%%",
                           "%6", "5f", "1O", "1d5", " 5",  "5 ",  "5\n",   "yes", "12:30", "1e+", "5%e2"}) {
    CHECK(refusal(text) == "write it as 1200, 0.06 or 6%");
  }
  CHECK(to_number("010").reason.zh == "前面的 0 像八进制；请写 10 或 8");
  CHECK(to_number("1,5").reason.zh == "小数点用 '.'，千位不加逗号");
}

TEST_CASE("An integer is read exactly or refused with advice", "[input][message]") {
  CHECK(to_integer("20").value == 20);
  CHECK(to_integer("-3").value == -3);
  CHECK(to_integer("+3").value == 3);
  CHECK(to_integer("0").value == 0);
  CHECK(to_integer("9223372036854775807").value == std::numeric_limits<std::int64_t>::max());
  for (const char* text : {"20.0", "2e1", "20%", "5.", "abc", ""}) {
    CHECK(to_integer(text).reason.en == "write a whole number, as 20");
  }
  CHECK(to_integer("010").reason.en == "the leading 0 looks octal; write 10 or 8");
  CHECK(to_integer("1,000").reason.en == "use a point, not a comma, and no comma between thousands");
  CHECK(to_integer("9223372036854775808").reason.en == "it is too large, or too close to 0, to compute with");
}
