#include "input/scenario.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "read_text.hpp"
#include <catch2/catch.hpp>

using namespace shanhai;
namespace fs = std::filesystem;

namespace {

std::string content(const fs::path& file) {
  std::ifstream stream(fs::path(SHANHAI_SOURCE_DIR) / file, std::ios::binary);
  REQUIRE(stream);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// Reads a scenario that has no faults.
run::Scenario read(const std::string& text) {
  input::ScenarioReading reading = input::read_scenario(text);
  INFO(render(reading.diagnostics, "scenario", text, Language::en));
  REQUIRE(reading.scenario);
  REQUIRE(reading.diagnostics.empty());
  return *std::move(reading.scenario);
}

run::Scenario every_key() {
  return read(content("tests/input/good/every_key.yaml"));
}

// The paths and messages of a scenario's faults, a line each.
std::string faults(const std::string& text) {
  std::string lines;
  for (const Diagnostic& one : input::read_scenario(text).diagnostics) {
    lines += one.path + ": " + one.message.en + '\n';
  }
  return lines;
}

// A small scenario with a table.
struct Draft {
  std::string parties = "{wuyi: {role: host, discount_rate: 6%}, haining: {role: origin, discount_rate: 6%}}";
  std::string years = "20";
  std::string table = "{vat: 2400, cit: 1000}";
  std::string scheme = "{kind: proportional, shares: {wuyi: 50%, haining: 50%}}";
  std::string more;

  [[nodiscard]] std::string text() const {
    return "shanhai: 1\ntitle: t\ncurrency: {code: CNY, unit: 1}\nhorizon: {start: 2019, years: " + years +
           "}\nseed: 1\nparties: " + parties + "\nrevenue: {table: " + table + "}\nschemes:\n  s: " + scheme + '\n' +
           more;
  }
};

run::Scenario with(const Draft& draft) {
  return read(draft.text());
}

std::vector<double> values(const std::vector<Number>& numbers) {
  std::vector<double> result;
  std::ranges::transform(numbers, std::back_inserter(result), &Number::value);
  return result;
}

template <class Rule>
Rule clause(const scheme::Scheme& contract, std::size_t nth = 0) {
  std::vector<Rule> found;
  for (const scheme::Clause& one : contract.clauses) {
    if (const auto* rule = std::get_if<Rule>(&one)) {
      found.push_back(*rule);
    }
  }
  REQUIRE(nth < found.size());
  return found[nth];
}

std::vector<std::string> clause_keys(const scheme::Scheme& contract) {
  std::vector<std::string> keys;
  std::ranges::transform(
      contract.clauses, std::back_inserter(keys), [](const auto& one) { return std::string(scheme::key_of(one)); });
  return keys;
}

using Doubles = std::vector<double>;
using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("The frame of a scenario is read as written", "[input]") {
  const run::Scenario scenario = every_key();
  CHECK(scenario.title == Text{"武义—海宁", "Wuyi–Haining"});
  CHECK(scenario.currency.code == "CNY");
  CHECK(scenario.currency.unit == 10000);
  CHECK(scenario.horizon.start == 2019);
  CHECK(scenario.horizon.years == 20);
  CHECK(scenario.seed == 20180802);
  REQUIRE(scenario.parties.size() == 2);
  const run::Party& wuyi = scenario.parties[0];
  CHECK(wuyi.id == "wuyi");
  CHECK(wuyi.name == Text{"武义县", "Wuyi"});
  CHECK(wuyi.role == run::Role::host);
  CHECK(wuyi.discount_rate == Number(0.06));
  CHECK(wuyi.reservation == Number(-100));
  CHECK(wuyi.population == Number(340000));
  CHECK(wuyi.fiscal_revenue == Number(300000));
  const run::Party& haining = scenario.parties[1];
  CHECK(haining.name == Text{"海宁市", "海宁市"});
  CHECK(haining.role == run::Role::origin);
  CHECK(haining.reservation == Number(0));
  CHECK_FALSE(haining.population);
}

TEST_CASE("A park is read as written", "[input]") {
  const run::Scenario scenario = every_key();
  const auto& park = std::get<economy::Park>(scenario.revenue);
  CHECK(park.land.gross == Number(4500));
  CHECK(park.land.net == Number(0.55));
  CHECK(values(park.land.released.values) == Doubles{0.2, 0.4});
  CHECK(park.macro.rho == 0.3);
  REQUIRE(park.correlation.size() == 2);
  CHECK(park.correlation[1].a == 1);
  CHECK(park.correlation[1].b == 2);
  CHECK(park.correlation[1].value == -0.2);
  REQUIRE(park.events.size() == 2);
  const economy::Event& recession = park.events[0];
  CHECK(recession.name.zh == "下行");
  CHECK(values(recession.probability->values) == Doubles{0.05, 0.06});
  CHECK(recession.years == 2);
  CHECK(recession.growth == Number(-0.06));
  CHECK(recession.arrivals == Number(0.5));
  CHECK(recession.exits == Number(2));
  CHECK(recession.margin == Number(-0.02));
  CHECK_FALSE(recession.touches(0));
  CHECK(recession.touches(1));
  const economy::Event& expo = park.events[1];
  CHECK(expo.in == 2026);
  CHECK_FALSE(expo.probability);
  CHECK(expo.arrivals == Number(1));
  CHECK(expo.touches(0));
}

TEST_CASE("Sectors are read as written", "[input]") {
  const run::Scenario scenario = every_key();
  const auto& sectors = std::get<economy::Park>(scenario.revenue).sectors;
  REQUIRE(sectors.size() == 2);
  const economy::Sector& machinery = sectors[0];
  CHECK(machinery.name.en == "装备制造");
  CHECK(machinery.firms == 2);
  CHECK(machinery.land_per_firm == Number(30));
  CHECK(values(machinery.arrivals.values) == Doubles{1, 19.0 / 6});
  CHECK(machinery.arrivals_macro == Number(0.3));
  CHECK(values(machinery.ramp) == Doubles{0, 0.4, 1});
  CHECK(values(machinery.exit.values) == Doubles{0.03, 0.04});
  CHECK(machinery.exit_macro == Number(0.2));
  CHECK(machinery.output == Number(21000));
  CHECK(machinery.growth == Number(0.05));
  CHECK(machinery.sigma == Number(0.08));
  CHECK(machinery.rho == 0.25);
  CHECK(values(machinery.value_added.values) == Doubles{0.22});
  CHECK(values(machinery.wages.values) == Doubles{0.45});
  CHECK(values(machinery.margin.values) == Doubles{0.058});
  CHECK(machinery.margin_sd == Number(0.02));
  CHECK(machinery.margin_link == 0.5);
  CHECK(machinery.firm_cv == Number(0.6));
}

TEST_CASE("A sector without its optional keys has the defaults", "[input]") {
  const run::Scenario scenario = every_key();
  const auto& park = std::get<economy::Park>(scenario.revenue);
  const economy::Sector& textiles = park.sectors[1];
  CHECK(textiles.name == Text{"textiles", "textiles"});
  CHECK(textiles.firms == 0);
  CHECK(values(textiles.ramp) == Doubles{1});
  CHECK(values(textiles.exit.values) == Doubles{0});
  for (const Number& number :
       {textiles.arrivals_macro, textiles.exit_macro, textiles.sigma, textiles.margin_sd, textiles.firm_cv}) {
    CHECK(number == Number(0));
  }
  CHECK(textiles.rho == 0);
  CHECK(textiles.margin_link == 0);
}

TEST_CASE("Taxes are read as written", "[input]") {
  const run::Scenario scenario = every_key();
  const auto& taxes = std::get<economy::Park>(scenario.revenue).taxes;
  REQUIRE(taxes.size() == 4);
  CHECK(taxes[0].name.en == "VAT");
  CHECK(taxes[0].base.base == economy::Base::value_added);
  CHECK(values(taxes[0].rate.of(1).values) == Doubles{0.09});
  CHECK(values(taxes[0].central.values) == Doubles{0.5});
  CHECK(values(taxes[0].province.values) == Doubles{0, 0.05});
  CHECK(values(*taxes[0].holiday) == Doubles{0, 0.5, 1});
  CHECK_FALSE(taxes[0].non_tax);
  CHECK(values(taxes[1].rate.of(0).values) == Doubles{0.25});
  CHECK(values(taxes[1].rate.of(1).values) == Doubles{0.15, 0.2});
  CHECK(values(taxes[1].province.values) == Doubles{0});
  CHECK_FALSE(taxes[1].holiday);
  CHECK(taxes[2].base.base == economy::Base::tax);
  CHECK(taxes[2].base.tax.index == 0);
  CHECK(taxes[3].base.base == economy::Base::firms);
  CHECK(taxes[3].non_tax);
}

TEST_CASE("What parties pay outside the sharing is read as written", "[input]") {
  const run::Scenario scenario = every_key();
  REQUIRE(scenario.costs.size() == 2);
  CHECK(values(scenario.costs[0].amount.values) == Doubles{8000, 6000});
  CHECK(values(scenario.costs[0].from.shares.of) == Doubles{0.4, 0.6});
  CHECK(scenario.costs[1].from.external);
  CHECK(scenario.costs[1].overrun == Number(1));
  CHECK(scenario.costs[0].price.in(1) == Number(1));
  CHECK(scenario.costs[1].amount.at(0) == Number(50));
  CHECK(scenario.costs[1].amount.at(2) == Number(0));
  CHECK(scenario.costs[1].price.in(1) == Number(10));
  CHECK(scenario.costs[1].price.in(2).value == Approx(10.5));
  REQUIRE(scenario.transfers.size() == 1);
  CHECK(values(scenario.transfers[0].from.shares.of) == Doubles{0, 1});
  CHECK(scenario.transfers[0].to.index == 0);
  CHECK(values(scenario.transfers[0].amount.values) == Doubles{200, 300});
  CHECK(scenario.transfers[0].years == YearRange{1, 5});
  CHECK(scenario.transfers[0].price.in(1).value == Approx(3.1 / 3));
  CHECK(scenario.displaced.of[0].values.empty());
  CHECK(values(scenario.displaced.of[1].values) == Doubles{300, 310});
  CHECK(scenario.feedback->effort.of[0] == Number(0.3));
  CHECK(scenario.feedback->effort.of[1] == Number(0));
  CHECK(scenario.feedback->fund == Number(0.2));
  CHECK(scenario.feedback->fund_reference == Number(2000));
}

TEST_CASE("What came true is read as written", "[input]") {
  const run::Scenario scenario = every_key();
  REQUIRE(scenario.realised.size() == 1);
  CHECK(scenario.realised[0].name == Text{"税收", "Taxes"});
  CHECK(scenario.realised[0].quantity == run::Quantity::taxes);
  CHECK(scenario.realised[0].years == YearRange{1, 3});
  CHECK(scenario.realised[0].value == 5000);
}

TEST_CASE("A scheme has its own costs and transfers, or those of the scenario", "[input]") {
  const run::Scenario scenario = every_key();
  REQUIRE(scenario.schemes.size() == 4);
  REQUIRE(scenario.schemes[0].costs.size() == 1);
  CHECK(scenario.schemes[0].transfers.empty());
  CHECK(scenario.schemes[0].name.en == "合同");
  CHECK(scenario.schemes[0].clock == scheme::ContractClock::first_revenue);
  CHECK(scenario.schemes[1].costs.size() == 2);
  CHECK(scenario.schemes[1].transfers.size() == 1);
  CHECK(scenario.schemes[1].name.en == "by_kind");
  CHECK(scenario.schemes[1].clock == scheme::ContractClock::signing);
}

TEST_CASE("Clauses on the pool are read as written", "[input]") {
  const run::Scenario scenario = every_key();
  const scheme::Scheme& contract = scenario.schemes[0];
  const auto pool = clause<scheme::Pool>(contract);
  REQUIRE(pool.streams->size() == 2);
  CHECK((*pool.streams)[1].index == 1);
  CHECK(values(pool.introduced.values) == Doubles{0.5, 0.6});
  CHECK(pool.unshared_to.index == 1);
  CHECK(values(clause<scheme::Baseline>(contract).amounts.of[0].values) == Doubles{100, 110});
  CHECK(values(clause<scheme::Rebate>(contract).share.values) == Doubles{0.05});
  const auto recover = clause<scheme::Recover>(contract);
  CHECK(recover.party.index == 1);
  CHECK(recover.amount.own_costs);
  CHECK(values(recover.share.values) == Doubles{0.4});
  const auto fund = clause<scheme::Fund>(contract);
  CHECK(values(fund.share.values) == Doubles{0.2});
  CHECK(values(fund.spend.values) == Doubles{0.1});
  CHECK(values(fund.yield.mean.values) == Doubles{0.04});
  CHECK(values(fund.yield.sd.values) == Doubles{0.06});
  CHECK(fund.yield.macro_link == 0.4);
  CHECK(values(fund.fee.values) == Doubles{0.01});
  CHECK(values(fund.match.values) == Doubles{0.5, 0});
  CHECK(values(fund.ownership.of) == Doubles{0.5, 0.5});
  const auto tiers = clause<scheme::Tiers>(scenario.schemes[2]);
  CHECK(tiers.bounds == Doubles{1000, 2000});
  CHECK(values(tiers.shares[1].of) == Doubles{0.7, 0.3});
}

TEST_CASE("A company is read as written, or with its defaults", "[input]") {
  const run::Scenario scenario = every_key();
  const auto company = clause<scheme::Company>(scenario.schemes[0]);
  CHECK(values(company.share.values) == Doubles{0.7});
  CHECK(company.capital == Number(20000));
  CHECK(values(company.stakes.of) == Doubles{0.45, 0.55});
  CHECK(values(company.calls.values) == Doubles{0.5, 0.3});
  CHECK(values(company.income.values) == Doubles{0, 200});
  CHECK(values(company.operating.values) == Doubles{500});
  CHECK(values(company.capex.values) == Doubles{4000, 6000});
  CHECK(company.life == 20);
  CHECK(values(company.tax.values) == Doubles{0.2});
  CHECK(values(company.payout.values) == Doubles{0.8});
  CHECK(company.no_dividend_years == 5);
  CHECK(values(company.residual.values) == Doubles{0.6});
  const auto plain = clause<scheme::Company>(scenario.schemes[3]);
  CHECK(values(plain.share.values) == Doubles{1});
  CHECK(values(plain.calls.values) == Doubles{1});
  CHECK(plain.life == 1);
  CHECK(values(plain.tax.values) == Doubles{0.25});
  CHECK(values(plain.payout.values) == Doubles{0});
  CHECK(plain.no_dividend_years == 0);
  CHECK(values(plain.residual.values) == Doubles{1});
}

TEST_CASE("Phases are read with their years, shares and clock", "[input]") {
  const auto split = clause<scheme::Split>(every_key().schemes[0]);
  CHECK(split.clock == scheme::SplitClock::recovered);
  CHECK_FALSE(split.shares);
  REQUIRE(split.phases->size() == 2);
  const scheme::Phase& late = (*split.phases)[0];
  const scheme::Phase& early = (*split.phases)[1];
  CHECK(late.years == YearRange{6, YearRange::forever});
  CHECK(values(late.shares.of(3).of) == Doubles{1, 0});
  CHECK(early.years == YearRange{1, 5});
  CHECK(values(early.shares.of(0).of) == Doubles{0.4, 0.6});
  CHECK(values(early.shares.of(1).of) == Doubles{0.3, 0.7});
  CHECK(values(early.shares.of(3).of) == Doubles{0.3, 0.7});
}

TEST_CASE("Clauses on accruals are read as written", "[input]") {
  const run::Scenario scenario = every_key();
  const scheme::Scheme& contract = scenario.schemes[0];
  CHECK(clause<scheme::Cap>(contract).total == Number(4500));
  CHECK(clause<scheme::Cap>(contract).excess_to.index == 0);
  CHECK(values(clause<scheme::Cap>(contract, 1).yearly->values) == Doubles{100, 200});
  CHECK(clause<scheme::Cap>(contract, 1).excess_to.index == 1);
  const auto floor = clause<scheme::Floor>(contract);
  CHECK(floor.party.index == 1);
  CHECK(values(floor.amount.level.values) == Doubles{0.1});
  CHECK(floor.amount.of == Number(12000));
  CHECK(floor.years == YearRange{1, 5});
  CHECK(values(floor.fulfilment.values) == Doubles{0.9});
  CHECK(floor.count_dividends);
  CHECK(values(clause<scheme::Floor>(contract, 1).amount.level.values) == Doubles{5, 6});
  CHECK_FALSE(clause<scheme::Floor>(contract, 1).amount.of);
  const auto award = clause<scheme::Award>(contract);
  CHECK(award.indicator == scheme::Indicator::tax_per_mu);
  CHECK(values(award.target.values) == Doubles{28});
  CHECK(values(award.amount->values) == Doubles{300, 400});
  CHECK(award.years == YearRange{6, YearRange::forever});
  CHECK(award.from.external);
  CHECK(values(clause<scheme::Award>(contract, 1).share->values) == Doubles{0.01});
  CHECK(clause<scheme::Award>(contract, 1).years == YearRange{3, 3});
  const auto settle = clause<scheme::Settle>(contract);
  CHECK(settle.lag == 1);
  CHECK(settle.instalments == 2);
  CHECK(settle.held_by.index == 1);
  const auto statistics = clause<scheme::Statistics>(contract);
  CHECK(statistics.output->full);
  CHECK(values(statistics.value_added->shares.of) == Doubles{0.6, 0.4});
  CHECK(statistics.years == YearRange{1, 5});
  CHECK(statistics.otherwise_to.index == 1);
}

TEST_CASE("A kind expands to its clauses, in the order of the tables", "[input]") {
  const run::Scenario scenario = every_key();
  const scheme::Scheme& contract = scenario.schemes[1];
  CHECK(clause_keys(contract) == Names{"pool", "fund", "split", "cap", "cap", "settle"});
  CHECK(clause<scheme::Cap>(contract, 0).total == Number(1));
  CHECK(clause<scheme::Cap>(contract, 1).total == Number(2));
  CHECK(clause<scheme::Settle>(contract).lag == 0);
  CHECK(clause<scheme::Settle>(contract).instalments == 1);
  CHECK(clause<scheme::Settle>(contract).held_by.index == 0);
  CHECK(clause<scheme::Pool>(contract).unshared_to.index == 0);
  CHECK_FALSE(clause<scheme::Pool>(contract).streams);
}

TEST_CASE("What no key names goes to the first host", "[input]") {
  const run::Scenario scenario = every_key();
  const auto by_stream = *clause<scheme::Split>(scenario.schemes[1]).shares;
  CHECK(values(by_stream.of(0).of) == Doubles{0.6, 0.4});
  CHECK(values(by_stream.of(1).of) == Doubles{1, 0});
  CHECK(clause_keys(scenario.schemes[3]) == Names{"company", "split"});
  CHECK(values(clause<scheme::Split>(scenario.schemes[3]).shares->of(0).of) == Doubles{1, 0});
  Draft draft;
  draft.parties = "{haining: {role: origin, discount_rate: 6%}, wuyi: {role: host, discount_rate: 6%}}";
  draft.scheme = "{kind: equity, company: {capital: 1, stakes: {wuyi: 100%}}}";
  CHECK(values(clause<scheme::Split>(with(draft).schemes[0]).shares->of(0).of) == Doubles{0, 1});
}

TEST_CASE("The rest of known shares is a number, of uncertain ones a party", "[input]") {
  Draft draft;
  draft.scheme = "{kind: proportional, shares: {wuyi: rest, haining: 30%}}";
  const Shares known = clause<scheme::Split>(with(draft).schemes[0]).shares->of(0);
  CHECK(values(known.of) == Doubles{0.7, 0.3});
  CHECK(known.rest == Number::known);
  const auto fund = clause<scheme::Fund>(every_key().schemes[1]);
  CHECK(fund.ownership.rest == 0);
  CHECK(fund.ownership.of[1].value == 0.45);
  CHECK_FALSE(fund.ownership.of[1].is_known());
}

TEST_CASE("A percentage is the decimal, bit for bit", "[input]") {
  const auto [percent, decimal] = GENERATE(table<std::string, double>({{"6%", 0.06},
                                                                       {"5.8%", 0.058},
                                                                       {"0.1%", 0.001},
                                                                       {"33.3%", 0.333},
                                                                       {"110%", 1.1},
                                                                       {"-7%", -0.07},
                                                                       {"29%", 0.29}}));
  Draft draft;
  draft.parties = "{wuyi: {role: host, discount_rate: " + percent + "}, haining: {role: origin, discount_rate: 6%}}";
  CHECK(with(draft).parties[0].discount_rate.value == decimal);
}

TEST_CASE("One number by year is a list of one", "[input]") {
  Draft draft;
  draft.table = "{vat: 2400, cit: [2400]}";
  const run::Scenario scenario = with(draft);
  const auto& table = std::get<economy::Forecast>(scenario.revenue).table;
  CHECK(table.streams[0].revenue == table.streams[1].revenue);
  CHECK(table.streams[1].id == "cit");
}

TEST_CASE("Uncertain numbers are named by their paths, overruns by their items", "[input]") {
  const run::Scenario scenario = every_key();
  Names names;
  std::ranges::transform(scenario.uncertain, std::back_inserter(names), &UncertainNumber::name);
  CHECK(names == Names{"parties.haining.discount_rate",
                       "revenue.park.sectors.machinery.arrivals[1]",
                       "overrun.道路",
                       "costs[1].price[1]",
                       "transfers[0].price",
                       "schemes.by_kind.fund.ownership.haining"});
  CHECK(scenario.parties[1].discount_rate.draw == 0);
  CHECK(scenario.parties[1].discount_rate.value == Approx(0.06));
  CHECK(std::get<Lognormal>(scenario.uncertain[2].law) == Lognormal{1, 0.2});
}

TEST_CASE("Overruns of one name are one draw; of another law they are not", "[input]") {
  const run::Scenario scenario = every_key();
  CHECK(scenario.costs[0].overrun == scenario.schemes[0].costs[0].overrun);
  Draft draft;
  draft.more =
      "costs:\n  - {name: a, amount: 1, from: wuyi, overrun: {lognormal: {mean: 1, cv: 20%}}}\n"
      "  - {name: a, amount: 1, from: wuyi, overrun: {lognormal: {mean: 1, cv: 30%}}}\n"
      "  - {name: a, amount: 1, from: wuyi, overrun: {lognormal: {mean: 1, cv: 20%}}}\n";
  const run::Scenario three = with(draft);
  CHECK(three.uncertain.size() == 2);
  CHECK(three.costs[0].overrun.draw == three.costs[2].overrun.draw);
  CHECK(three.costs[0].overrun.draw != three.costs[1].overrun.draw);
}

TEST_CASE("Numbers whose nearest source is none, or says so, are assumptions", "[input]") {
  const Names assumptions = every_key().assumptions;
  const auto assumed = [&](std::string_view path) {
    return std::ranges::count(assumptions, path) == 1;
  };
  CHECK_FALSE(assumed("parties.wuyi.population"));
  CHECK_FALSE(assumed("parties.haining.discount_rate"));
  CHECK_FALSE(assumed("revenue.park.land.gross"));
  CHECK(assumed("revenue.park.land.net"));
  CHECK(assumed("costs[0].amount"));
  CHECK(assumed("schemes.written.clauses[4].fund.return.mean"));
  CHECK(assumed("schemes.by_kind.fund.share"));
  CHECK_FALSE(assumed("horizon.years"));
  CHECK_FALSE(assumed("seed"));
}

TEST_CASE("The hash is that of the content, not of its layout", "[input]") {
  const Draft draft;
  const std::string hash = read(draft.text()).hash;
  CHECK(hash.size() == 32);
  CHECK(read("# a comment\n" + draft.text() + "\n\n# another\n").hash == hash);
  Draft spread = draft;
  spread.table = "\n    vat:   2400\n    cit: 1000\n ";
  std::string text = spread.text();
  text.replace(text.find("revenue: {table: "), 17, "revenue:\n  table:");
  text.erase(text.find(" }\nschemes"), 2);
  CHECK(read(text).hash == hash);
  Draft other = draft;
  other.table = "{vat: 2401, cit: 1000}";
  CHECK(read(other.text()).hash != hash);
  other.table = "{cit: 1000, vat: 2400}";
  CHECK(read(other.text()).hash != hash);
}

TEST_CASE("Each shipped scenario reads without a fault", "[input][examples]") {
  const std::vector<fs::path> files = shipped_scenarios();
  CHECK(files.size() > 50);
  for (const fs::path& file : files) {
    INFO(file.string());
    CHECK_FALSE(read(content(file)).schemes.empty());
  }
}

TEST_CASE("Faults come in the order of their places", "[input]") {
  Draft draft;
  draft.scheme = "{kind: proportional, shares: {vat: {wuyy: 100%}, otherwise: {wuyi: 90%}}}";
  draft.table = "{vat: -1, cit: x}";
  draft.more = "displaced: {wuyi: -1}\ncosts: 5\n";
  const auto diagnostics = input::read_scenario(draft.text()).diagnostics;
  CHECK(diagnostics.size() == 6);
  CHECK(std::ranges::is_sorted(
      diagnostics, {}, [](const Diagnostic& one) { return std::pair(one.place.line, one.place.column); }));
}

TEST_CASE("A scenario of too many things is refused", "[input]") {
  Draft draft;
  const std::string rows = GENERATE("65 parties", "64 parties");
  draft.parties = "{wuyi: {role: host, discount_rate: 6%}, haining: {role: origin, discount_rate: 6%}";
  for (int party = 3; party <= std::stoi(rows); ++party) {
    draft.parties += ", p" + std::to_string(party) + ": {role: origin, discount_rate: 6%}";
  }
  draft.parties += '}';
  CHECK(faults(draft.text()) == (rows == "65 parties" ? "parties: expected 2 to 64 entries, found 65\n" : ""));
}

TEST_CASE("A list by year is at most as long as the longest horizon", "[input]") {
  const std::size_t items = GENERATE(std::size_t{201}, std::size_t{202});
  Draft draft;
  draft.table = "{vat: [1";
  for (std::size_t item = 1; item < items; ++item) {
    draft.table += ", 1";
  }
  draft.table += "]}";
  CHECK(faults(draft.text()) ==
        (items > 201 ? "revenue.table.vat: expected a list of at most 201 items, found 202 items\n" : ""));
}

TEST_CASE("A horizon is at most 200 years", "[input]") {
  Draft draft;
  draft.years = "200";
  CHECK(with(draft).horizon.years == 200);
  draft.years = "201";
  CHECK(faults(draft.text()) == "horizon.years: expected a whole number from 1 to 200, found '201'\n");
}
