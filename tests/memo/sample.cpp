#include "memo/sample.hpp"

namespace shanhai::memo {

namespace {

using run::Estimate;

run::Party party(std::string id, Text name, run::Role role) {
  run::Party made;
  made.id = std::move(id);
  made.name = std::move(name);
  made.role = role;
  made.discount_rate = 0.06;
  return made;
}

scheme::Scheme scheme_named(std::string id, Text name) {
  scheme::Scheme made;
  made.id = std::move(id);
  made.name = std::move(name);
  return made;
}

/// A spread around a median: the mean 100 above it.
run::Spread spread(double median, double error) {
  return {{median + 100, error},
          {8000, 60},
          {median - 12'000, 2 * error},
          {median - 5000, error},
          {median, error},
          {median + 5000, error},
          {median + 14'000, 2 * error}};
}

run::PartyOutcome party_outcome(double median, double p_negative, std::optional<int> payback) {
  run::PartyOutcome made;
  made.npv = spread(median, 37);
  made.p_negative = {p_negative, 0.0012};
  made.p_below_reservation = {p_negative, 0.0012};
  made.cvar05 = {median - 15'000, 90};
  made.payback = {7, 8, payback, std::nullopt, std::nullopt, {0.083, 0.0009}};
  made.irr = {Estimate{0.031, 0.0004}, Estimate{0.0731, 0.0002}, Estimate{0.114, 0.0006}, {0.02, 0.001}};
  made.cash_flow = {{{-3000, 0}, {500, 3}, {800, 4}},
                    {{-3000, 0}, {300, 6}, {500, 7}},
                    {{-3000, 0}, {490, 4}, {790, 5}},
                    {{-3000, 0}, {700, 6}, {1100, 8}}};
  made.accrual = {{510, 3}, {820, 4}};
  made.p_leave = {{0.12, 0.001}, {0.05, 0.0007}};
  return made;
}

run::SchemeOutcome scheme_outcome(std::string id, double host, double origin, double acceptance) {
  run::SchemeOutcome made;
  made.id = std::move(id);
  made.parties = {party_outcome(host, 0.081, 12), party_outcome(origin, 0.624, std::nullopt)};
  made.total_npv = spread(host + origin, 60);
  made.acceptance = {acceptance, 0.0015};
  made.jain = Estimate{0.874, 0.0011};
  made.ratio_change = Estimate{1.62, 0.004};
  return made;
}

run::StreamOutcome stream(std::string id, double level) {
  run::StreamOutcome made;
  made.id = std::move(id);
  made.local = {{{level, 2}, {level + 10, 2}},
                {{level - 90, 4}, {level - 80, 4}},
                {{level - 1, 3}, {level + 9, 3}},
                {{level + 95, 4}, {level + 99, 4}}};
  made.gross = {{2 * level, 4}, {2 * level + 20, 4}};
  made.central = {{level, 2}, {level + 10, 2}};
  made.province = {{0, 0}, {0, 0}};
  made.twin = {level * 1.032, (level + 10) * 1.032};
  return made;
}

economy::Park sample_park() {
  economy::Park park;
  economy::Sector sector;
  sector.id = "machinery";
  sector.name = {"装备制造", "Machinery"};
  park.sectors = {sector};
  economy::Tax vat;
  vat.id = "vat";
  vat.name = {"增值税", "VAT"};
  economy::Tax cit;
  cit.id = "cit";
  cit.name = {"企业所得税", "Corporate income tax"};
  park.taxes = {vat, cit};
  economy::Event recession;
  recession.id = "recession";
  recession.probability = Levels{Number{0.05}};
  park.events = {recession};
  return park;
}

/// Both parties prefer the scheme with the higher median, by the difference of medians.
std::vector<run::Comparison> comparisons(const std::vector<run::SchemeOutcome>& schemes) {
  std::vector<run::Comparison> made;
  constexpr double error = 21;
  for (std::size_t a = 0; a < schemes.size(); ++a) {
    for (std::size_t b = a + 1; b < schemes.size(); ++b) {
      for (std::size_t p = 0; p < schemes[a].parties.size(); ++p) {
        const double difference = schemes[a].parties[p].npv.mean.value - schemes[b].parties[p].npv.mean.value;
        made.push_back({a,
                        b,
                        p,
                        {difference, error},
                        difference - 1.96 * error,
                        difference + 1.96 * error,
                        {difference > 0 ? 0.71 : 0.27, 0.0014},
                        {0.02, 0.0004},
                        {}});
      }
    }
  }
  return made;
}

}  // namespace

run::Scenario sample_scenario() {
  run::Scenario made;
  made.title = {"武义—海宁山海协作产业园利益分享方案比较", "Wuyi–Haining park: ways of sharing the benefits"};
  made.currency = {"CNY", 10'000};
  made.horizon = {2019, 2};
  made.seed = 20180802;
  made.parties = {party("wuyi", {"武义县", "Wuyi"}, run::Role::host),
                  party("haining", {"海宁市", "Haining"}, run::Role::origin)};
  made.revenue = sample_park();
  made.schemes = {scheme_named("proportional", {"按比例分成", "Proportional"}),
                  scheme_named("phased", {"分期按比例分成", "Phased"}),
                  scheme_named("fund442", {"比例分成+产业基金（4:4:2）", "Shares and industry fund (4:4:2)"}),
                  scheme_named("equity", {"按股份分成", "Equity company"}),
                  scheme_named("by_tax", {"按税种分享", "By kind of tax"})};
  scheme::Floor floor;
  floor.party.index = 1;
  made.schemes.back().clauses = {floor};
  made.assumptions = {"parties.wuyi.reservation", "costs[0].amount"};
  made.hash = "3f9a2c7be01d44aa";
  return made;
}

run::Outcome sample_outcome() {
  run::Outcome made;
  made.plan.seed = 20180802;
  made.revenue = {{stream("vat", 2400), stream("cit", 1000)}};
  made.schemes = {scheme_outcome("proportional", 62'300, -3200, 0.376),
                  scheme_outcome("phased", 71'000, -11'900, 0.181),
                  scheme_outcome("fund442", 55'200, -9400, 0.223),
                  scheme_outcome("equity", 71'020, 4100, 0.598),
                  scheme_outcome("by_tax", 66'800, -7700, 0.264)};
  made.schemes.back().parties[1].floor_calls = {2.31, 0.02};
  made.schemes.back().parties[1].broken_promises = {0.24, 0.002};
  made.schemes[1].parties[1].cap_year = run::YearSpread{8, 9, 11, 14, std::nullopt, {0.17, 0.001}};
  made.schemes[0].parties[0].output_credit = std::vector<Estimate>{{9000, 30}, {9900, 40}};
  made.comparisons = comparisons(made.schemes);
  return made;
}

}  // namespace shanhai::memo
