#include "document/suggest.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace shanhai::document;

namespace {

const std::vector<std::string_view> keys = {"growth", "growth_rate", "seed", "years"};

std::string help(std::string_view name) {
  return suggest(name, keys).en;
}

}  // namespace

TEST_CASE("An unknown name finds its closest neighbour", "[input][message]") {
  CHECK(help("growth_rte") == "did you mean 'growth_rate'?");
  CHECK(help("sede") == "did you mean 'seed'?");
  CHECK(help("Seed") == "did you mean 'seed'?");
  CHECK(help("yeers") == "did you mean 'years'?");
  CHECK(help("grwoht") == "did you mean 'growth'?");
  CHECK(suggest("sed", keys).zh == "是不是 'seed'？");
  const std::vector<std::string_view> parties = {"海宁市", "武义县"};
  CHECK(suggest("武仪县", parties).zh == "是不是 '武义县'？");
}

TEST_CASE("A name near to none gets the list when it is short", "[input][message]") {
  CHECK(help("xyz") == "the known names are growth, growth_rate, seed, years");
  CHECK(suggest("xyz", keys).zh == "可用的名称：growth、growth_rate、seed、years");
  CHECK(help("yeaxx") == "the known names are growth, growth_rate, seed, years");
  CHECK(help("") == "the known names are growth, growth_rate, seed, years");
  const std::vector<std::string_view> many(13, "something");
  CHECK(suggest("xyz", many) == shanhai::Text{});
  CHECK(suggest("xyz", {}) == shanhai::Text{});
  const std::vector<std::string_view> letters = {"a", "b"};
  CHECK(suggest("c", letters).en == "the known names are a, b");
  CHECK(help(std::string(16'384, 'y')) == "the known names are growth, growth_rate, seed, years");
}

TEST_CASE("A search that could take long is not made", "[document][suggest]") {
  const std::string name(64, 'a');
  const std::string same = name + 'a';
  const std::vector<std::string_view> one{same};
  CHECK(nearest(name, one) == same);
  CHECK(nearest(same, one).empty());

  std::vector<std::string_view> many(2000, "growth");
  CHECK(nearest("growht", many) == "growth");
  many.emplace_back("growth");
  CHECK(nearest("growht", many).empty());
}
