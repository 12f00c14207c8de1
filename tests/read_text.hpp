#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace shanhai {

inline std::string text_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// The texts of all scenarios that come with the program, and of those of the tests.
inline std::vector<std::string> example_texts() {
  const std::filesystem::path root(SHANHAI_SOURCE_DIR);
  std::vector<std::string> texts{text_of(root / "tests/hostile/base_table.yaml"),
                                 text_of(root / "tests/hostile/base_park.yaml")};
  for (const char* const folder : {"scenarios", "tests/input/good"}) {
    for (const auto& file : std::filesystem::directory_iterator(root / folder)) {
      texts.push_back(text_of(file.path()));
    }
  }
  return texts;
}

}  // namespace shanhai
