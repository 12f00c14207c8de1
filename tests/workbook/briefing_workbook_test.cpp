#include "workbook/briefing_workbook.hpp"

#include <catch2/catch.hpp>

#include "memo/sample.hpp"
#include "workbook/briefing.hpp"
#include "workbook/cash_flow_sheet.hpp"

namespace shanhai::workbook {

namespace {

std::string book(Language language) {
  return std::get<std::string>(briefing_workbook(memo::sample_scenario(), memo::sample_outcome(), language));
}

}  // namespace

TEST_CASE("Equal runs give equal workbooks, one in each language", "[workbook]") {
  CHECK(book(Language::zh).starts_with("PK"));
  CHECK(book(Language::zh) == book(Language::zh));
  CHECK(book(Language::zh) != book(Language::en));
}

TEST_CASE("Units of money are named as the reader names them", "[workbook][briefing]") {
  run::Scenario scenario = memo::sample_scenario();
  const run::Outcome outcome = memo::sample_outcome();
  const auto unit = [&](double size, std::string code, Language language) {
    scenario.currency = {std::move(code), size};
    return briefing_of(scenario, outcome, language).unit;
  };
  CHECK(unit(1e4, "CNY", Language::zh) == "万元");
  CHECK(unit(1e8, "CNY", Language::zh) == "亿元");
  CHECK(unit(1e4, "CNY", Language::en) == "CNY 10,000");
  CHECK(unit(1e6, "USD", Language::zh) == "USD 1,000,000");
  CHECK(unit(1, "USD", Language::en) == "USD");
}

TEST_CASE("A mean net present value follows from mean flows unless the rate or the mean is otherwise", "[workbook]") {
  run::Scenario scenario = memo::sample_scenario();
  run::Outcome outcome = memo::sample_outcome();
  const auto follows = [&](std::size_t party) {
    return briefing_of(scenario, outcome, Language::en).follows_from_flows(party);
  };
  CHECK(follows(0));
  scenario.parties[0].discount_rate = Number(0.06, 0);
  CHECK_FALSE(follows(0));
  CHECK(follows(1));
  outcome.plan.twin = true;
  CHECK(follows(0));
  outcome.plan.twin = false;
  outcome.precision = run::Precision{};
  CHECK_FALSE(follows(1));
}

TEST_CASE("The parts of the sheet of cash flows do not overlap", "[workbook][cash_flow]") {
  const run::Scenario scenario = memo::sample_scenario();
  const run::Outcome outcome = memo::sample_outcome();
  const Briefing briefing = briefing_of(scenario, outcome, Language::en);
  const CashFlowPlaces places(briefing);
  const std::size_t last_scheme = briefing.schemes() - 1;
  const std::size_t last_party = briefing.parties() - 1;
  CHECK(places.rates_head() < places.rate(0).row);
  CHECK(places.rate(last_party).row < places.flows_head());
  CHECK(places.npv(0, last_party).row + 1 == places.npv(1, 0).row);
  CHECK(places.npv(last_scheme, last_party).row < places.notes());
  CHECK(places.notes() + last_party < places.sums_head());
}

}  // namespace shanhai::workbook
