#include "app/plan_options.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <thread>

#include <unistd.h>

#include "core/say.hpp"
#include "core/width.hpp"
#include "input/number_text.hpp"
#include "memo/figures.hpp"

namespace shanhai::app {

namespace {

constexpr std::uint64_t most_paths_by_default = 1'000'000;  // of a run to a precision
constexpr double spare_share = 0.8;                         // of memory; the rest is the system's

unsigned threads_of_machine() {
  return std::clamp(std::thread::hardware_concurrency(), 1U, static_cast<unsigned>(most_threads));
}

/// A number with two digits: what an estimate of cost deserves.
std::string roughly(double value) {
  constexpr int digits = 2;
  if (!(value > 0)) {
    return "0";
  }
  const int decimals = digits - 1 - static_cast<int>(std::floor(std::log10(value)));
  return memo::figure(value, std::min(decimals, digits));
}

}  // namespace

std::string memory_in_words(double bytes) {
  constexpr double step = 1000;
  constexpr std::array units{"kB", "MB", "GB", "TB", "PB", "EB"};
  double amount = bytes / step;
  std::size_t unit = 0;
  while (amount >= step && unit + 1 < units.size()) {
    amount /= step;
    ++unit;
  }
  return fmt::format("{} {}", roughly(amount), units[unit]);
}

Text time_in_words(double seconds) {
  constexpr double minute = 60;
  constexpr double hour = 3600;
  if (seconds < 1) {
    return {"不到 1 秒", "less than a second"};
  }
  if (seconds < 2 * minute) {
    return say({"约 {} 秒", "about {} s"}, roughly(seconds));
  }
  return seconds < 2 * hour ? say({"约 {} 分钟", "about {} min"}, roughly(seconds / minute))
                            : say({"约 {} 小时", "about {} h"}, roughly(seconds / hour));
}

namespace {

Text whole_cost(const run::Cost& cost, const run::Plan& plan) {
  constexpr double hour = 3600;
  return say({"将需约 {} 核时、{} 内存", "It would take about {} core-hours and {} of memory"},
             roughly(cost.seconds * plan.threads / hour),
             memory_in_words(cost.bytes));
}

Fault too_many_paths(const run::Scenario& scenario, const run::Plan& plan) {
  const Text cost = whole_cost(run::cost_of(scenario, plan), plan);
  return {exit_code::user,
          say({"paths：{} 超过上限 {}。{}。", "paths: {} is above the limit {}. {}."}, plan.paths, most_paths, cost)};
}

Fault too_much_memory(const run::Cost& cost, const run::Plan& plan, double memory) {
  return {exit_code::user,
          say({"paths：{} 条路径超出本机内存 {}。{}；请减少 --paths。",
               "paths: {} do not fit into this machine's memory of {}. {}; ask for fewer with --paths."},
              plan.paths,
              memory_in_words(memory),
              whole_cost(cost, plan))};
}

Fault out_of_range(std::string_view name, std::uint64_t value, std::uint64_t most) {
  return {exit_code::user,
          value == 0 ? say({"{}：应为 1 至 {}，写的是 0", "{}: expected 1 to {}, found 0"}, name, most)
                     : say({"{}：{} 超过上限 {}", "{}: {} is above the limit {}"}, name, value, most)};
}

}  // namespace

std::vector<Option> plan_options() {
  return {{"paths", "N", {"模拟多少种未来，默认 100000", "how many futures to simulate; by default 100000"}},
          {"seed", "S", {"随机种子，默认用方案文件的", "seed of the random numbers; by default the scenario's"}},
          {"threads",
           "K",
           {"线程数，默认全部核心；不影响结果", "threads; by default all cores; results do not depend on it"}},
          {"precision",
           "P",
           {"模拟到各方均值与方案排序达到此精度为止，如 0.5%（占留成收入现值）；--paths 为上限，默认 1000000",
            "simulate until means and ranking are known to this, such as 0.5% of the retained revenue's present value; "
            "--paths then is the most, by default 1000000"}},
          {"twin", "", {"只算无风险的一种未来", "only the one future without risk"}}};
}

namespace {

OrFault<std::optional<double>> precision_of(const Arguments& arguments) {
  constexpr double least = 1e-5;
  const auto given = arguments.options.find("precision");
  if (given == arguments.options.end()) {
    return std::optional<double>();
  }
  const std::optional<double> part = input::to_number(given->second).value;
  if (!part || !(*part >= least && *part <= 1)) {
    return Fault{exit_code::user,
                 say({"--precision：应为 0.001% 至 100% 之间的比例，如 0.5%，写的是 {}",
                      "--precision: expected a share between 0.001% and 100%, such as 0.5%, found {}"},
                     printable(given->second))};
  }
  return part;
}

}  // namespace

OrFault<run::Plan> plan_of(const Arguments& arguments, const run::Scenario& scenario) {
  run::Plan plan;
  plan.twin = arguments.has("twin");
  const OrFault<std::optional<double>> precision = precision_of(arguments);
  if (const auto* fault = std::get_if<Fault>(&precision)) {
    return *fault;
  }
  plan.precision = std::get<std::optional<double>>(precision);
  const auto paths = whole_number(arguments, "paths", plan.precision ? most_paths_by_default : plan.paths);
  const auto seed = whole_number(arguments, "seed", scenario.seed);
  const auto threads = whole_number(arguments, "threads", threads_of_machine());
  if (const Fault* fault = first_fault(paths, seed, threads)) {
    return *fault;
  }
  plan.paths = std::get<std::uint64_t>(paths);
  plan.seed = std::get<std::uint64_t>(seed);
  const std::uint64_t many = std::get<std::uint64_t>(threads);
  if (many == 0 || many > most_threads) {
    return out_of_range("threads", many, most_threads);
  }
  plan.threads = static_cast<unsigned>(many);
  return plan;
}

double memory_of_machine() noexcept {
  return static_cast<double>(::sysconf(_SC_PHYS_PAGES)) * static_cast<double>(::sysconf(_SC_PAGE_SIZE));
}

std::optional<Fault> judge(const run::Scenario& scenario, const run::Plan& plan, double memory) {
  if (plan.paths == 0) {
    return out_of_range("paths", 0, most_paths);
  }
  if (plan.paths > most_paths) {
    return too_many_paths(scenario, plan);
  }
  const run::Cost cost = run::cost_of(scenario, plan);
  if (cost.bytes > spare_share * memory) {
    return too_much_memory(cost, plan, memory);
  }
  return std::nullopt;
}

Text cost_in_words(const run::Cost& cost, const run::Plan& plan) {
  return say({"{}（{} 线程），内存约 {}", "{} ({} threads), about {} of memory"},
             time_in_words(cost.seconds),
             plan.threads,
             memory_in_words(cost.bytes));
}

}  // namespace shanhai::app
