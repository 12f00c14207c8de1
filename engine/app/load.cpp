#include "app/load.hpp"

#include "app/read_file.hpp"
#include "document/document.hpp"
#include "input/scenario.hpp"

namespace shanhai::app {

std::variant<WrittenScenario, BadScenario> judge_scenario(const std::string& file, std::string text) {
  document::Document written = document::parse(text);
  if (!written.root) {
    return BadScenario{file, std::move(text), std::move(written.diagnostics)};
  }
  input::ScenarioReading reading = input::read_scenario(*written.root);
  if (!reading.scenario) {
    return BadScenario{file, std::move(text), std::move(reading.diagnostics)};
  }
  return WrittenScenario{std::move(text), *std::move(written.root), *std::move(reading.scenario)};
}

std::variant<WrittenScenario, BadScenario, Fault> load_written(const std::string& file) {
  OrFault<std::string> text = read_file(file);
  if (auto* fault = std::get_if<Fault>(&text)) {
    return std::move(*fault);
  }
  auto judged = judge_scenario(file, std::get<std::string>(std::move(text)));
  if (auto* bad = std::get_if<BadScenario>(&judged)) {
    return std::move(*bad);
  }
  return std::get<WrittenScenario>(std::move(judged));
}

Loaded load_scenario(const std::string& file) {
  auto loaded = load_written(file);
  if (auto* written = std::get_if<WrittenScenario>(&loaded)) {
    return std::move(written->scenario);
  }
  if (auto* bad = std::get_if<BadScenario>(&loaded)) {
    return std::move(*bad);
  }
  return std::get<Fault>(std::move(loaded));
}

}  // namespace shanhai::app
