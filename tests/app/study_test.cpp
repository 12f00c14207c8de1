#include <cmath>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/fault.hpp"
#include "app/shanhai_says.hpp"
#include "app/temporary_folder.hpp"
#include "sweep/example_sweep.hpp"

/// The commands that ask many runs one question: solve, zone, sensitivity.
namespace shanhai::app {
namespace {

using Catch::Matchers::Contains;
using Json = nlohmann::json;

const std::string map =
    "sweep: 1\nbase: base.yaml\npaths: 1500\naxes:\n  ratio: {schemes.plain.shares.host: [20%, 40%, 60%, 80%]}\n";

class Files {
 public:
  [[nodiscard]] std::string base() const { return folder_.file("base.yaml", sweep::base_text); }

  [[nodiscard]] std::string sweep(const std::string& text) const {
    static_cast<void>(base());
    return folder_.file("sweep.yaml", text);
  }

 private:
  TemporaryFolder folder_;
};

Said solve(const std::string& file, const std::string& vary, const std::string& want, const std::string& more) {
  return shanhai_says({"solve", file, "--vary", vary, "--want", want, "--paths", "1500", more});
}

}  // namespace

TEST_CASE("Solve gives the value that a run confirms", "[app][solve]") {
  const Files files;
  const Said said = solve(files.base(), "schemes.plain.shares.host = 10%..90%", "npv_host = 0", "--json");
  REQUIRE(said.code == exit_code::ok);
  const Json json = Json::parse(said.out);
  REQUIRE(json["solutions"].size() == 1);
  const Json& solution = json["solutions"][0];
  const double share = solution["values"]["schemes.plain.shares.host"];
  CHECK(solution["errors"]["schemes.plain.shares.host"] > 0);
  CHECK(json["plan"]["paths"] == 1500);
  TemporaryFolder folder;
  std::string there = sweep::base_text;
  there.replace(there.find("{host: 60%"), 10, fmt::format("{{host: {:.12g}", share));
  const Said run = shanhai_says({"run", folder.file("there.yaml", there), "--paths", "1500", "--json"});
  const double npv = Json::parse(run.out)["schemes"]["plain"]["parties"]["host"]["npv"]["mean"];
  const double se = Json::parse(run.out)["schemes"]["plain"]["parties"]["host"]["npv"]["se"];
  CHECK(std::abs(npv) < 0.01 * se);
  CHECK(double(solution["se"]) == Approx(se));
}

TEST_CASE("Solve tells people the value, its error and what it brings", "[app][solve]") {
  const Files files;
  const Said said = solve(files.base(), "schemes.plain.shares.host = 10%..90%", "p_negative_host <= 30%", "--lang=en");
  CHECK(said.code == exit_code::ok);
  CHECK_THAT(said.out, Contains("Solution: at schemes.plain.shares.host = ") && Contains("p_negative_host = 30"));
  CHECK_THAT(said.out, Contains("values of host satisfy <= 30%.") && Contains("larger"));
  const Said none = solve(files.base(), "schemes.plain.shares.host = 10%..90%", "npv_host = 1e9", "--lang=zh");
  CHECK(none.code == exit_code::ok);
  CHECK_THAT(none.out, Contains("在这个范围内达不到"));
}

TEST_CASE("Solve refuses what it cannot read", "[app][solve]") {
  const Files files;
  const std::string file = files.base();
  CHECK(shanhai_says({"solve", file}).code == exit_code::user);
  CHECK_THAT(shanhai_says({"solve", file}).err, Contains("--vary is missing"));
  CHECK_THAT(solve(file, "schemes.plain.shares.host = 10%", "npv_host = 0", "--json").err, Contains("KEY = FROM..TO"));
  CHECK_THAT(solve(file, "parties.host.discount_rate = 1%..9%", "npv_host = 0", "--json").err, Contains("--scheme"));
  CHECK_THAT(solve(file, "schemes.plain.shares.host = 10%..190%", "npv_host = 0", "--json").err,
             Contains("schemes.plain.shares"));
}

TEST_CASE("Zone draws the map of a sweep over terms", "[app][zone]") {
  const Files files;
  const Said said = shanhai_says({"zone", files.sweep(map), "--json"});
  REQUIRE(said.code == exit_code::ok);
  const Json json = Json::parse(said.out);
  CHECK(json["scheme"] == "plain");
  CHECK(json["plan"]["paths"] == 1500);
  REQUIRE(json["map"].size() == 4);
  CHECK(json["map"][1]["values"]["ratio"] == "40%");
  CHECK(json["map"][1]["parties"]["host"]["gain"]["value"] < json["map"][2]["parties"]["host"]["gain"]["value"]);
  CHECK(json["concessions"]["host"].contains("needed"));
  const Said told = shanhai_says({"zone", files.sweep(map), "--lang", "zh"});
  CHECK_THAT(told.out, Contains("协议区间") && Contains("40%"));
  const Said filtered = shanhai_says({"zone", files.sweep(map + "where: ratio > 0.5\n"), "--json"});
  CHECK(Json::parse(filtered.out)["map"].size() == 2);
}

TEST_CASE("Zone refuses a sweep that is no map of terms", "[app][zone]") {
  const Files files;
  const std::string begin = "sweep: 1\nbase: base.yaml\n";
  const Said futures = shanhai_says({"zone", files.sweep(begin + "axes: {revenue.park.land.gross: [900, 1000]}\n")});
  CHECK(futures.code == exit_code::user);
  CHECK_THAT(futures.err, Contains("terms only"));
  const Said list = shanhai_says(
      {"zone", files.sweep(begin + "design: {sobol: 8}\naxes: {schemes.plain.shares.host: {from: 30%, to: 40%}}\n")});
  CHECK_THAT(list.err, Contains("needs a grid"));
  CHECK_THAT(shanhai_says({"zone", files.sweep(map), "--chance", "110%"}).err, Contains("--chance"));
}

TEST_CASE("Sensitivity tells which uncertain numbers matter", "[app][sensitivity]") {
  const Files files;
  const Said said = shanhai_says({"sensitivity", files.base(), "--paths", "2000", "--json"});
  REQUIRE(said.code == exit_code::ok);
  const Json json = Json::parse(said.out);
  CHECK(json["schemes"].size() == 2);
  const Json& origin = json["schemes"]["plain"]["parties"]["origin"];
  CHECK(origin["numbers"]["parties.origin.discount_rate"]["total"]["value"] > 0);
  CHECK(origin["fortune"]["value"] > 0.1);
  const Said told = shanhai_says({"sensitivity", files.base(), "--paths", "2000", "--scheme", "plain", "--lang", "zh"});
  CHECK_THAT(told.out, Contains("超支：roads") && Contains("各年的机遇"));
  CHECK_THAT(told.out, !Contains("capped"));
}

TEST_CASE("Sensitivity refuses too few paths, and a scenario in which every number is known", "[app][sensitivity]") {
  const Files files;
  CHECK_THAT(shanhai_says({"sensitivity", files.base(), "--paths", "100"}).err, Contains("at least 1000"));
  const Said known = shanhai_says({"sensitivity", std::string(SHANHAI_SOURCE_DIR) + "/scenarios/minimal.yaml"});
  CHECK(known.code == exit_code::user);
  CHECK_THAT(known.err, Contains("no number of the scenario is uncertain"));
}

}  // namespace shanhai::app
