#include "memo/label.hpp"

#include "read_text.hpp"
#include <catch2/catch.hpp>

#include "input/scenario.hpp"

namespace shanhai::memo {

TEST_CASE("Keys are called by the names of things and the meaning of keys", "[memo][label]") {
  const std::string text = text_of(std::filesystem::path(SHANHAI_SOURCE_DIR) / "scenarios/parks/wuyi-haining.yaml");
  const run::Scenario scenario = *input::read_scenario(text).scenario;
  const auto zh = [&](const std::string& path) {
    return label_of(scenario, path, Language::zh);
  };
  CHECK(zh("revenue.park.sectors.eco_tourism.exit") == "生态旅游·年退出率");
  CHECK(zh("revenue.park.sectors.eco_tourism") == "生态旅游");
  CHECK(zh("revenue.park.taxes.vat.rate") == "增值税·税率或单价");
  CHECK(zh("parties.wuyi.population") == "武义县·人口");
  CHECK(zh("revenue.park.land.gross") == "园区总面积");
  CHECK(zh("costs[0].amount") == "核心区基础设施与征地·金额");
  CHECK(zh("schemes.phased.phases.1-10") == "分期按比例分成·phases.1-10");
  CHECK(zh("overrun.roads") == "超支：roads");
  CHECK(label_of(scenario, "overrun.核心区基础设施与征地", Language::en) ==
        "overrun of Core-area infrastructure and land");
  CHECK(label_of(scenario, "revenue.park.sectors.eco_tourism.exit", Language::en) ==
        "Eco-tourism: yearly hazard of exit");
  // Without words the path stays.
  for (const std::string path :
       {"revenue.park.macro.rho", "revenue.park.sectors.none.exit", "costs[9].amount", "a.b.c"}) {
    CHECK(zh(path) == path);
  }
}

}  // namespace shanhai::memo
