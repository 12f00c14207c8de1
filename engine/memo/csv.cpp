#include "memo/csv.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace shanhai::memo {

namespace {

using run::Estimate;

constexpr double no_error = std::numeric_limits<double>::quiet_NaN();  // written as an empty field

bool begins_a_formula(std::string_view text) {
  constexpr std::array<std::string_view, 10> starts{"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
  return std::any_of(starts.begin(), starts.end(), [text](std::string_view start) { return text.starts_with(start); });
}

/// Rows that begin alike: what they are about. Each number then is one row.
class Rows {
 public:
  Rows(std::string& text, std::string about, std::string unit)
      : text_(&text), about_(std::move(about)), unit_(std::move(unit)) {}

  void add(std::string_view year, std::string_view statistic, const std::string& value, double error) const {
    *text_ += fmt::format(
        "{}{}{},{},{},{}{}", about_, year, csv_text(statistic), value, csv_number(error), csv_text(unit_), line_end);
  }

  void add(std::string_view statistic, const Estimate& estimate) const {
    add(",", statistic, csv_number(estimate.value), estimate.error);
  }

  void add(std::string_view statistic, const std::optional<Estimate>& estimate) const {
    if (estimate) {
      add(statistic, *estimate);
    } else {
      add(",", statistic, "", no_error);
    }
  }

  void add(std::string_view statistic, const std::vector<Estimate>& by_year, std::size_t first) const {
    for (std::size_t i = 0; i < by_year.size(); ++i) {
      add(fmt::format("{},", first + i), statistic, csv_number(by_year[i].value), by_year[i].error);
    }
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
  std::string* text_;
  std::string about_;
  std::string unit_;
};

std::string money_unit_of(const run::Scenario& scenario) {
  return fmt::format("{} {}", csv_number(scenario.currency.unit), scenario.currency.code);
}

/// Where the rows of one scheme or of one of its parties go.
struct Subject {
  std::string* text;
  std::string scheme;
  std::string party;

  [[nodiscard]] Rows metric(std::string_view name, std::string unit) const {
    return {*text, fmt::format("{},{},{},", csv_text(scheme), csv_text(party), csv_text(name)), std::move(unit)};
  }
};

void add_years(const Subject& subject, std::string_view metric, const run::YearSpread& spread) {
  const Rows rows = subject.metric(metric, "year");
  const auto add = [&rows](std::string_view statistic, const std::optional<int>& year) {
    rows.add(",", statistic, year ? std::to_string(*year) : "", no_error);
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

std::string begun(std::string_view titles) {
  return fmt::format("{}{}{}", byte_order_mark, titles, line_end);
}

void add_stream(std::string& text,
                const std::string& scheme,
                const run::StreamOutcome& stream,
                const std::string& unit) {
  const auto level = [&](std::string_view name) {
    return Rows{text, fmt::format("{},{},{},", csv_text(scheme), csv_text(stream.id), csv_text(name)), unit};
  };
  level("local").add(stream.local, 1);
  for (std::size_t i = 0; i < stream.twin.size(); ++i) {
    level("local").add(fmt::format("{},", i + 1), "twin", csv_number(stream.twin[i]), 0);
  }
  level("gross").add("mean", stream.gross, 1);
  level("central").add("mean", stream.central, 1);
  level("province").add("mean", stream.province, 1);
}

}  // namespace

std::string csv_text(std::string_view text) {
  std::string field = begins_a_formula(text) ? "\"'" : "\"";
  for (const char c : text) {
    field.append(c == '"' ? 2 : 1, c);
  }
  return field + '"';
}

std::string csv_number(double value) {
  if (!std::isfinite(value)) {
    return "";
  }
  std::array<char, 32> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  return {digits.data(), end};
}

std::string outcomes_csv(const run::Scenario& scenario, const run::Outcome& outcome) {
  const std::string unit = money_unit_of(scenario);
  std::string text = begun(R"("scheme","party","metric","year","statistic","value","error","unit")");
  for (const run::SchemeOutcome& scheme : outcome.schemes) {
    for (std::size_t p = 0; p < scheme.parties.size(); ++p) {
      add_party({&text, scheme.id, scenario.parties[p].id}, scheme.parties[p], unit);
    }
    const Subject whole{&text, scheme.id, ""};
    whole.metric("total_npv", unit).add(scheme.total_npv);
    whole.metric("acceptance", "share").add("mean", scheme.acceptance);
    add_where_known(whole, "nash", scheme.nash, fmt::format("({})^{}", unit, scheme.parties.size()));
    add_where_known(whole, "jain", scheme.jain, "");
    add_where_known(whole, "ratio_change", scheme.ratio_change, "percentage points");
  }
  return text;
}

std::string revenue_csv(const run::Scenario& scenario, const run::Outcome& outcome) {
  const std::string unit = money_unit_of(scenario);
  const bool by_scheme = scenario.feedback.has_value();
  std::string text = begun(R"("scheme","stream","level","year","statistic","value","error","unit")");
  for (std::size_t s = 0; s < outcome.revenue.size(); ++s) {
    for (const run::StreamOutcome& stream : outcome.revenue[s]) {
      add_stream(text, by_scheme ? outcome.schemes[s].id : "", stream, unit);
    }
  }
  return text;
}

std::string comparisons_csv(const run::Scenario& scenario, const run::Outcome& outcome) {
  std::string text = begun(R"("a","b","party","statistic","value","error","unit")");
  for (const run::Comparison& one : outcome.comparisons) {
    const std::string about = fmt::format("{},{},{},",
                                          csv_text(scenario.schemes[one.a].id),
                                          csv_text(scenario.schemes[one.b].id),
                                          csv_text(scenario.parties[one.party].id));
    const Rows money(text, about, money_unit_of(scenario));
    money.add("", "mean_difference", csv_number(one.mean_difference.value), one.mean_difference.error);
    money.add("", "ci95_low", csv_number(one.ci_low), no_error);
    money.add("", "ci95_high", csv_number(one.ci_high), no_error);
    const Rows shares(text, about, "share");
    shares.add("", "p_a_better", csv_number(one.p_a_better.value), one.p_a_better.error);
    shares.add("", "p_tie", csv_number(one.p_tie.value), one.p_tie.error);
  }
  return text;
}

}  // namespace shanhai::memo
