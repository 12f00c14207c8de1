#include "memo/table.hpp"

#include <catch2/catch.hpp>

namespace shanhai::memo {

TEST_CASE("Columns stand in line whatever the script of their cells", "[app][table]") {
  Table table({{"各方", Align::left}, {"NPV", Align::right}, {"", Align::left}});
  table.row({"武义县", "1", "a"});
  table.row({"Wuyi", "万元", "b"});
  CHECK(table.text() ==
        "  各方     NPV\n"
        "  武义县     1  a\n"
        "  Wuyi    万元  b\n");
}

TEST_CASE("Numbers stand in line where their whole part ends", "[app][table]") {
  Table table({{"", Align::left}, {"n", Align::number}});
  table.row({"a", "62,300"});
  table.row({"b", "-0.25"});
  table.row({"c", "7.5%"});
  table.row({"d", "<0.1%"});
  table.row({"e", "none"});
  CHECK(table.text() ==
        "             n\n"
        "  a  62,300\n"
        "  b      -0.25\n"
        "  c       7.5%\n"
        "  d      <0.1%\n"
        "  e       none\n");
}

TEST_CASE("A heading does not widen the columns below it", "[app][table]") {
  Table table({{"", Align::left}, {"", Align::left}});
  table.heading("a heading that is long");
  table.row({"a", "b"});
  CHECK(table.text() ==
        "  a heading that is long\n"
        "  a  b\n");
}

TEST_CASE("A table wider than a page clips its first column only", "[app][table]") {
  Table table({{"", Align::left}, {"", Align::right}});
  table.row({std::string(90, 'a'), std::string(20, '1')});
  CHECK(table.text() == "  " + std::string(75, 'a') + "…  " + std::string(20, '1') + '\n');
}

}  // namespace shanhai::memo
