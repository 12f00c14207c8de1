#include "schema/catalogue.hpp"

#include <algorithm>
#include <variant>

#include <catch2/catch.hpp>

#include "scheme/scheme.hpp"

namespace shanhai::schema {
namespace {

const ClauseEntry& clause(const std::vector<ClauseEntry>& catalogue, std::string_view key) {
  return *std::ranges::find(catalogue, key, &ClauseEntry::key);
}

TEST_CASE("The catalogue has every clause, and every key says in both languages what it is", "[input][catalogue]") {
  const auto catalogue = clause_catalogue();
  CHECK(catalogue.size() == std::variant_size_v<scheme::Clause>);
  for (const ClauseEntry& entry : catalogue) {
    CHECK(!entry.keys.empty());
    for (const KeyEntry& key : entry.keys) {
      INFO(entry.key << " " << key.key);
      CHECK(!key.doc.zh.empty());
      CHECK(!key.doc.en.empty());
      CHECK(!key.form.zh.empty());
      CHECK(!key.form.en.empty());
    }
  }
}

TEST_CASE("A key of the catalogue tells its range, its default and whether it is required", "[input][catalogue]") {
  const auto catalogue = clause_catalogue();
  const auto& recover = clause(catalogue, "recover").keys;
  REQUIRE(recover.size() == 3);
  CHECK(recover[0].required);
  CHECK(recover[2].key == "share");
  CHECK(!recover[2].required);
  CHECK(recover[2].otherwise == 1);
  CHECK(recover[2].range.high == 1);
}

TEST_CASE("Keys under a key and keys of which one is chosen are told apart", "[input][catalogue]") {
  const auto catalogue = clause_catalogue();
  CHECK(std::ranges::count(clause(catalogue, "fund").keys, "return.mean", &KeyEntry::key) == 1);
  CHECK(std::ranges::count(clause(catalogue, "cap").keys, true, &KeyEntry::is_choice) == 2);
  CHECK(std::ranges::count(clause(catalogue, "split").keys, "shares | phases", &KeyEntry::key) == 0);
  CHECK(clause(catalogue, "baseline").keys.front().key.empty());
}

}  // namespace
}  // namespace shanhai::schema
