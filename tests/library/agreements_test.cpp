#include "library/agreements.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace shanhai::library {
namespace {

TEST_CASE("The agreements are carried whole, by id, each with a title in both languages", "[library][agreements]") {
  const std::vector<Agreement> all = agreements();
  CHECK(all.size() >= 20);
  CHECK(std::ranges::is_sorted(all, {}, &Agreement::id));
  for (const Agreement& agreement : all) {
    CAPTURE(agreement.id);
    CHECK_FALSE(agreement.title.zh.empty());
    CHECK_FALSE(agreement.title.en.empty());
    CHECK(agreement.text.find("\nschemes:\n") != std::string_view::npos);
  }
}

}  // namespace
}  // namespace shanhai::library
