#include "memo/explain_json.hpp"

#include "memo/version.hpp"

namespace shanhai::memo {

namespace {

using run::ClauseTrace;
using run::Movement;
using run::YearTrace;

Json movement_json(const run::Scenario& scenario, const Movement& movement) {
  return {{"account", to_json(movement.account.text())},
          {"party", movement.party ? Json(scenario.parties[*movement.party].id) : Json(nullptr)},
          {"amount", movement.amount}};
}

Json clause_json(const run::Scenario& scenario, const ClauseTrace& clause) {
  Json movements = Json::array();
  for (const Movement& movement : clause.movements) {
    movements.push_back(movement_json(scenario, movement));
  }
  return {{"clause", clause.key},
          {"pool_before", clause.pool_before},
          {"pool_after", clause.pool_after},
          {"movements", std::move(movements)}};
}

Json cash_flow_json(const run::Scenario& scenario, const YearTrace& trace) {
  Json result = Json::object();
  for (std::size_t party = 0; party < trace.total.size(); ++party) {
    Json parts = Json::array();
    for (const Movement& part : trace.cash_flow[party]) {
      parts.push_back({{"account", to_json(part.account.text())}, {"amount", part.amount}});
    }
    result[scenario.parties[party].id] = {{"parts", std::move(parts)}, {"total", trace.total[party]}};
  }
  return result;
}

void add_revenue(Json& year, const run::Scenario& scenario, const YearTrace& trace) {
  if (scenario.has_park()) {
    year["park"] = {
        {"firms", trace.firms}, {"arrivals", trace.arrivals}, {"land", trace.land}, {"output", trace.output}};
  }
  const auto streams = scenario.streams();
  for (std::size_t stream = 0; stream < streams.size(); ++stream) {
    year["revenue"][streams[stream].first] = trace.revenue[stream];
  }
  year["pool"] = trace.pool;
  year["clauses"] = Json::array();
  for (const ClauseTrace& clause : trace.clauses) {
    year["clauses"].push_back(clause_json(scenario, clause));
  }
}

Json year_json(const run::Scenario& scenario, const YearTrace& trace) {
  Json year{{"year", trace.year}, {"clock", trace.clock}};
  if (trace.year > 0) {
    add_revenue(year, scenario, trace);
  }
  year["cash_flow"] = cash_flow_json(scenario, trace);
  return year;
}

Json drawn_json(const Future& future) {
  Json drawn = Json::object();
  for (std::size_t number = 0; number < future.drawn.size(); ++number) {
    drawn[future.scenario->uncertain[number].name] = future.drawn[number];
  }
  return drawn;
}

}  // namespace

Json to_json(const Future& future, std::optional<std::size_t> only) {
  const run::Scenario& scenario = *future.scenario;
  Json years = Json::array();
  for (std::size_t t = only.value_or(0); t < (only ? *only + 1 : future.years.size()); ++t) {
    years.push_back(year_json(scenario, future.years[t]));
  }
  Json value = Json::object();
  for (std::size_t party = 0; party < scenario.parties.size(); ++party) {
    value[scenario.parties[party].id] = {{"discount_rate", future.rate(party)}, {"npv", future.npv(party)}};
  }
  return {{"shanhai", version()},
          {"scenario", to_json(scenario)},
          {"scheme", scenario.schemes[future.scheme].id},
          {"plan", {{"seed", future.plan.seed}, {"path", future.path}, {"twin", future.plan.twin}}},
          {"drawn", drawn_json(future)},
          {"years", std::move(years)},
          {"value", std::move(value)}};
}

}  // namespace shanhai::memo
