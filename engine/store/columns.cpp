#include "store/columns.hpp"

#include <cmath>
#include <limits>
#include <optional>

namespace shanhai::store {
namespace {

using run::Estimate;
using run::PartyOutcome;
using run::SchemeOutcome;
using run::YearSpread;

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

// A column of a number that every outcome has.
template <class Outcome>
Column<Outcome> real(std::string_view name, auto place) {
  return {name,
          false,
          [place](const Outcome& outcome) { return place(outcome); },
          [place](Outcome& outcome, double value) {
            place(outcome) = value;
          }};
}

// A column of an estimate that not every outcome has; its error is not kept.
template <class Outcome>
Column<Outcome> perhaps(std::string_view name, std::optional<Estimate> Outcome::*place) {
  return {name,
          false,
          [place](const Outcome& outcome) { return outcome.*place ? (outcome.*place)->value : nothing; },
          [place](Outcome& outcome, double value) {
            outcome.*place = std::isnan(value) ? std::nullopt : std::optional(Estimate{value, nothing});
          }};
}

double number_of(const std::optional<int>& year) {
  return year ? *year : nothing;
}

std::optional<int> year_of(double number) {
  return std::isnan(number) ? std::nullopt : std::optional(static_cast<int>(number));
}

Column<PartyOutcome> payback_q50() {
  return {"payback_q50",
          true,
          [](const PartyOutcome& party) { return number_of(party.payback.q50); },
          [](PartyOutcome& party, double value) {
            party.payback.q50 = year_of(value);
          }};
}

Column<PartyOutcome> cap_year_q50() {
  return {"cap_year_q50",
          true,
          [](const PartyOutcome& party) { return party.cap_year ? number_of(party.cap_year->q50) : nothing; },
          [](PartyOutcome& party, double value) {
            if (!std::isnan(value)) {
              party.cap_year.emplace().q50 = year_of(value);
            }
          }};
}

// Stands behind the year, which is nothing also for a party whose cap is never reached.
Column<PartyOutcome> cap_never() {
  return {"cap_never",
          false,
          [](const PartyOutcome& party) { return party.cap_year ? party.cap_year->never.value : nothing; },
          [](PartyOutcome& party, double value) {
            if (!std::isnan(value)) {
              party.cap_year = party.cap_year.value_or(YearSpread{});
              party.cap_year->never.value = value;
            }
          }};
}

}  // namespace

std::vector<Column<SchemeOutcome>> scheme_columns() {
  return {
      real<SchemeOutcome>(
          "acceptance", [](auto& of) -> auto& { return of.acceptance.value; }),
      real<SchemeOutcome>(
          "acceptance_se", [](auto& of) -> auto& { return of.acceptance.error; }),
      real<SchemeOutcome>(
          "total_npv_mean", [](auto& of) -> auto& { return of.total_npv.mean.value; }),
      real<SchemeOutcome>(
          "total_npv_se", [](auto& of) -> auto& { return of.total_npv.mean.error; }),
      perhaps("nash", &SchemeOutcome::nash),
      perhaps("jain", &SchemeOutcome::jain),
      perhaps("ratio_change", &SchemeOutcome::ratio_change),
  };
}

std::vector<Column<PartyOutcome>> party_columns() {
  return {
      real<PartyOutcome>(
          "npv_mean", [](auto& of) -> auto& { return of.npv.mean.value; }),
      real<PartyOutcome>(
          "npv_se", [](auto& of) -> auto& { return of.npv.mean.error; }),
      real<PartyOutcome>(
          "npv_sd", [](auto& of) -> auto& { return of.npv.sd.value; }),
      real<PartyOutcome>(
          "npv_q05", [](auto& of) -> auto& { return of.npv.q05.value; }),
      real<PartyOutcome>(
          "npv_q25", [](auto& of) -> auto& { return of.npv.q25.value; }),
      real<PartyOutcome>(
          "npv_q50", [](auto& of) -> auto& { return of.npv.q50.value; }),
      real<PartyOutcome>(
          "npv_q75", [](auto& of) -> auto& { return of.npv.q75.value; }),
      real<PartyOutcome>(
          "npv_q95", [](auto& of) -> auto& { return of.npv.q95.value; }),
      real<PartyOutcome>(
          "p_negative", [](auto& of) -> auto& { return of.p_negative.value; }),
      real<PartyOutcome>(
          "p_negative_se", [](auto& of) -> auto& { return of.p_negative.error; }),
      real<PartyOutcome>(
          "p_below_reservation", [](auto& of) -> auto& { return of.p_below_reservation.value; }),
      real<PartyOutcome>(
          "p_below_reservation_se", [](auto& of) -> auto& { return of.p_below_reservation.error; }),
      real<PartyOutcome>(
          "cvar05", [](auto& of) -> auto& { return of.cvar05.value; }),
      real<PartyOutcome>(
          "cvar05_se", [](auto& of) -> auto& { return of.cvar05.error; }),
      payback_q50(),
      real<PartyOutcome>(
          "payback_never", [](auto& of) -> auto& { return of.payback.never.value; }),
      real<PartyOutcome>(
          "floor_calls", [](auto& of) -> auto& { return of.floor_calls.value; }),
      real<PartyOutcome>(
          "broken_promises", [](auto& of) -> auto& { return of.broken_promises.value; }),
      cap_year_q50(),
      cap_never(),
  };
}

}  // namespace shanhai::store
