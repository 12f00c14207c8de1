#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <string>
#include <vector>

namespace shanhai {

inline std::string text_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// The scenarios in folders of the project, not in those below them, by name.
inline std::vector<std::filesystem::path> scenario_files(std::initializer_list<const char*> folders) {
  std::vector<std::filesystem::path> files;
  for (const char* const folder : folders) {
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(SHANHAI_SOURCE_DIR) / folder)) {
      if (entry.path().extension() == ".yaml") {
        files.push_back(entry.path());
      }
    }
  }
  std::ranges::sort(files);
  return files;
}

/// All that come with the program.
inline std::vector<std::filesystem::path> shipped_scenarios() {
  return scenario_files({"scenarios", "scenarios/agreements", "scenarios/backtests", "scenarios/parks"});
}

/// Texts of scenarios that together use all of the language, and all that the tests share.
inline std::vector<std::string> example_texts() {
  std::vector<std::string> texts;
  for (const std::filesystem::path& file : scenario_files({"scenarios", "scenarios/parks", "tests/input/good"})) {
    texts.push_back(text_of(file));
  }
  const std::filesystem::path root(SHANHAI_SOURCE_DIR);
  texts.push_back(text_of(root / "tests/hostile/base_table.yaml"));
  texts.push_back(text_of(root / "tests/hostile/base_park.yaml"));
  return texts;
}

}  // namespace shanhai
