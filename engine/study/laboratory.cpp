#include "study/laboratory.hpp"

namespace shanhai::study {

Tried<run::Outcome> Laboratory::run(const run::Scenario& scenario, bool keep_npv) {
  run::Plan plan = plan_;
  plan.keep_npv = keep_npv;
  return try_run(scenario, plan);
}

Tried<run::Outcome> Laboratory::run_in_full(const run::Scenario& scenario) {
  run::Plan plan = plan_;
  plan.in_full = true;
  return try_run(scenario, plan);
}

Tried<run::Outcome> Laboratory::try_run(const run::Scenario& scenario, const run::Plan& plan) {
  run::Result result = levels::run(level_, scenario, plan, watch_);
  ++steps_->done;
  if (const auto* where = std::get_if<run::NonFinite>(&result)) {
    return Unusable{run::in_words(*where)};
  }
  if (std::holds_alternative<run::Cancelled>(result)) {
    return run::Cancelled{};
  }
  return std::get<run::Outcome>(std::move(result));
}

}  // namespace shanhai::study
