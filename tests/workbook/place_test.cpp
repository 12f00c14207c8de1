#include "workbook/place.hpp"

#include <catch2/catch.hpp>

namespace shanhai::workbook {

TEST_CASE("Cells are named as spreadsheets name them", "[workbook][place]") {
  CHECK(reference(Place{0, 0}) == "A1");
  CHECK(reference(Place{6, 25}) == "Z7");
  CHECK(reference(Place{6, 26}) == "AA7");
  CHECK(reference(Place{6, 701}) == "ZZ7");
  CHECK(reference(Place{6, 702}) == "AAA7");
  CHECK(reference(Place{1'048'575, 16'383}) == "XFD1048576");
}

TEST_CASE("Blocks, fixed cells and cells of other sheets", "[workbook][place]") {
  CHECK(fixed({6, 2}) == "$C$7");
  CHECK(reference(Block{{6, 2}, {6, 5}}) == "C7:F7");
  CHECK(in_sheet("Cash flows", "C7") == "'Cash flows'!C7");
}

}  // namespace shanhai::workbook
