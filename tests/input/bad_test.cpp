#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "core/diagnostic.hpp"
#include "input/scenario.hpp"

using namespace shanhai;
namespace fs = std::filesystem;

namespace {

const fs::path folder = fs::path(SHANHAI_SOURCE_DIR) / "tests/input/bad";

std::string content(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<fs::path> cases() {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml") {
      files.push_back(entry.path());
    }
  }
  std::ranges::sort(files);
  return files;
}

// Where two texts part, line by line; empty when they are the same.
std::string difference(const std::string& approved, const std::string& actual) {
  std::istringstream left(approved);
  std::istringstream right(actual);
  std::string result;
  for (std::string was, is; left || right; was.clear(), is.clear()) {
    std::getline(left, was);
    std::getline(right, is);
    if (was != is) {
      result.append("  - ").append(was).append("\n  + ").append(is).append("\n");
    }
  }
  return result.empty() && approved != actual ? "  the ends of lines differ\n" : result;
}

// With SHANHAI_APPROVE set in the environment, what is rendered becomes what is expected: review it, then commit it.
bool approving() {
  return std::getenv("SHANHAI_APPROVE") != nullptr;
}

void check(const fs::path& file,
           const std::vector<Diagnostic>& diagnostics,
           const std::string& text,
           Language language) {
  fs::path approved = file;
  approved.replace_extension(language == Language::zh ? ".zh.txt" : ".en.txt");
  const std::string actual = render(diagnostics, file.filename().string(), text, language);
  if (approving()) {
    std::ofstream(approved, std::ios::binary) << actual;
  }
  INFO(approved.string() << '\n' << difference(content(approved), actual));
  CHECK(content(approved) == actual);
}

}  // namespace

TEST_CASE("Each bad scenario is refused with these words", "[input][message]") {
  REQUIRE(cases().size() > 80);
  for (const fs::path& file : cases()) {
    DYNAMIC_SECTION(file.stem().string()) {
      const std::string text = content(file);
      const input::ScenarioReading reading = input::read_scenario(text);
      CHECK_FALSE(reading.scenario);
      REQUIRE_FALSE(reading.diagnostics.empty());
      check(file, reading.diagnostics, text, Language::en);
      check(file, reading.diagnostics, text, Language::zh);
    }
  }
}

TEST_CASE("Every approved message belongs to a bad scenario", "[input][message]") {
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    INFO(name);
    CHECK((entry.path().extension() == ".yaml" || fs::exists(folder / (name.substr(0, name.find('.')) + ".yaml"))));
  }
}
