#include "memo/records.hpp"

#include <limits>

#include <fmt/format.h>

#include "memo/csv.hpp"

namespace shanhai::memo {

namespace {

using run::Estimate;

constexpr double no_error = std::numeric_limits<double>::quiet_NaN();  // an empty field
constexpr double no_value = no_error;

/// Rows that begin alike: what they are about. Each number then is one row.
class Rows {
 public:
  Rows(Records& records, std::vector<Field> about, std::string unit)
      : records_(&records), about_(std::move(about)), unit_(std::move(unit)) {}

  /// What is not by year, in a table that has years.
  void add(std::string_view statistic, const Estimate& estimate) const {
    add({Field()}, statistic, estimate.value, estimate.error);
  }

  void add(std::string_view statistic, const std::optional<Estimate>& estimate) const {
    add(statistic, estimate.value_or(Estimate{no_value, no_error}));
  }

  void add(std::string_view statistic, const std::vector<Estimate>& by_year, std::size_t first) const {
    for (std::size_t i = 0; i < by_year.size(); ++i) {
      add({static_cast<double>(first + i)}, statistic, by_year[i].value, by_year[i].error);
    }
  }

  /// @param year  none in a table without years
  void add(const std::vector<Field>& year, std::string_view statistic, double value, double error) const {
    std::vector<Field> row = about_;
    row.insert(row.end(), year.begin(), year.end());
    row.insert(row.end(), {std::string(statistic), value, error, unit_});
    records_->rows.push_back(std::move(row));
  }

  void add(const run::Bands& bands, std::size_t first) const {
    add("mean", bands.mean, first);
    add("q05", bands.q05, first);
    add("q50", bands.q50, first);
    add("q95", bands.q95, first);
  }

  void add(const run::Spread& spread) const {
    add("mean", spread.mean);
    add("sd", spread.sd);
    add("q05", spread.q05);
    add("q25", spread.q25);
    add("q50", spread.q50);
    add("q75", spread.q75);
    add("q95", spread.q95);
  }

 private:
  Records* records_;
  std::vector<Field> about_;
  std::string unit_;
};

std::string money_unit_of(const run::Scenario& scenario) {
  return fmt::format("{} {}", csv_number(scenario.currency.unit), scenario.currency.code);
}

/// Where the rows of one scheme or of one of its parties go.
struct Subject {
  Records* records;
  std::string scheme;
  std::string party;

