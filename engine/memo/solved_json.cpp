#include "memo/solved_json.hpp"

#include <array>
#include <cmath>

namespace shanhai::memo {

namespace {

Json values_at(const SolvedPage& page, double place) {
  Json values = Json::object();
  for (const sweep::Key& key : page.vary.keys()) {
    values[key.path] = value_at(key, place);
  }
  return values;
}

Json errors_of(const SolvedPage& page, double error) {
  Json errors = Json::object();
  for (const sweep::Key& key : page.vary.keys()) {
    errors[key.path] = number_json(std::abs(key.to - key.from) * error);
  }
  return errors;
}

Json solution_json(const SolvedPage& page, const study::Solution& solution) {
  Json result{{"values", values_at(page, solution.place)},
              {"errors", errors_of(page, solution.error)},
              {"value", number_json(solution.figure.value)},
              {"se", number_json(solution.figure.error)}};
  if (page.want.relation != study::Want::Relation::equal) {
    result["met_beyond"] = solution.beyond;
  }
  result["acceptance"] = estimate_json(solution.outcome.acceptance);
  for (std::size_t party = 0; party < solution.outcome.parties.size(); ++party) {
    const run::PartyOutcome& of = solution.outcome.parties[party];
    result["parties"][page.scenario.parties[party].id] = {
        {"npv", estimate_json(of.npv.mean)}, {"p_below_reservation", estimate_json(of.p_below_reservation)}};
  }
  return result;
}

}  // namespace

Json to_json(const SolvedPage& page) {
  constexpr std::array relations{"=", ">=", "<="};
  Json keys = Json::object();
  for (const sweep::Key& key : page.vary.keys()) {
    keys[key.path] = {key.from, key.to};
  }
  Json scan = Json::array();
  for (const study::Trial& trial : page.solved.scan) {
    scan.push_back({{"values", values_at(page, trial.place)},
                    {"value", number_json(trial.figure.value)},
                    {"se", number_json(trial.figure.error)}});
  }
  Json solutions = Json::array();
  for (const study::Solution& solution : page.solved.solutions) {
    solutions.push_back(solution_json(page, solution));
  }
  Json json = study_json(page.scenario, page.plan);
  json["scheme"] = page.scenario.schemes[page.scheme].id;
  json["figure"] = page.want.figure.name;
  json["wanted"] = {{"relation", relations[static_cast<std::size_t>(page.want.relation)]}, {"value", page.want.value}};
  json["keys"] = std::move(keys);
  json["scan"] = std::move(scan);
  json["solutions"] = std::move(solutions);
  return json;
}

}  // namespace shanhai::memo
