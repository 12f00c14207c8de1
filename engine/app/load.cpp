#include "app/load.hpp"

#include "app/read_file.hpp"
#include "input/scenario.hpp"

namespace shanhai::app {

Loaded load_scenario(const std::string& file) {
  OrFault<std::string> text = read_file(file);
  if (auto* fault = std::get_if<Fault>(&text)) {
    return std::move(*fault);
  }
  input::ScenarioReading reading = input::read_scenario(std::get<std::string>(text));
  if (!reading.scenario) {
    return BadScenario{file, std::get<std::string>(std::move(text)), std::move(reading.diagnostics)};
  }
  return *std::move(reading.scenario);
}

}  // namespace shanhai::app
