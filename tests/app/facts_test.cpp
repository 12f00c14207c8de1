#include "library/facts.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "app/fault.hpp"
#include "app/shanhai_says.hpp"

namespace shanhai::app {
namespace {

using Catch::Matchers::Contains;

TEST_CASE("Facts show what a figure is, where it stands, and what speaks against it", "[app][facts]") {
  CHECK(shanhai_says({"facts", "key_industry_share_stated"}).out ==
        "key_industry_share_stated\n"
        "  The part of all funds that the text gives them: 60% (浙江26县, 2002-2017)\n"
        "  Source: 发挥山海资源优势推动欠发达地区跨越式发展, 统计科学与实践, 2018-06\n"
        "  Contradicted: 160 billion is 32.8% of 487.5 billion; it is 60% of 266.4 billion\n"
        "  (key_industry_funds_2002_2017 / mountain_counties_funds_2002_2017 = 0.328)\n\n"
        "1 of the " +
            std::to_string(library::facts().size()) + " facts of the fact base.\n");
  const Said chinese = shanhai_says({"facts", "海淀 税收分享", "--lang", "zh"});
  CHECK_THAT(chinese.out, Contains("40%、40%、20%") && Contains("未核实：不可作为事实引用"));
  CHECK_THAT(shanhai_says({"facts", "ningbo_new_pairs"}).out, Contains("Derived: sum(ningbo_new_pairs_sea)"));
  CHECK_THAT(shanhai_says({"facts", "chunan_enclave_tax_2023"}).out, Contains("Verified in part"));
}

TEST_CASE("Facts without a search are all facts", "[app][facts]") {
  const auto all = nlohmann::json::parse(shanhai_says({"facts", "--json"}).out);
  CHECK(all["facts"].size() == library::facts().size());
}

TEST_CASE("The JSON of a fact has numbers where it says numbers", "[app][facts]") {
  const auto found =
      nlohmann::json::parse(shanhai_says({"facts", "jinyun_local_retention_2023", "--json"}).out)["facts"][0];
  CHECK(found["values"] == nlohmann::json{0.538});
  CHECK(found["unit"] == "share");
  CHECK(found["source"]["publisher"] == "缙云县统计局");
  CHECK(found["verified"] == "source");
  CHECK(found.contains("derived"));
  const auto opened =
      nlohmann::json::parse(shanhai_says({"facts", "haidian_qinhuangdao_open", "--json"}).out)["facts"][0];
  CHECK(opened["values"] == nlohmann::json{"2014-05-12"});
}

TEST_CASE("A search that finds nothing names the nearest fact", "[app][facts][message]") {
  const Said said = shanhai_says({"facts", "zibo_share_year"});
  CHECK(said.out.find("zibo_share_years") != std::string::npos);  // a part of an id is a search
  const Said misspelt = shanhai_says({"facts", "zibo_share_yeras"});
  CHECK(misspelt.code == exit_code::user);
  CHECK_THAT(misspelt.err,
             Contains("the fact base has nothing about zibo_share_yeras") && Contains("zibo_share_years"));
}

}  // namespace
}  // namespace shanhai::app
