#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "run/outcome.hpp"
#include "run/scenario.hpp"

namespace shanhai::memo {

using Json = nlohmann::ordered_json;

/// A run as JSON. Names never change their meaning within a version of the program; new ones may be added.
///
/// - `shanhai`: the version of the program.
/// - `scenario`: `title`, and the names of `parties`, `schemes` and `streams` by id, each `{zh, en}`; `hash` of its
///   content; `currency` `{code, unit}`: all money is in that unit; `start`: the calendar year of t = 1; `years`.
/// - `plan`: `paths`, `seed`, `band_paths` (bands by year and IRR come from the first of the paths), `twin`.
/// - `revenue`, by stream: local revenue by year t = 1..T: `mean`, `se`, `q05`, `q50`, `q95`, `twin` (of the
/// deterministic
///   twin), and with a park `gross`, `central` and `province` `{mean, se}`. With feedback it stands in each scheme.
/// - `schemes`, by id: `parties`, `acceptance`, `total_npv`, and `nash`, `jain`, `ratio_change` (in percentage
///   points), each null where it does not exist.
/// - a party: `npv` (with `p_negative`, `p_below_reservation`, `cvar05`), `payback`, `irr` (a quantile is null where
/// cash
///   flow never changes sign just once; `none`: share of such paths), `cash_flow` (t = 0..T), `accrual` (t = 1..T),
///   `p_leave` (t = 0..T-1), `floor_calls` and `broken_promises` (mean per path), `cap_year` where there is a cap, and
///   `statistics` where credit is shared.
/// - `payback` and `cap_year` count years from signing, t = 0; a quantile is null for "never"; `never` is a share of
/// paths.
/// - `comparisons`: scheme `a` against `b` for one party on the same futures.
/// - `precision`, where one was asked for: what was `asked`, whether it was `reached`, `looks`, and `gain`: so many
/// times
///   as many paths it would have taken without control variates. Comparisons then have a `verdict`: `a_better`,
///   `b_better`, `too_close`, or `open` where the paths ran out.
///
/// `se` is the Monte Carlo standard error of the mean beside it (of `never`, in a spread of years); `errors` holds
/// those of all other estimates by their names. Every number is finite; the results do not depend on the number of
/// threads.
[[nodiscard]] Json to_json(const run::Scenario& scenario, const run::Outcome& outcome);

/// The part of it that tells of the scenario.
[[nodiscard]] Json to_json(const run::Scenario& scenario);

[[nodiscard]] Json to_json(const Text& text);

/// What JSON of a study begins with: `shanhai`, `scenario`, and `plan` {paths, seed}.
[[nodiscard]] Json study_json(const run::Scenario& scenario, const run::Plan& plan);

/// A number; null where it is infinite or undefined, which JSON does not know.
[[nodiscard]] Json number_json(double value);

/// An estimate as {value, se}.
[[nodiscard]] Json estimate_json(const run::Estimate& estimate);

/// As text, indented and ended by a line break.
[[nodiscard]] std::string written(const Json& json);

}  // namespace shanhai::memo
