// Where the time of a run goes, and which instructions it takes; one thread. What bench/floor.py measures with.
//
//   bench_kernel time  LEVEL PATHS SCENARIO   CPU seconds of the kernel and of the finishing statistics
//   bench_kernel count LEVEL PATHS SCENARIO   how often each instruction of the kernel runs for so many paths
//
// The kernel is economy, contracts and tallies of paths. It is taken in its stride: from the end of the first unit of
// paths on. To count, the processor's trap flag stops it after every instruction, which takes some ten microseconds
// each. Paths of which bands and rates of return are kept are not counted, for they are few; and what is done once a
// unit is counted in whole, though the paths be fewer.

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <link.h>
#include <x86intrin.h>

#include "input/scenario.hpp"
#include "levels/levels.hpp"
#include "stats/unit_moments.hpp"

extern "C" {
extern const char __executable_start;  // NOLINT(bugprone-reserved-identifier): names that the linker gives
extern const char etext;
}

namespace {

using namespace shanhai;

constexpr unsigned trap_flag = 0x100;

// What the functions without arguments of their own write: called amid a run, or by a signal.
double kernel_began = 0;
double kernel_ended = 0;
bool counting = false;
greg_t last_step = 0;
std::vector<std::uint32_t> counts;  // [address - __executable_start]
std::uint64_t elsewhere = 0;        // in other libraries

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

void take_time(std::uint64_t done) {
  (done == stats::unit_paths ? kernel_began : kernel_ended) = cpu_seconds();
}

// After every instruction while the flag is set: the context holds the address of the next.
void count_step(int /*signal*/, siginfo_t* /*info*/, void* context) {
  auto& registers = static_cast<ucontext_t*>(context)->uc_mcontext.gregs;
  if (!counting) {
    registers[REG_EFL] &= ~static_cast<greg_t>(trap_flag);
    return;
  }
  const greg_t next = registers[REG_RIP];
  if (next == std::exchange(last_step, next)) {
    return;  // a turn of a repeated instruction
  }
  const auto place = static_cast<std::size_t>(next) - reinterpret_cast<std::size_t>(&__executable_start);
  if (place < counts.size()) {
    ++counts[place];
  } else {
    ++elsewhere;
  }
}

void count_after_first_unit(std::uint64_t done) {
  counting = done == stats::unit_paths;
  if (counting) {
    __writeeflags(__readeflags() | trap_flag);
  }
}

// Of the program itself, which the system lists first: what separates addresses in memory from those in the file.
std::size_t load_address() {
  std::size_t address = 0;
  const auto first = [](dl_phdr_info* info, std::size_t /*size*/, void* found) {
    *static_cast<std::size_t*>(found) = info->dlpi_addr;
    return 1;
  };
  dl_iterate_phdr(first, &address);
  return address;
}

void print_counts(std::uint64_t paths) {
  const std::size_t start = reinterpret_cast<std::size_t>(&__executable_start) - load_address();
  std::cout << "{\"paths\": " << paths << ", \"elsewhere\": " << elsewhere << ", \"counts\": {";
  const char* comma = "";
  for (std::size_t place = 0; place < counts.size(); ++place) {
    if (counts[place] != 0) {
      std::cout << comma << '"' << start + place << "\": " << counts[place];
      comma = ", ";
    }
  }
  std::cout << "}}\n";
}

std::optional<levels::Level> level_named(std::string_view name) {
  for (const levels::Level level : levels::levels_here()) {
    if (levels::name_of(level) == name) {
      return level;
    }
  }
  return std::nullopt;
}

void time_run(levels::Level level, const run::Scenario& scenario, run::Plan plan, std::uint64_t paths) {
  plan.paths = paths;
  run::Watch watch;
  watch.advanced = take_time;
  const run::Result result = levels::run(level, scenario, plan, watch);
  const double ended = cpu_seconds();
  if (!std::holds_alternative<run::Outcome>(result)) {
    throw std::runtime_error("the run has no outcome");
  }
  std::cout << "{\"unit\": " << stats::unit_paths << ", \"paths\": " << paths
            << ", \"kernel\": " << kernel_ended - kernel_began << ", \"finishing\": " << ended - kernel_ended << "}\n";
}

void count_run(levels::Level level, const run::Scenario& scenario, run::Plan plan, std::uint64_t paths) {
  plan.paths = stats::unit_paths + std::min(paths, stats::unit_paths);
  plan.band_paths = 1;
  counts.resize(static_cast<std::size_t>(&etext - &__executable_start));

  struct sigaction action {};

  action.sa_sigaction = count_step;
  action.sa_flags = SA_SIGINFO;
  sigaction(SIGTRAP, &action, nullptr);
  run::Watch watch;
  watch.advanced = count_after_first_unit;
  static_cast<void>(levels::run(level, scenario, plan, watch));
  print_counts(plan.paths - stats::unit_paths);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "bench_kernel time|count LEVEL PATHS SCENARIO\n";
    return 2;
  }
  const std::string what = argv[1];
  const auto level = level_named(argv[2]);
  const std::uint64_t number = std::strtoull(argv[3], nullptr, 10);
  std::ifstream file(argv[4]);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const input::ScenarioReading reading = input::read_scenario(text);
  if (!level || !reading.scenario) {
    std::cerr << "not a level of this machine, or not a scenario\n";
    return 2;
  }
  (what == "time" ? time_run : count_run)(*level, *reading.scenario, {}, number);
}
