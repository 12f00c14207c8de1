#include "library/facts.hpp"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

namespace shanhai::library {
namespace {

std::vector<std::string> ids(const std::vector<const Fact*>& found) {
  std::vector<std::string> ids;
  std::ranges::transform(found, std::back_inserter(ids), [](const Fact* fact) { return fact->id; });
  return ids;
}

TEST_CASE("The fact base is carried whole, each fact with its source", "[library][facts]") {
  CHECK(facts().size() > 300);
  std::set<std::string> seen;
  for (const Fact& fact : facts()) {
    CAPTURE(fact.id);
    CHECK(seen.insert(fact.id).second);
    CHECK_FALSE(fact.values.empty());
    CHECK_FALSE(fact.what.zh.empty());
    CHECK_FALSE(fact.what.en.empty());
    CHECK_FALSE(fact.source.title.empty());
    CHECK_FALSE(fact.source.date.empty());
  }
}

TEST_CASE("A fact says all that its file says", "[library][facts]") {
  const Fact* stated = find_fact("key_industry_share_stated");
  REQUIRE(stated != nullptr);
  CHECK(stated->values == std::vector<std::string>{"0.60"});
  CHECK(stated->period == "2002-2017");
  CHECK(stated->source.publisher == "统计科学与实践");
  CHECK(stated->verified == Verification::source);
  CHECK(stated->derived.empty());
  REQUIRE(stated->contradiction);
  CHECK(stated->contradiction->gives == "0.328");
  CHECK(find_fact("haidian_qinhuangdao_shares")->verified == Verification::unverified);
  CHECK(find_fact("chunan_enclave_tax_2023")->verified == Verification::partial);
  CHECK(find_fact("ningbo_new_pairs")->derived == "sum(ningbo_new_pairs_sea)");
  CHECK(find_fact("ningbo") == nullptr);
}

TEST_CASE("A search finds the facts in which every word stands", "[library][facts]") {
  CHECK(search_facts({}).size() == facts().size());
  CHECK(ids(search_facts({"援建资金", "下限"})) == std::vector<std::string>{"ningbo_aid_new_pair_2018"});
  CHECK(ids(search_facts({"QUZHOU", "farmland"})) == std::vector<std::string>{"quzhou_farmland_quota"});
  CHECK(search_facts({"宁波日报"}).size() > 10);
  CHECK(search_facts({"援建资金", "花海"}).empty());
}

}  // namespace
}  // namespace shanhai::library