  [[nodiscard]] Rows metric(std::string_view name, std::string unit) const {
    return {*records, {scheme, party, std::string(name)}, std::move(unit)};
  }
};

void add_years(const Subject& subject, std::string_view metric, const run::YearSpread& spread) {
  const Rows rows = subject.metric(metric, "year");
  const auto add = [&rows](std::string_view statistic, const std::optional<int>& year) {
    rows.add({Field()}, statistic, year ? static_cast<double>(*year) : no_value, no_error);
  };
  add("q05", spread.q05);
  add("q25", spread.q25);
  add("q50", spread.q50);
  add("q75", spread.q75);
  add("q95", spread.q95);
  subject.metric(metric, "share").add("never", spread.never);
}

void add_npv(const Subject& subject, const run::PartyOutcome& party, const std::string& unit) {
  const Rows rows = subject.metric("npv", unit);
  rows.add(party.npv);
  rows.add("cvar05", party.cvar05);
  const Rows shares = subject.metric("npv", "share");
  shares.add("p_negative", party.p_negative);
  shares.add("p_below_reservation", party.p_below_reservation);
}

void add_credit(const Subject& subject,
                std::string_view metric,
                const std::optional<std::vector<Estimate>>& credit,
                const std::string& unit) {
  if (credit) {
    subject.metric(metric, unit).add("mean", *credit, 1);
  }
}

void add_party(const Subject& subject, const run::PartyOutcome& party, const std::string& unit) {
  add_npv(subject, party, unit);
  add_years(subject, "payback", party.payback);
  const Rows rates = subject.metric("irr", "share");
  rates.add("q05", party.irr.q05);
  rates.add("q50", party.irr.q50);
  rates.add("q95", party.irr.q95);
  rates.add("none", party.irr.none);
  subject.metric("cash_flow", unit).add(party.cash_flow, 0);
  subject.metric("accrual", unit).add("mean", party.accrual, 1);
  subject.metric("p_leave", "share").add("mean", party.p_leave, 0);
  subject.metric("floor_calls", "years").add("mean", party.floor_calls);
  subject.metric("broken_promises", "").add("mean", party.broken_promises);
  if (party.cap_year) {
    add_years(subject, "cap_year", *party.cap_year);
  }
  add_credit(subject, "statistics.output", party.output_credit, unit);
  add_credit(subject, "statistics.value_added", party.value_added_credit, unit);
}

void add_where_known(const Subject& subject,
                     std::string_view metric,
                     const std::optional<Estimate>& estimate,
                     std::string unit) {
  if (estimate) {
    subject.metric(metric, std::move(unit)).add("mean", *estimate);
  }
}

void add_stream(Records& records,
                const std::string& scheme,
                const run::StreamOutcome& stream,
                const std::string& unit) {
  const auto level = [&](std::string_view name) {
    return Rows{records, {scheme, stream.id, std::string(name)}, unit};
  };
  level("local").add(stream.local, 1);
  for (std::size_t i = 0; i < stream.twin.size(); ++i) {
    level("local").add({static_cast<double>(i + 1)}, "twin", stream.twin[i], 0);
  }
  level("gross").add("mean", stream.gross, 1);
  level("central").add("mean", stream.central, 1);
  level("province").add("mean", stream.province, 1);
}

}  // namespace

Records outcomes_records(const run::Scenario& scenario, const run::Outcome& outcome) {
  const std::string unit = money_unit_of(scenario);
  Records records{{"scheme", "party", "metric", "year", "statistic", "value", "error", "unit"}, {}};
  for (const run::SchemeOutcome& scheme : outcome.schemes) {
    for (std::size_t p = 0; p < scheme.parties.size(); ++p) {
      add_party({&records, scheme.id, scenario.parties[p].id}, scheme.parties[p], unit);
    }
    const Subject whole{&records, scheme.id, ""};
    whole.metric("total_npv", unit).add(scheme.total_npv);
    whole.metric("acceptance", "share").add("mean", scheme.acceptance);
    add_where_known(whole, "nash", scheme.nash, fmt::format("({})^{}", unit, scheme.parties.size()));
    add_where_known(whole, "jain", scheme.jain, "");
    add_where_known(whole, "ratio_change", scheme.ratio_change, "percentage points");
  }
  return records;
}

Records revenue_records(const run::Scenario& scenario, const run::Outcome& outcome) {
  const std::string unit = money_unit_of(scenario);
  const bool by_scheme = scenario.feedback.has_value();
  Records records{{"scheme", "stream", "level", "year", "statistic", "value", "error", "unit"}, {}};
  for (std::size_t s = 0; s < outcome.revenue.size(); ++s) {
    for (const run::StreamOutcome& stream : outcome.revenue[s]) {
      add_stream(records, by_scheme ? outcome.schemes[s].id : "", stream, unit);
    }
  }
  return records;
}

Records comparisons_records(const run::Scenario& scenario, const run::Outcome& outcome) {
  Records records{{"a", "b", "party", "statistic", "value", "error", "unit"}, {}};
  for (const run::Comparison& one : outcome.comparisons) {
    const std::vector<Field> about{
        scenario.schemes[one.a].id, scenario.schemes[one.b].id, scenario.parties[one.party].id};
    const Rows money(records, about, money_unit_of(scenario));
    money.add({}, "mean_difference", one.mean_difference.value, one.mean_difference.error);
    money.add({}, "ci95_low", one.ci_low, no_error);
    money.add({}, "ci95_high", one.ci_high, no_error);
    const Rows shares(records, about, "share");
    shares.add({}, "p_a_better", one.p_a_better.value, one.p_a_better.error);
    shares.add({}, "p_tie", one.p_tie.value, one.p_tie.error);
  }
  return records;
}

}  // namespace shanhai::memo
