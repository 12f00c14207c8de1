#include "memo/json.hpp"

#include <cmath>

#include "memo/version.hpp"

namespace shanhai::memo {

namespace {

using run::Estimate;

Json list_of(const std::vector<Estimate>& estimates, double Estimate::*part) {
  Json list = Json::array();
  for (const Estimate& estimate : estimates) {
    list.push_back(number_json(estimate.*part));
  }
  return list;
}

Json values(const std::vector<Estimate>& estimates) {
  return list_of(estimates, &Estimate::value);
}

Json errors(const std::vector<Estimate>& estimates) {
  return list_of(estimates, &Estimate::error);
}

Json yearly(const std::vector<Estimate>& estimates) {
  return {{"mean", values(estimates)}, {"se", errors(estimates)}};
}

/// Adds an estimate under its name, and its error among the errors.
void add(Json& object, const char* name, const Estimate& estimate) {
  object[name] = number_json(estimate.value);
  object["errors"][name] = number_json(estimate.error);
}

void add(Json& object, const char* name, const std::vector<Estimate>& estimates) {
  object[name] = values(estimates);
  object["errors"][name] = errors(estimates);
}

/// The errors belong behind the estimates.
Json with_errors_last(Json object) {
  Json errors = std::move(object["errors"]);
  object.erase("errors");
  object["errors"] = std::move(errors);
  return object;
}

Json spread(const run::Spread& spread) {
  Json object{{"mean", number_json(spread.mean.value)}};
  add(object, "sd", spread.sd);
  object["se"] = number_json(spread.mean.error);
  add(object, "q05", spread.q05);
  add(object, "q25", spread.q25);
  add(object, "q50", spread.q50);
  add(object, "q75", spread.q75);
  add(object, "q95", spread.q95);
  return object;
}

Json npv(const run::PartyOutcome& party) {
  Json object = spread(party.npv);
  add(object, "p_negative", party.p_negative);
  add(object, "p_below_reservation", party.p_below_reservation);
  add(object, "cvar05", party.cvar05);
  return with_errors_last(std::move(object));
}

Json bands(const run::Bands& bands) {
  Json object = yearly(bands.mean);
  add(object, "q05", bands.q05);
  add(object, "q50", bands.q50);
  add(object, "q95", bands.q95);
  return with_errors_last(std::move(object));
}

Json year_or_never(const std::optional<int>& year) {
  return year ? Json(*year) : Json(nullptr);
}

Json years(const run::YearSpread& spread) {
  return {{"q05", year_or_never(spread.q05)},
          {"q25", year_or_never(spread.q25)},
          {"q50", year_or_never(spread.q50)},
          {"q75", year_or_never(spread.q75)},
          {"q95", year_or_never(spread.q95)},
          {"never", number_json(spread.never.value)},
          {"se", number_json(spread.never.error)}};
}

void add(Json& object, const char* name, const std::optional<Estimate>& estimate) {
  if (estimate) {
    add(object, name, *estimate);
  } else {
    object[name] = nullptr;
  }
}

Json rates(const run::RateSpread& spread) {
  Json object = Json::object();
  add(object, "q05", spread.q05);
  add(object, "q50", spread.q50);
  add(object, "q95", spread.q95);
  add(object, "none", spread.none);
  return with_errors_last(std::move(object));
}

Json party_json(const run::PartyOutcome& party) {
  Json object{{"npv", npv(party)},
              {"payback", years(party.payback)},
              {"irr", rates(party.irr)},
              {"cash_flow", bands(party.cash_flow)},
              {"accrual", yearly(party.accrual)},
              {"p_leave", yearly(party.p_leave)}};
  add(object, "floor_calls", party.floor_calls);
  add(object, "broken_promises", party.broken_promises);
  if (party.cap_year) {
    object["cap_year"] = years(*party.cap_year);
  }
  if (party.output_credit) {
    object["statistics"]["output"] = yearly(*party.output_credit);
  }
  if (party.value_added_credit) {
    object["statistics"]["value_added"] = yearly(*party.value_added_credit);
  }
  return with_errors_last(std::move(object));
}

Json scheme_json(const run::Scenario& scenario, const run::SchemeOutcome& scheme) {
  Json parties = Json::object();
  for (std::size_t p = 0; p < scheme.parties.size(); ++p) {
    parties[scenario.parties[p].id] = party_json(scheme.parties[p]);
  }
  Json object{{"parties", std::move(parties)}};
  add(object, "acceptance", scheme.acceptance);
  object["total_npv"] = with_errors_last(spread(scheme.total_npv));
  add(object, "nash", scheme.nash);
  add(object, "jain", scheme.jain);
  add(object, "ratio_change", scheme.ratio_change);
  return with_errors_last(std::move(object));
}

Json stream_json(const run::StreamOutcome& stream) {
  Json object = bands(stream.local);
  const auto add_level = [&object](const char* name, const std::vector<Estimate>& level) {
    if (!level.empty()) {
      object[name] = yearly(level);
    }
  };
  add_level("gross", stream.gross);
  add_level("central", stream.central);
  add_level("province", stream.province);
  object["twin"] = stream.twin;
  return object;
}

Json streams_json(const std::vector<run::StreamOutcome>& streams) {
  Json object = Json::object();
  for (const run::StreamOutcome& stream : streams) {
    object[stream.id] = stream_json(stream);
  }
  return object;
}

Json comparison_json(const run::Scenario& scenario, const run::Comparison& comparison) {
  Json object{{"a", scenario.schemes[comparison.a].id},
              {"b", scenario.schemes[comparison.b].id},
              {"party", scenario.parties[comparison.party].id},
              {"mean_difference", number_json(comparison.mean_difference.value)},
              {"se", number_json(comparison.mean_difference.error)},
              {"ci95", {number_json(comparison.ci_low), number_json(comparison.ci_high)}}};
  add(object, "p_a_better", comparison.p_a_better);
  add(object, "p_tie", comparison.p_tie);
  if (comparison.verdict) {
    object["verdict"] = words_of(*comparison.verdict)[static_cast<std::size_t>(*comparison.verdict)];
  }
  return with_errors_last(std::move(object));
}

Json realised_json(const run::Realised& figure, const run::RealisedOutcome& among) {
  const int last = figure.years.last;
  Json object{{"name", to_json(figure.name)},
              {"quantity", words_of(figure.quantity)[static_cast<std::size_t>(figure.quantity)]},
              {"years", {figure.years.first, last == YearRange::forever ? Json(nullptr) : Json(last)}},
              {"value", figure.value},
              {"mean", number_json(among.mean.value)},
              {"se", number_json(among.mean.error)}};
  add(object, "q05", among.q05);
  add(object, "q25", among.q25);
  add(object, "q50", among.q50);
  add(object, "q75", among.q75);
  add(object, "q95", among.q95);
  add(object, "below", among.below);
  return with_errors_last(std::move(object));
}

Json precision_json(const run::Precision& precision) {
  return {{"asked", precision.asked},
          {"reached", precision.reached},
          {"looks", precision.looks},
          {"gain", number_json(precision.gain)}};
}

Json plan_json(const run::Plan& plan) {
  return {{"paths", plan.paths}, {"seed", plan.seed}, {"band_paths", plan.band_paths}, {"twin", plan.twin}};
}

}  // namespace

Json number_json(double value) {
  return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json estimate_json(const run::Estimate& estimate) {
  return {{"value", number_json(estimate.value)}, {"se", number_json(estimate.error)}};
}

Json study_json(const run::Scenario& scenario, const run::Plan& plan) {
  return {
      {"shanhai", version()}, {"scenario", to_json(scenario)}, {"plan", {{"paths", plan.paths}, {"seed", plan.seed}}}};
}

Json to_json(const Text& text) {
  return {{"zh", text.zh}, {"en", text.en}};
}

Json to_json(const run::Scenario& scenario) {
  Json parties = Json::object();
  for (const run::Party& party : scenario.parties) {
    parties[party.id] = to_json(party.name);
  }
  Json schemes = Json::object();
  for (const scheme::Scheme& scheme : scenario.schemes) {
    schemes[scheme.id] = to_json(scheme.name);
  }
  Json streams = Json::object();
  for (const auto& [id, name] : scenario.streams()) {
    streams[id] = to_json(name);
  }
  return {{"title", to_json(scenario.title)},
          {"hash", scenario.hash},
          {"currency", {{"code", scenario.currency.code}, {"unit", scenario.currency.unit}}},
          {"start", scenario.horizon.start},
          {"years", scenario.horizon.years},
          {"parties", std::move(parties)},
          {"schemes", std::move(schemes)},
          {"streams", std::move(streams)}};
}

Json to_json(const run::Scenario& scenario, const run::Outcome& outcome) {
  Json json{{"shanhai", version()}, {"scenario", to_json(scenario)}, {"plan", plan_json(outcome.plan)}};
  const bool by_scheme = scenario.feedback.has_value();
  if (!by_scheme) {
    json["revenue"] = streams_json(outcome.revenue.front());
  }
  json["schemes"] = Json::object();
  for (std::size_t s = 0; s < outcome.schemes.size(); ++s) {
    Json scheme = scheme_json(scenario, outcome.schemes[s]);
    if (by_scheme) {
      scheme["revenue"] = streams_json(outcome.revenue[s]);
    }
    json["schemes"][outcome.schemes[s].id] = std::move(scheme);
  }
  json["comparisons"] = Json::array();
  for (const run::Comparison& comparison : outcome.comparisons) {
    json["comparisons"].push_back(comparison_json(scenario, comparison));
  }
  for (std::size_t figure = 0; figure < outcome.realised.size(); ++figure) {
    json["realised"].push_back(realised_json(scenario.realised[figure], outcome.realised[figure]));
  }
  if (outcome.precision) {
    json["precision"] = precision_json(*outcome.precision);
  }
  return json;
}

std::string written(const Json& json) {
  constexpr int indent = 2;
  return json.dump(indent, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace shanhai::memo
