#include <cmath>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "app/fault.hpp"
#include "app/load.hpp"
#include "app/shanhai_says.hpp"
#include "memo/explain_json.hpp"
#include "memo/explain_text.hpp"
#include "memo/future.hpp"
#include "run/run.hpp"

namespace shanhai::app {
namespace {

std::string file_named(const std::string& name) {
  return std::string(SHANHAI_SOURCE_DIR) + "/" + name;
}

const std::vector<std::string>& files() {
  static const std::vector<std::string> names{file_named("scenarios/minimal.yaml"),
                                              file_named("scenarios/parks/wuyi-haining.yaml"),
                                              file_named("scenarios/agreements/zhenhai-longyou-2019.yaml"),
                                              file_named("scenarios/forecast-table.yaml"),
                                              file_named("tests/hostile/base_table.yaml"),
                                              file_named("tests/hostile/base_park.yaml")};
  return names;
}

run::Scenario loaded(const std::string& file) {
  return std::get<run::Scenario>(load_scenario(file));
}

run::Plan plan_for(const run::Scenario& scenario, bool twin = false) {
  run::Plan plan;
  plan.seed = scenario.seed;
  plan.twin = twin;
  return plan;
}

/// Calls `check(future)` for every scheme of every file, in the twin and in two futures.
template <class Check>
void for_each_future(Check&& check) {
  for (const std::string& file : files()) {
    const run::Scenario scenario = loaded(file);
    for (std::size_t scheme = 0; scheme < scenario.schemes.size(); ++scheme) {
      INFO(file << ": " << scenario.schemes[scheme].id);
      check(memo::Future(scenario, plan_for(scenario, true), scheme, 0));
      check(memo::Future(scenario, plan_for(scenario), scheme, 0));
      check(memo::Future(scenario, plan_for(scenario), scheme, 12345));
    }
  }
}

/// The amounts of a line by the column in which they end: numbers with two decimals stand in line.
std::map<std::size_t, double> amounts(const std::string& line) {
  std::map<std::size_t, double> found;
  for (std::size_t point = line.find('.'); point != std::string::npos; point = line.find('.', point + 1)) {
    const std::size_t end = line.find_first_not_of("0123456789", point + 1);
    const std::size_t length = (end == std::string::npos ? line.size() : end) - point;
    const std::size_t before = line.find_last_not_of("-,0123456789", point - 1);
    if (length == 3 && before != std::string::npos && before + 1 < point) {
      std::string digits = line.substr(before + 1, point + length - before - 1);
      std::erase(digits, ',');
      found[point] = std::stod(digits);
    }
  }
  return found;
}

/// A block of lines whose amounts should add up to those of its last line, column by column.
struct Sum {
  std::map<std::size_t, double> parts;
  std::size_t lines = 0;

  void add(const std::string& line) {
    for (const auto& [column, amount] : amounts(line)) {
      parts[column] += amount;
    }
    ++lines;
  }

