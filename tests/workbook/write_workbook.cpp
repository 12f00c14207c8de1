// Runs a scenario and writes what came out as JSON and as workbooks, for recalculate.py:
// write_workbook SCENARIO FOLDER PATHS [twin|precision]

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

#include "input/scenario.hpp"
#include "memo/json.hpp"
#include "run/run.hpp"
#include "workbook/briefing_workbook.hpp"

namespace {

using namespace shanhai;

std::string read(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool write(const std::string& file, const std::string& content) {
  std::ofstream out(file, std::ios::binary);
  out << content;
  return static_cast<bool>(out.flush());
}

}  // namespace

int main(int count, char** words) {
  if (count < 4) {
    std::cerr << "write_workbook SCENARIO FOLDER PATHS [twin|precision]\n";
    return 2;
  }
  const std::string folder = words[2];
  const std::string_view how = count > 4 ? words[4] : "";
  const input::ScenarioReading reading = input::read_scenario(read(words[1]));
  if (!reading.scenario) {
    std::cerr << "the scenario has faults\n";
    return 2;
  }
  run::Plan plan;
  plan.seed = reading.scenario->seed;
  plan.paths = std::strtoull(words[3], nullptr, 10);
  plan.twin = how == "twin";
  if (how == "precision") {
    plan.precision = 0.01;
  }
  run::Watch watch;
  const run::Result result = run::run(*reading.scenario, plan, watch);
  const auto* outcome = std::get_if<run::Outcome>(&result);
  if (outcome == nullptr) {
    std::cerr << "the run failed\n";
    return 3;
  }
  bool well = write(folder + "/run.json", memo::written(memo::to_json(*reading.scenario, *outcome)));
  for (const auto& [language, name] : {std::pair{Language::zh, "zh"}, std::pair{Language::en, "en"}}) {
    const auto book = workbook::briefing_workbook(*reading.scenario, *outcome, language);
    well = well && std::holds_alternative<std::string>(book) &&
           write(folder + '/' + name + ".xlsx", std::get<std::string>(book));
  }
  return well ? 0 : 3;
}
