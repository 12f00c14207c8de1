#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "read_text.hpp"
#include <catch2/catch.hpp>

#include "document/document.hpp"
#include "input/scenario.hpp"

using namespace shanhai;
namespace fs = std::filesystem;

namespace {

/// A key of a scenario, and where it is written.
struct Key {
  std::string text;
  Place place;
};

// Keys of `sources` are paths, and names that nothing refers to may be anything; the first level of these maps is free.
bool names_are_free(std::string_view key) {
  constexpr std::array<std::string_view, 7> free{
      "sources", "parties", "schemes", "table", "sectors", "taxes", "events"};
  return std::ranges::find(free, key) != free.end();
}

void collect(const document::Node& node, bool free, std::vector<Key>& out) {
  for (const document::Node::Entry& entry : node.entries) {
    const bool years = entry.key.find_first_not_of("0123456789-") == std::string::npos;
    if (!free && !years) {
      out.push_back({entry.key, entry.place});
    }
    if (entry.key != "sources") {
      collect(entry.value, names_are_free(entry.key), out);
    }
  }
  for (const document::Node& item : node.items) {
    collect(item, false, out);
  }
}

std::vector<Key> keys_of(const std::string& text) {
  std::vector<Key> keys;
  collect(*document::parse(text).root, false, keys);
  return keys;
}

std::size_t offset_of(const std::string& text, Place place) {
  std::size_t offset = 0;
  for (std::size_t line = 1; line < place.line; ++line) {
    offset = text.find('\n', offset) + 1;
  }
  for (std::size_t column = 1; column < place.column; ++column) {
    do {
      ++offset;
    } while ((static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U);
  }
  return offset;
}

// A letter too many, too few, another, or two in the wrong order; where in the key is taken from `turn`.
std::vector<std::string> typos(const std::string& key, std::size_t turn) {
  const std::size_t at = turn % key.size();
  std::string longer = key;
  longer.insert(at, 1, 'x');
  std::string other = key;
  other[at] = other[at] == 'q' ? 'k' : 'q';
  std::vector<std::string> result{longer, other};
  if (key.size() > 2) {
    result.push_back(key.substr(0, at) + key.substr(at + 1));
  }
  const std::size_t left = turn % std::max<std::size_t>(key.size() - 1, 1);
  std::string swapped = key;
  if (key.size() > 1 && key[left] != key[left + 1]) {
    std::swap(swapped[left], swapped[left + 1]);
    result.push_back(swapped);
  }
  return result;
}

// Together they use most of the language.
std::vector<fs::path> varied() {
  std::vector<fs::path> files = scenario_files({"scenarios"});
  for (const char* const name : {"parks/wuyi-haining", "agreements/zibo-2022", "agreements/zhenhai-longyou-2019"}) {
    files.push_back(fs::path(SHANHAI_SOURCE_DIR) / "scenarios" / (name + std::string(".yaml")));
  }
  return files;
}

// Whether a fault stands at the key's line and names the misspelling; of long keys it must also name the right one.
bool explained(const std::vector<Diagnostic>& faults, const Key& key, const std::string& typo) {
  return std::ranges::any_of(faults, [&](const Diagnostic& one) {
    const bool here = one.place == key.place && one.message.en.find('\'' + typo + '\'') != std::string::npos;
    return here && (key.text.size() < 4 || one.help.en.find('\'' + key.text + '\'') != std::string::npos);
  });
}

void check_typos(const std::string& text, const Key& key, std::size_t turn) {
  const std::size_t at = offset_of(text, key.place);
  REQUIRE(text.compare(at, key.text.size(), key.text) == 0);
  for (const std::string& typo : typos(key.text, turn)) {
    std::string bad = text;
    bad.replace(at, key.text.size(), typo);
    const input::ScenarioReading reading = input::read_scenario(bad);
    INFO(typo << '\n' << render(reading.diagnostics, "scenario", bad, Language::en));
    CHECK_FALSE(reading.scenario);
    CHECK(explained(reading.diagnostics, key, typo));
  }
}

}  // namespace

TEST_CASE("A typo in any key of a shipped scenario is refused at its place", "[input][message]") {
  REQUIRE(varied().size() >= 5);
  for (const fs::path& file : varied()) {
    DYNAMIC_SECTION(file.stem().string()) {
      std::ifstream stream(file, std::ios::binary);
      const std::string text{std::istreambuf_iterator<char>(stream), {}};
      const std::vector<Key> keys = keys_of(text);
      REQUIRE(keys.size() > 20);
      for (std::size_t turn = 0; turn < keys.size(); ++turn) {
        check_typos(text, keys[turn], turn);
      }
    }
  }
}
