#include "levels/levels.hpp"

#include <algorithm>

#include "read_text.hpp"
#include <catch2/catch.hpp>

#include "input/scenario.hpp"
#include "run/outcome_bits.hpp"

namespace shanhai::levels {
namespace {

run::Plan plan(std::uint64_t seed, unsigned threads, std::size_t block) {
  run::Plan plan;
  plan.seed = seed;
  plan.paths = 2500;
  plan.band_paths = 1500;
  plan.threads = threads;
  plan.block = block;
  return plan;
}

std::vector<std::uint64_t> bits(Level level, const run::Scenario& scenario, const run::Plan& plan) {
  run::Watch watch;
  return run::OutcomeBits(std::get<run::Outcome>(run(level, scenario, plan, watch))).bits;
}

}  // namespace

TEST_CASE("Every level gives the same bits, for any threads and blocks", "[levels]") {
  std::vector<std::string> texts = example_texts();
  texts.push_back(text_of(std::filesystem::path(SHANHAI_SOURCE_DIR) / "bench/reference.yaml"));
  for (const std::string& text : texts) {
    const input::ScenarioReading reading = input::read_scenario(text);
    const std::vector<std::uint64_t> expected = bits(Level::baseline, *reading.scenario, plan(7, 1, 256));
    REQUIRE(expected.size() > 20);
    for (const Level level : levels_here()) {
      INFO(name_of(level) << ", " << reading.scenario->title.en);
      CHECK(bits(level, *reading.scenario, plan(7, 1, 256)) == expected);
      CHECK(bits(level, *reading.scenario, plan(7, 2, 1024)) == expected);
      CHECK(bits(level, *reading.scenario, plan(7, 5, 7)) == expected);
    }
    CHECK(bits(Level::baseline, *reading.scenario, plan(8, 1, 256)) != expected);
    run::Plan precise = plan(7, 2, 256);
    precise.precision = 0.001;
    const std::vector<std::uint64_t> sharpened = bits(Level::baseline, *reading.scenario, precise);
    CHECK(sharpened != expected);
    for (const Level level : levels_here()) {
      CHECK(bits(level, *reading.scenario, precise) == sharpened);
    }
  }
}

TEST_CASE("A level is offered where the processor has it", "[levels]") {
  const std::vector<Level> here = levels_here();
  CHECK(here.front() == Level::baseline);
#ifdef SHANHAI_LEVELS
  const std::string processor = text_of("/proc/cpuinfo");
  const auto offered = [&](Level level) {
    return std::ranges::count(here, level) == 1;
  };
  CHECK(offered(Level::avx2) == (processor.find(" avx2 ") != std::string::npos));
  CHECK(offered(Level::avx512) == (processor.find(" avx512dq ") != std::string::npos));
#endif
}

}  // namespace shanhai::levels
