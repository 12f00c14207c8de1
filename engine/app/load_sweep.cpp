#include "app/load_sweep.hpp"

#include <filesystem>

#include "app/read_file.hpp"
#include "document/document.hpp"
#include "input/scenario.hpp"
#include "sweep/read_sweep.hpp"

namespace shanhai::app {

namespace {

std::string beside(const std::string& file, const std::string& named) {
  return (std::filesystem::path(file).parent_path() / named).string();
}

}  // namespace

std::variant<SweepFiles, BadScenario, Fault> load_sweep(const std::string& file) {
  OrFault<std::string> text = read_file(file);
  if (auto* fault = std::get_if<Fault>(&text)) {
    return std::move(*fault);
  }
  SweepFiles files;
  files.text = std::get<std::string>(std::move(text));
  sweep::SweepReading reading = sweep::read_sweep(files.text);
  if (!reading.sweep) {
    return BadScenario{file, files.text, std::move(reading.diagnostics)};
  }
  files.sweep = *std::move(reading.sweep);
  const std::string base = beside(file, files.sweep.base);
  OrFault<std::string> base_text = read_file(base);
  if (auto* fault = std::get_if<Fault>(&base_text)) {
    return std::move(*fault);
  }
  files.base_text = std::get<std::string>(std::move(base_text));
  input::ScenarioReading scenario = input::read_scenario(files.base_text);
  if (!scenario.scenario) {
    return BadScenario{base, files.base_text, std::move(scenario.diagnostics)};
  }
  files.scenario = *std::move(scenario.scenario);
  files.base = *document::parse(files.base_text).root;
  std::vector<Diagnostic> faults = sweep::faults_of_keys(files.sweep, files.base);
  if (!faults.empty()) {
    return BadScenario{file, files.text, std::move(faults)};
  }
  return files;
}

}  // namespace shanhai::app
