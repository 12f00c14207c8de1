#include "memo/spreads_json.hpp"

namespace shanhai::memo {

Json to_json(const run::Scenario& scenario, const run::Plan& plan, const Spreads& spreads) {
  Json json = study_json(scenario, plan);
  for (const study::SpreadOf& one : spreads) {
    Json of{{"npv", estimate_json(one.npv)}, {"sd", number_json(one.sd)}};
    for (const study::Influence& number : one.numbers) {
      of["numbers"][number.name] = {{"first", estimate_json(number.first)},
                                    {"total", estimate_json(number.total)},
                                    {"low", estimate_json(number.ends.low)},
                                    {"high", estimate_json(number.ends.high)}};
    }
    of["fortune"] = estimate_json(one.fortune);
    json["schemes"][scenario.schemes[one.scheme].id]["parties"][scenario.parties[one.party].id] = std::move(of);
  }
  return json;
}

}  // namespace shanhai::memo
