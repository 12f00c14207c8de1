#include "app/load_sweep.hpp"

#include <filesystem>

#include "app/read_file.hpp"
#include "sweep/read_sweep.hpp"

namespace shanhai::app {

namespace {

std::string beside(const std::string& file, const std::string& named) {
  return (std::filesystem::path(file).parent_path() / named).string();
}

std::variant<SweepTexts, BadScenario, Fault> read_texts(const std::string& file) {
  OrFault<std::string> text = read_file(file);
  if (auto* fault = std::get_if<Fault>(&text)) {
    return std::move(*fault);
  }
  SweepTexts texts{file, std::get<std::string>(std::move(text)), {}, {}};
  sweep::SweepReading reading = sweep::read_sweep(texts.text);
  if (!reading.sweep) {
    return BadScenario{file, texts.text, std::move(reading.diagnostics)};
  }
  texts.base_file = beside(file, reading.sweep->base);
  OrFault<std::string> base = read_file(texts.base_file);
  if (auto* fault = std::get_if<Fault>(&base)) {
    return std::move(*fault);
  }
  texts.base_text = std::get<std::string>(std::move(base));
  return texts;
}

}  // namespace

std::variant<SweepFiles, BadScenario> judge_sweep(SweepTexts texts) {
  sweep::SweepReading reading = sweep::read_sweep(texts.text);
  if (!reading.sweep) {
    return BadScenario{texts.file, texts.text, std::move(reading.diagnostics)};
  }
  auto judged = judge_scenario(texts.base_file, std::move(texts.base_text));
  if (auto* bad = std::get_if<BadScenario>(&judged)) {
    return std::move(*bad);
  }
  auto& base = std::get<WrittenScenario>(judged);
  std::vector<Diagnostic> faults = sweep::faults_of_keys(*reading.sweep, base.root);
  if (!faults.empty()) {
    return BadScenario{texts.file, texts.text, std::move(faults)};
  }
  return SweepFiles{std::move(texts.text),
                    *std::move(reading.sweep),
                    std::move(base.text),
                    std::move(base.root),
                    std::move(base.scenario)};
}

std::variant<SweepFiles, BadScenario, Fault> load_sweep(const std::string& file) {
  std::variant<SweepTexts, BadScenario, Fault> texts = read_texts(file);
  if (auto* fault = std::get_if<Fault>(&texts)) {
    return std::move(*fault);
  }
  if (auto* bad = std::get_if<BadScenario>(&texts)) {
    return std::move(*bad);
  }
  std::variant<SweepFiles, BadScenario> judged = judge_sweep(std::get<SweepTexts>(std::move(texts)));
  if (auto* bad = std::get_if<BadScenario>(&judged)) {
    return std::move(*bad);
  }
  return std::get<SweepFiles>(std::move(judged));
}

}  // namespace shanhai::app
