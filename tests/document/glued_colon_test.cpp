#include "document/glued_colon.hpp"

#include <catch2/catch.hpp>

namespace shanhai::document {

TEST_CASE("A colon is found that parts nothing", "[document][glued-colon]") {
  CHECK(glued_colon("seed:1") == 4);
  CHECK(glued_colon("seed：1") == 4);
  CHECK(glued_colon("seed: 1") == std::nullopt);
  CHECK(glued_colon("seed:") == std::nullopt);
  CHECK(glued_colon("seed:\r") == std::nullopt);
  CHECK(glued_colon("seed") == std::nullopt);
  CHECK(glued_colon("name: 园区：一期") == std::nullopt);
  CHECK(glued_colon("").has_value() == false);
}

TEST_CASE("It is looked for in the last line above that says something", "[document][glued-colon]") {
  const std::string_view text = "a: 1\nseed:1\n\n  # a comment:1\nhorizon: 2\n";
  CHECK(glued_colon_above(text, text.find(": 2")) == text.find(":1"));
  CHECK(glued_colon_above(text, text.find(":1")) == std::nullopt);  // "a: 1" is well
  CHECK(glued_colon_above(text, 0) == std::nullopt);
  CHECK(glued_colon_above("", 0) == std::nullopt);
  CHECK(glued_colon_above("\n\n", 1) == std::nullopt);
}

}  // namespace shanhai::document