  void check_total(const std::string& line) {
    INFO(line);
    const auto totals = amounts(line);
    CHECK(!totals.empty());
    for (const auto& [column, total] : totals) {
      const double rounding = 0.005 * static_cast<double>(lines + 1) + 1e-12 * std::abs(total);
      CHECK(std::abs(parts[column] - total) <= rounding + 1e-9);
    }
  }
};

std::size_t check_sums(const std::string& text) {
  std::istringstream lines(text);
  std::string line;
  Sum sum;
  bool summing = false;
  std::size_t checked = 0;
  while (std::getline(lines, line)) {
    const bool begins = line == "  Local revenue" || line == "  Cash flow" || line.find(" rate ") != std::string::npos;
    const std::size_t first = line.find_first_not_of(' ');
    const bool ends = summing && first != std::string::npos && line.substr(first).starts_with("total");
    if (begins) {
      sum = {};
    } else if (ends) {
      sum.check_total(line);
      ++checked;
    } else if (summing) {
      sum.add(line);
    }
    summing = (summing || begins) && !ends;
  }
  return checked;
}

TEST_CASE("Printed parts add up to printed totals: revenue, cash flow, net present value", "[app][explain]") {
  for_each_future([](const memo::Future& future) {
    const std::size_t years = future.years.size() - 1;
    CHECK(check_sums(memo::explained(future, std::nullopt, Language::en)) == 1 + 2 * years + 1);
  });
}

/// Accounts that take from the pool.
bool takes_from_pool(const run::Movement& movement) {
  const std::string_view account = movement.account.en;
  return account == "kept outside the shared pool" || account == "accrued from the shared pool" ||
         account == "rebated to firms" || account == "into the fund" || account == "into the company";
}

TEST_CASE("What a clause takes from the pool is what it moves", "[app][explain]") {
  for_each_future([](const memo::Future& future) {
    for (const run::YearTrace& year : future.years) {
      double pool = year.pool;
      for (const run::ClauseTrace& clause : year.clauses) {
        double moved = 0;
        double outside = 0;
        for (const run::Movement& movement : clause.movements) {
          moved += takes_from_pool(movement) ? movement.amount : 0;
          outside += std::abs(movement.amount);
        }
        INFO(year.year << " " << clause.key);
        CHECK(clause.pool_before == pool);
        const bool paid_from_outside = clause.pool_before == clause.pool_after && moved > 0;
        CHECK((paid_from_outside ||
               std::abs(clause.pool_before - clause.pool_after - moved) <= 1e-9 * (1 + pool + outside)));
        pool = clause.pool_after;
      }
      CHECK(std::abs(pool) <= 1e-9 * (1 + year.pool));
    }
  });
}

TEST_CASE("Discounted flows add up to the run's net present value", "[app][explain]") {
  constexpr std::uint64_t paths = 5;
  for (const std::string& file : files()) {
    const run::Scenario scenario = loaded(file);
    run::Plan plan = plan_for(scenario);
    plan.paths = paths;
    run::Watch watch;
    const auto outcome = std::get<run::Outcome>(run::run(scenario, plan, watch));
    for (std::size_t scheme = 0; scheme < scenario.schemes.size(); ++scheme) {
      std::vector<double> npv(scenario.parties.size());
      std::vector<double> size(scenario.parties.size());
      for (std::uint64_t path = 0; path < paths; ++path) {
        const memo::Future future(scenario, plan, scheme, path);
        for (std::size_t party = 0; party < npv.size(); ++party) {
          npv[party] += future.npv(party) / paths;
          size[party] += std::abs(future.npv(party));
        }
      }
      for (std::size_t party = 0; party < npv.size(); ++party) {
        INFO(file << ": " << scenario.schemes[scheme].id << " " << scenario.parties[party].id);
        const double mean = outcome.schemes[scheme].parties[party].npv.mean.value;
        CHECK(std::abs(npv[party] - mean) <= 1e-9 * (1 + size[party]));
      }
    }
  }
}

TEST_CASE("The twin's discounted flows are the twin's net present value", "[app][explain]") {
  for (const std::string& file : files()) {
    const run::Scenario scenario = loaded(file);
    run::Watch watch;
    const auto outcome = std::get<run::Outcome>(run::run(scenario, plan_for(scenario, true), watch));
    for (std::size_t scheme = 0; scheme < scenario.schemes.size(); ++scheme) {
      const memo::Future future(scenario, plan_for(scenario, true), scheme, 0);
      for (std::size_t party = 0; party < scenario.parties.size(); ++party) {
        const double npv = outcome.schemes[scheme].parties[party].npv.mean.value;
        CHECK(future.npv(party) == Approx(npv).epsilon(1e-9).margin(1e-6));
      }
    }
  }
}

Said explain_minimal(std::vector<std::string> more) {
  std::vector<std::string> words{"explain", file_named("scenarios/minimal.yaml")};
  words.insert(words.end(), more.begin(), more.end());
  return shanhai_says(words);
}

// 200 + 50 come in, and 1 - 20% of it is the host's; of 1000 x 2 the host pays 70%.
TEST_CASE("A year by hand", "[app][explain]") {
  const Said said = explain_minimal({"--scheme", "always", "--twin", "--year", "1"});
  CHECK(said.code == exit_code::ok);
  CHECK(said.out.find("\nYear 1 (2023)\n") != std::string::npos);
  CHECK(said.out.find("  total, which opens the pool                                      250.00\n") !=
        std::string::npos);
  CHECK(said.out.find("  1. split                                                             0.00\n") !=
        std::string::npos);
  CHECK(said.out.find("      accrued from the shared pool     200.00      50.00\n") != std::string::npos);
  CHECK(said.out.find("      costs                         -1,400.00    -600.00\n") != std::string::npos);
  CHECK(said.out.find("    total                           -1,200.00    -550.00\n") != std::string::npos);
}

TEST_CASE("Chinese names of clauses come with their keys", "[app][explain]") {
  const Said said = explain_minimal({"--scheme", "always", "--path", "7", "--lang", "zh"});
  CHECK(said.out.find("第 7 号未来（从 0 起），种子 1") != std::string::npos);
  CHECK(said.out.find("1. 按比例分成（split）") != std::string::npos);
  CHECK(said.out.find("金额单位：万元") != std::string::npos);
}

TEST_CASE("One year is that year of the whole", "[app][explain]") {
  const std::string whole = explain_minimal({"--scheme", "always", "--path", "3"}).out;
  const std::string year = explain_minimal({"--scheme", "always", "--path", "3", "--year", "4"}).out;
  const std::string block = year.substr(year.find("\nYear 4"));
  CHECK(whole.find(block) != std::string::npos);
  CHECK(year.find("Year 5") == std::string::npos);
}

TEST_CASE("Another seed or path is another future", "[app][explain]") {
  const std::string one = explain_minimal({"--scheme", "always", "--year", "5"}).out;
  CHECK(one != explain_minimal({"--scheme", "always", "--year", "5", "--path", "1"}).out);
  CHECK(one.substr(one.find("Year 5")) == [] {
    const std::string same = explain_minimal({"--scheme", "always", "--year", "5", "--seed", "1", "--path", "0"}).out;
    return same.substr(same.find("Year 5"));
  }());
  const std::string other = explain_minimal({"--scheme", "always", "--year", "5", "--seed", "2"}).out;
  CHECK(one.substr(one.find("Year 5")) != other.substr(other.find("Year 5")));
}

TEST_CASE("JSON has every figure in full", "[app][explain]") {
  const memo::Json json = memo::Json::parse(explain_minimal({"--scheme", "always", "--path", "3", "--json"}).out);
  CHECK(json["scheme"] == "always");
  CHECK(json["plan"]["path"] == 3);
  CHECK(json["years"].size() == 11);
  double npv = 0;
  for (const memo::Json& year : json["years"]) {
    double sum = 0;
    for (const memo::Json& part : year["cash_flow"]["jinan"]["parts"]) {
      sum += part["amount"].get<double>();
    }
    const double total = year["cash_flow"]["jinan"]["total"].get<double>();
    CHECK(sum == Approx(total).epsilon(1e-12));
    npv += total / std::pow(1 + json["value"]["jinan"]["discount_rate"].get<double>(), year["year"].get<double>());
  }
  CHECK(npv == Approx(json["value"]["jinan"]["npv"].get<double>()).epsilon(1e-12));
  CHECK(json["years"][1]["clauses"][0]["clause"] == "split");
  const memo::Json one =
      memo::Json::parse(explain_minimal({"--scheme", "always", "--path", "3", "--json", "--year", "2"}).out);
  CHECK(one["years"] == memo::Json::array({json["years"][2]}));
}

TEST_CASE("An unknown scheme names the nearest, a missing one all", "[app][explain]") {
  const Said unknown = explain_minimal({"--scheme", "alway"});
  CHECK(unknown.code == exit_code::user);
  CHECK(unknown.err.find("there is no scheme alway") != std::string::npos);
  CHECK(unknown.err.find("always") != std::string::npos);
  const Said missing = explain_minimal({});
  CHECK(missing.code == exit_code::user);
  CHECK(missing.err == "shanhai: say which scheme with --scheme: five_years, always\n");
}

TEST_CASE("Paths and years outside their limits are refused", "[app][explain]") {
  CHECK(explain_minimal({"--scheme", "always", "--path", "100000000"}).err ==
        "shanhai: --path: expected 0 to 99999999, found 100000000\n");
  CHECK(explain_minimal({"--scheme", "always", "--path", "99999999", "--year", "0"}).code == exit_code::ok);
  CHECK(explain_minimal({"--scheme", "always", "--path=-1"}).code == exit_code::user);
  CHECK(explain_minimal({"--scheme", "always", "--year", "11"}).err == "shanhai: --year: expected 0 to 10, found 11\n");
}

TEST_CASE("A discount rate that is uncertain is the one drawn", "[app][explain]") {
  run::Scenario scenario = loaded(file_named("scenarios/minimal.yaml"));
  scenario.uncertain = {{"rate", Uniform{0.02, 0.10}}};
  scenario.parties[0].discount_rate = Number(0.06, 0);
  const memo::Future future(scenario, plan_for(scenario), 0, 1);
  CHECK(future.rate(0) == future.drawn[0]);
  CHECK(future.rate(0) != 0.06);
  CHECK(memo::Future(scenario, plan_for(scenario, true), 0, 1).rate(0) == Approx(0.06));
  CHECK(memo::explained(future, 0, Language::en).find("The uncertain numbers in this future\n  rate") !=
        std::string::npos);
}

TEST_CASE("An amount that is not finite is refused with its year", "[app][explain]") {
  run::Scenario scenario = loaded(file_named("scenarios/minimal.yaml"));
  memo::Future future(scenario, plan_for(scenario), 0, 0);
  CHECK(!future.overflow());
  future.years[4].total[1] = INFINITY;
  CHECK(future.overflow() == 4);
}

}  // namespace
}  // namespace shanhai::app
