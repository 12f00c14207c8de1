#include <algorithm>
#include <cstdlib>
#include <set>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/fault.hpp"
#include "app/shanhai_says.hpp"
#include "app/temporary_folder.hpp"
#include "cluster/session.hpp"
#include "sweep/example_sweep.hpp"

namespace shanhai::app {
namespace {

using Catch::Matchers::Contains;

/// A folder with the example's base scenario and sweeps around it.
class Sweeps {
 public:
  Sweeps() { static_cast<void>(folder.file("base.yaml", sweep::base_text)); }

  [[nodiscard]] std::string sweep(const std::string& text) const {
    return folder.file("sweep.yaml", "sweep: 1\nbase: base.yaml\npaths: 1500\n" + text);
  }

  [[nodiscard]] std::string csv(const std::string& store) const {
    return shanhai_says({"results", folder.inside(store), "--csv", "-"}).out;
  }

  [[nodiscard]] Said run(const std::string& file, const std::string& store, std::vector<std::string> more = {}) const {
    std::vector<std::string> words{"sweep", file, "--store", folder.inside(store)};
    words.insert(words.end(), more.begin(), more.end());
    return shanhai_says(words);
  }

  TemporaryFolder folder;
};

const std::string ratios =
    "axes:\n  ratio: {schemes.plain.shares.host: [30%, 50%, 70%]}\n  growth: {revenue.park.sectors.mill.growth: [2%, "
    "6%]}\n";

}  // namespace

TEST_CASE("A sweep's results are those of runs of each scenario", "[app][sweep]") {
  const Sweeps sweeps;
  const Said said = sweeps.run(sweeps.sweep(ratios), "a.db");
  CHECK(said.err.empty());
  CHECK(said.code == exit_code::ok);
  CHECK_THAT(said.out, Contains("6 points done now") && Contains("has 6 of 6"));
  std::string alone = sweep::base_text;
  alone.replace(alone.find("{host: 60%"), 10, "{host: 70%");
  alone.replace(alone.find("growth: 4%"), 10, "growth: 6%");
  const std::string file = sweeps.folder.file("alone.yaml", alone);
  const auto json = nlohmann::json::parse(shanhai_says({"run", file, "--paths", "1500", "--json"}).out);
  const auto& plain = json["schemes"]["plain"];
  const auto to_rounding = [](const nlohmann::json& value) {
    return fmt::format("{}", value.get<double>()).substr(0, 12);
  };
  const Said found = shanhai_says({"results",
                                   sweeps.folder.inside("a.db"),
                                   "--where",
                                   "ratio = 0.7 AND growth = 0.06",
                                   "--scheme",
                                   "plain",
                                   "--csv",
                                   "-"});
  CHECK_THAT(found.out,
             Contains(to_rounding(plain["acceptance"])) &&
                 Contains(to_rounding(plain["parties"]["origin"]["npv"]["mean"])) &&
                 Contains(to_rounding(plain["parties"]["host"]["npv"]["cvar05"])));
}

TEST_CASE("Results are listed, ranked and filtered", "[app][sweep]") {
  const Sweeps sweeps;
  REQUIRE(sweeps.run(sweeps.sweep(ratios), "a.db").code == exit_code::ok);
  const std::string store = sweeps.folder.inside("a.db");
  const Said best = shanhai_says({"results", store, "--scheme", "plain", "--best", "npv_host", "--limit", "1"});
  CHECK_THAT(best.out, Contains("of 6 points 6 are done, 0 failed") && Contains("0.7"));
  const Said bad = shanhai_says({"results", store, "--where", "npv_hots > 0"});
  CHECK(bad.code == exit_code::user);
  CHECK_THAT(bad.err, Contains("npv_hots") && Contains("npv_host"));
  CHECK(shanhai_says({"results", sweeps.folder.inside("none.db")}).code != exit_code::ok);
}

TEST_CASE("Threads, shards and interruptions leave the same results", "[app][sweep][reproducible]") {
  const Sweeps sweeps;
  const std::string file = sweeps.sweep(ratios);
  REQUIRE(sweeps.run(file, "whole.db", {"--threads", "1"}).code == exit_code::ok);
  const std::string whole = sweeps.csv("whole.db");
  CHECK(std::count(whole.begin(), whole.end(), '\n') == 1 + 6 * 2);
  REQUIRE(sweeps.run(file, "threads.db", {"--threads", "4"}).code == exit_code::ok);
  CHECK(sweeps.csv("threads.db") == whole);
  for (const char* const shard : {"0/2", "1/2"}) {
    REQUIRE(sweeps.run(file, std::string("shard") + shard[0] + ".db", {"--shard", shard}).code == exit_code::ok);
  }
  REQUIRE(shanhai_says({"merge",
                        sweeps.folder.inside("shard0.db"),
                        sweeps.folder.inside("shard1.db"),
                        "--store",
                        sweeps.folder.inside("merged.db")})
              .code == exit_code::ok);
  CHECK(sweeps.csv("merged.db") == whole);
  CHECK(sweeps.csv("shard0.db") != whole);
  const Said resumed = sweeps.run(file, "shard0.db", {"--resume"});
  CHECK_THAT(resumed.out, Contains("3 points done now") && Contains("has 6 of 6"));
  CHECK(sweeps.csv("shard0.db") == whole);
  CHECK_THAT(sweeps.run(file, "shard0.db", {"--resume"}).out, Contains("0 points done now"));
}

TEST_CASE("A store is not begun twice, and goes on with nothing but its sweep", "[app][sweep][message]") {
  const Sweeps sweeps;
  const std::string file = sweeps.sweep(ratios);
  REQUIRE(sweeps.run(file, "a.db").code == exit_code::ok);
  CHECK(sweeps.run(file, "a.db").code == exit_code::user);
  CHECK_THAT(sweeps.run(file, "a.db", {"--resume", "--paths", "99"}).err, Contains("1500") && Contains("99"));
  std::string other = sweep::base_text;
  other.replace(other.find("gross: 900"), 10, "gross: 901");
  static_cast<void>(sweeps.folder.file("base.yaml", other));
  const Said changed = sweeps.run(file, "a.db", {"--resume"});
  CHECK(changed.code == exit_code::user);
  CHECK_THAT(changed.err, Contains("base scenario"));
}

TEST_CASE("A store goes on with nothing but its seed and axes", "[app][sweep][message]") {
  const Sweeps sweeps;
  REQUIRE(sweeps.run(sweeps.sweep(ratios), "a.db").code == exit_code::ok);
  const std::string before = sweeps.csv("a.db");
  const auto refusal = [&](const std::string& text) {
    const Said said = sweeps.run(sweeps.sweep(text), "a.db", {"--resume"});
    CHECK(said.code == exit_code::user);
    return said.err;
  };
  CHECK_THAT(refusal("axes:\n  ratio: {schemes.plain.shares.host: [30%, 50%]}\n"),
             Contains("[30%, 50%, 70%]") && Contains("[30%, 50%]"));
  std::string other = ratios;
  other.replace(other.find("ratio:"), 6, "share:");
  CHECK_THAT(refusal(other), Contains("ratio") && Contains("share"));
  other = ratios;
  other.replace(other.find("70%"), 3, "75%");
  CHECK_THAT(refusal(other), Contains("70%") && Contains("75%"));
  std::string base = sweep::base_text;
  base.replace(base.find("seed: 7"), 7, "seed: 8");
  static_cast<void>(sweeps.folder.file("base.yaml", base));
  CHECK_THAT(refusal(ratios), Contains("seed") && Contains("7") && Contains("8"));
  CHECK(sweeps.csv("a.db") == before);
}

TEST_CASE("Results are printed in one form at a time", "[app][sweep][message]") {
  const Sweeps sweeps;
  REQUIRE(sweeps.run(sweeps.sweep(ratios), "a.db").code == exit_code::ok);
  const std::string store = sweeps.folder.inside("a.db");
  const Said both = shanhai_says({"results", store, "--csv", "-", "--json"});
  CHECK(both.code == exit_code::user);
  CHECK_THAT(both.err, Contains("--json and --csv -"));
  CHECK(nlohmann::json::parse(shanhai_says({"results", store, "--json", "--limit", "3"}).out)["rows"].size() == 3);
  const std::string file = sweeps.folder.inside("a.csv");
  CHECK(shanhai_says({"results", store, "--csv", file}).out == "12 rows in " + file + "\n");
  CHECK(sweeps.folder.content("a.csv") == sweeps.csv("a.db"));
}

TEST_CASE("A point that fails is told, and the others go on", "[app][sweep]") {
  const Sweeps sweeps;
  const Said said = sweeps.run(sweeps.sweep("axes: {schemes.plain.shares.host: [50%, 150%, 60%]}\n"), "a.db");
  CHECK(said.code == exit_code::ok);
  CHECK_THAT(said.out, Contains("1 of them failed"));
  CHECK_THAT(shanhai_says({"results", sweeps.folder.inside("a.db")}).out,
             Contains("2 are done, 1 failed") && Contains("point 1 failed: schemes.plain.shares.host"));
}

TEST_CASE("A condition leaves points out before they are simulated", "[app][sweep]") {
  const Sweeps sweeps;
  CHECK_THAT(sweeps.run(sweeps.sweep("where: ratio < 0.6 AND growth > 0.02\n" + ratios), "a.db").out,
             Contains("has 2 of 2"));
  CHECK_THAT(sweeps.run(sweeps.sweep("where: ratoi < 0.6\n" + ratios), "b.db").err,
             Contains("where:") && Contains("ratoi"));
  CHECK_THAT(sweeps.run(sweeps.sweep("where: ratio > 2\n" + ratios), "b.db").err, Contains("no point"));
  CHECK(sweeps.folder.names() == std::set<std::string>{"a.db", "base.yaml", "sweep.yaml"});
}

TEST_CASE("A dry run says how much it would be and writes nothing", "[app][sweep]") {
  const Sweeps sweeps;
  const Said said = shanhai_says({"sweep", sweeps.sweep(ratios), "--dry-run"});
  CHECK_THAT(said.out, Contains("6 points in 2 simulations of 1500 futures each"));
  CHECK(sweeps.folder.names() == std::set<std::string>{"base.yaml", "sweep.yaml"});
}

TEST_CASE("Faults of a sweep are told with their places", "[app][sweep][message]") {
  const Sweeps sweeps;
  const Said said = sweeps.run(sweeps.sweep("axes: {schemes.plane.shares.host: [1]}\n"), "a.db");
  CHECK(said.code == exit_code::user);
  CHECK_THAT(said.err, Contains("sweep.yaml:4:8: error") && Contains("did you mean 'schemes.plain.shares.host'?"));
  CHECK_THAT(sweeps
                 .run(sweeps.sweep("axes: {seed: {from: 1, to: 9, steps: 90}, title: {from: 1, to: 9, steps: 99999}, "
                                   "horizon.start: {from: 1, to: 9, steps: 99}}\n"),
                      "a.db")
                 .err,
             Contains("points are above the limit"));
  CHECK_THAT(sweeps.run(sweeps.sweep(ratios), "a.db", {"--shard", "2/2"}).err, Contains("--shard"));
  CHECK_THAT(shanhai_says({"sweep", sweeps.sweep(ratios)}).err, Contains("--store FILE is missing"));
}

TEST_CASE("Processes that would not know of each other are refused, once, unless each has its part",
          "[app][sweep][message]") {
  if (cluster::has_mpi()) {
    return;  // they know of each other
  }
  const Sweeps sweeps;
  const std::string file = sweeps.sweep(ratios);
  ::setenv("OMPI_COMM_WORLD_SIZE", "4", 1);
  ::setenv("OMPI_COMM_WORLD_RANK", "0", 1);
  const Said first = sweeps.run(file, "a.db");
  const Said part = sweeps.run(file, "b.db", {"--shard", "0/4"});
  ::setenv("OMPI_COMM_WORLD_RANK", "3", 1);
  const Said last = sweeps.run(file, "a.db");
  ::unsetenv("OMPI_COMM_WORLD_SIZE");
  ::unsetenv("OMPI_COMM_WORLD_RANK");
  CHECK(first.code == exit_code::user);
  CHECK_THAT(first.err, Contains("4 processes") && Contains("-DSHANHAI_MPI=ON") && Contains("--shard"));
  CHECK(last.code == exit_code::user);
  CHECK(last.err.empty());
  CHECK(part.code == exit_code::ok);
  CHECK(sweeps.folder.names() == std::set<std::string>{"b.db", "base.yaml", "sweep.yaml"});
}

TEST_CASE("How long a rank may be silent is a number of seconds", "[app][sweep][message]") {
  const Sweeps sweeps;
  const Said said = sweeps.run(sweeps.sweep(ratios), "a.db", {"--lease", "0"});
  CHECK(said.code == exit_code::user);
  CHECK_THAT(said.err, Contains("--lease") && Contains("found 0"));
}

}  // namespace shanhai::app
