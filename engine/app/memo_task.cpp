#include "app/memo_task.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/sweep_plan.hpp"
#include "memo/version.hpp"

namespace shanhai::app {

namespace {

using Json = nlohmann::ordered_json;

Fault no_proof() {
  return {
      exit_code::user,
      {"文件所附的测算依据不完整或被改动，无法复算",
       "what the file says its figures follow from is incomplete or was changed, so they cannot be reckoned again"}};
}

/// The options of a proof; nothing where they are not as they were written.
bool read_options(const std::string& text, MemoTask& task, std::string& sweep) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("paths") || !json.contains("seed") || !json.contains("weights")) {
    return false;
  }
  const Json& weights = json["weights"];
  if (!json["paths"].is_number_unsigned() || !json["seed"].is_number_unsigned() || !weights.is_array() ||
      weights.size() != task.weights.size() ||
      !std::ranges::all_of(weights, [](const Json& one) { return one.is_number() && one.get<double>() >= 0; })) {
    return false;
  }
  task.plan.paths = json["paths"].get<std::uint64_t>();
  task.plan.seed = json["seed"].get<std::uint64_t>();
  std::ranges::transform(weights, task.weights.begin(), [](const Json& one) { return one.get<double>(); });
  sweep = json.value("sweep", std::string());
  return task.plan.paths > 0 && task.plan.paths <= most_paths;
}

}  // namespace

paper::Proof proof_of(const MemoTask& task) {
  Json options{{"paths", task.plan.paths}, {"seed", task.plan.seed}, {"weights", task.weights}};
  if (task.sweep) {
    options["sweep"] = task.sweep->text;
  }
  return {std::string(memo::version()), task.written.text, task.written.scenario.hash, options.dump()};
}

std::variant<MemoTask, BadScenario, Fault> task_of(const paper::Proof& proof) {
  auto judged = judge_scenario("scenario.yaml", proof.scenario);
  if (auto* bad = std::get_if<BadScenario>(&judged)) {
    return std::move(*bad);
  }
  MemoTask task;
  task.written = std::get<WrittenScenario>(std::move(judged));
  std::string sweep;
  if (task.written.scenario.hash != proof.hash || !read_options(proof.options, task, sweep)) {
    return no_proof();
  }
  if (!sweep.empty()) {
    auto files = judge_sweep({"sweep.yaml", sweep, "scenario.yaml", task.written.text});
    if (auto* bad = std::get_if<BadScenario>(&files)) {
      return std::move(*bad);
    }
    task.sweep = std::get<SweepFiles>(std::move(files));
  }
  return task;
}

}  // namespace shanhai::app
