#include <algorithm>
#include <sstream>

#include <catch2/catch.hpp>

#include "app/fault.hpp"
#include "app/shanhai_says.hpp"
#include "app/temporary_folder.hpp"
#include "sweep/example_sweep.hpp"

namespace shanhai::app {
namespace {

using Catch::Matchers::Contains;

/// A store of a sweep around the example's base scenario.
class Swept {
 public:
  explicit Swept(const std::string& sweep) {
    static_cast<void>(folder_.file("base.yaml", sweep::base_text));
    const std::string file = folder_.file("sweep.yaml", "sweep: 1\nbase: base.yaml\npaths: 300\n" + sweep);
    REQUIRE(shanhai_says({"sweep", file, "--store", folder_.inside("a.db")}).code == exit_code::ok);
  }

  [[nodiscard]] Said results(std::vector<std::string> words) const {
    words.insert(words.begin(), {"results", folder_.inside("a.db")});
    return shanhai_says(words);
  }

  /// What is printed, wherever its lines break.
  [[nodiscard]] std::string told(const std::vector<std::string>& words) const {
    std::string text = results(words).out;
    std::ranges::replace(text, '\n', ' ');
    return text;
  }

 private:
  TemporaryFolder folder_;
};

const std::string shares = "axes: {ratio: {schemes.plain.shares.host: [30%, 50%, 70%]}}\n";
const std::string growth_and_output =
    "axes:\n  growth: {revenue.park.sectors.mill.growth: {from: 0, to: 1%}}\n"
    "  output: {revenue.park.sectors.mill.output: {from: 500, to: 2000}}\n";

std::size_t lines(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

/// A line of a table as its cells.
std::vector<std::string> line_of(const std::string& text, const std::string& first) {
  std::istringstream all(text);
  for (std::string line; std::getline(all, line);) {
    std::istringstream words(line);
    std::vector<std::string> cells{std::istream_iterator<std::string>(words), {}};
    if (!cells.empty() && cells.front() == first) {
      return cells;
    }
  }
  return {};
}

}  // namespace

TEST_CASE("A front is of the rows that are asked for, in their order, up to the limit", "[app][analysis]") {
  const Swept swept(shares);
  // What one party gains the other loses: all of a scheme's ratios are on the front of both, one of each alone.
  CHECK_THAT(swept.results({"--pareto", "--scheme", "plain"}).out,
             Contains("All 3 rows are on the Pareto front of npv_host, npv_origin"));
  const Said one = swept.results({"--scheme", "plain", "--pareto", "npv_host", "--csv", "-"});
  CHECK(lines(one.out) == 2);
  CHECK_THAT(one.out, Contains("\n2,\"plain\",0.7,"));
  CHECK_THAT(swept.results({"--scheme", "plain", "--pareto", "-npv_host", "--csv", "-"}).out,
             Contains("\n0,\"plain\",0.3,"));
  CHECK(lines(swept.results({"--pareto", "--scheme", "plain", "--csv", "-"}).out) == 4);
  const Said best = swept.results(
      {"--pareto", "npv_host, max(npv_origin, -1e9)", "--scheme", "plain", "--best", "npv_host", "--limit", "1"});
  CHECK_THAT(best.out, Contains("All 3 rows") && Contains("1 rows are shown") && Contains("0.7"));
  CHECK_THAT(swept.results({"--pareto", "npv_host, npv_orign"}).err, Contains("npv_orign") && Contains("npv_origin"));
  CHECK(swept.results({"--pareto", "npv_host,"}).code == exit_code::user);
}

TEST_CASE("Regret tells who falls furthest behind, and where", "[app][analysis]") {
  const Swept swept("axes: {ratio: {schemes.plain.shares.host: [35%, 60%, 70%]}}\n");
  const Said said = swept.results({"--regret", "npv_host"});
  CHECK(said.code == exit_code::ok);
  CHECK_THAT(said.out, Contains("over 3 points") && Contains("ratio 0.7") && Contains("\"plain\" is regretted least"));
  CHECK(line_of(said.out, "plain").back() == "66.7%");
  CHECK(line_of(said.out, "capped").back() == "33.3%");  // where plain gives the host 35%
  CHECK(line_of(said.out, "capped")[3] == "2");          // the point
  CHECK_THAT(swept.results({"--regret", "npv_host", "--where", "scheme = 'plain'"}).err, Contains("every scheme"));
  CHECK_THAT(swept.results({"--regret", "npv_host", "--csv", "-"}).err, Contains("--regret does not go with --csv"));
  CHECK_THAT(swept.results({"--regret"}).err, Contains("--regret needs a value"));
}

TEST_CASE("A Saltelli sweep tells what moves an outcome, with the share of each axis", "[app][analysis]") {
  const Swept swept("design: {saltelli: 32}\n" + growth_and_output);
  const Said said = swept.results({"--sensitivity", "npv_host", "--scheme", "plain"});
  CHECK(said.code == exit_code::ok);
  CHECK_THAT(said.out,
             Contains("plain: what moves npv_host (32 base rows of 4 points)") &&
                 Contains("\"output\" moves it most: were it known, ") && Contains("Hardly: \"growth\"") &&
                 Contains("it rises by"));
  CHECK(said.out.find("\n  output") < said.out.find("\n  growth"));
  CHECK_THAT(swept.results({"--sensitivity", "acceptance"}).out,
             Contains("plain: what moves") && Contains("capped: what moves"));
  CHECK_THAT(swept.results({"--sensitivity", "npv_host", "--where", "output > 600"}).err, Contains("whole rows"));
  CHECK_THAT(swept.results({"--sensitivity", "1", "--scheme", "plain"}).out, Contains("No indices"));
}

TEST_CASE("Base rows with a point that failed are left out, and it is said", "[app][analysis]") {
  const Swept swept(
      "design: {saltelli: 64}\naxes:\n  share: {schemes.plain.shares.host: {from: 20%, to: 110%}}\n"
      "  output: {revenue.park.sectors.mill.output: {from: 500, to: 2000}}\n");
  const std::string told = swept.told({"--sensitivity", "npv_host", "--scheme", "plain"});
  CHECK_THAT(told, Contains("(50 base rows of 4 points; 14 more left out, with points that have no outcome)"));
}

TEST_CASE("Other designs tell the ends of their axes, also of words and laws", "[app][analysis]") {
  const Swept swept("axes: {revenue.park.sectors.mill.output: [{uniform: [1, 2]}, 1000, 4000]}\n");
  const std::string told = swept.told({"--sensitivity", "npv_host", "--scheme", "plain"});
  CHECK_THAT(told,
             Contains("need a sweep with design: {saltelli: 64}") && Contains("{uniform: [1, 2]}  4000") &&
                 Contains("the low end of \"output\" to its high end it rises by"));
  CHECK_THAT(swept.results({"--sensitivity", "npv_host", "--scheme", "plane"}).err, Contains("plain, capped"));
}

}  // namespace shanhai::app
