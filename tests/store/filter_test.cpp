#include "store/filter.hpp"

#include <catch2/catch.hpp>

namespace shanhai::store {
namespace {

const std::vector<std::string> columns{"ratio", "select", "名称"};
const std::vector<std::vector<std::string>> rows{
    {"30%", "1", "甲"}, {"0.5", "{uniform: [1, 2]}", "乙"}, {"70%", "3", "甲"}};

OrRefusal<std::vector<bool>> wanted(const std::string& condition) {
  return matching(
      columns, rows.size(), [](std::uint64_t row, std::size_t column) { return rows[row][column]; }, condition);
}

std::vector<bool> kept(const std::string& condition) {
  return std::get<std::vector<bool>>(wanted(condition));
}

}  // namespace

TEST_CASE("A condition compares numbers as numbers and texts as texts", "[store][filter]") {
  CHECK(kept("ratio >= 0.5") == std::vector<bool>{false, true, true});
  CHECK(kept("ratio > 0.3 AND \"select\" = 3") == std::vector<bool>{false, false, true});
  CHECK(kept("名称 = '甲'") == std::vector<bool>{true, false, true});
  CHECK(kept("0") == std::vector<bool>{false, false, false});
}

TEST_CASE("What is no condition over the columns is refused in SQLite's words", "[store][filter][message]") {
  for (const char* const bad : {"ratoi > 1", "ratio >", "1) UNION SELECT 99999999 --", "1; DROP TABLE point", ""}) {
    INFO(bad);
    const OrRefusal<std::vector<bool>> refused = wanted(bad);
    REQUIRE(std::holds_alternative<Refusal>(refused));
    CHECK(std::get<Refusal>(refused).of_user);
  }
  CHECK(std::get<Refusal>(wanted("ratoi > 1")).reason.en.find("ratoi") != std::string::npos);
}

}  // namespace shanhai::store
