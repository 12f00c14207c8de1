#pragma once

#include <vector>

#include "app/options.hpp"
#include "run/plan.hpp"
#include "run/run.hpp"

namespace shanhai::app {

inline constexpr std::uint64_t most_paths = 100'000'000;
inline constexpr std::uint64_t most_threads = 256;

/// The options that say how much is simulated.
[[nodiscard]] std::vector<Option> plan_options();

/// What a run would do with these options; the seed is the scenario's where none is given. Not judged yet.
[[nodiscard]] OrFault<run::Plan> plan_of(const Arguments& arguments, const run::Scenario& scenario);

/// The memory of this machine, in bytes.
[[nodiscard]] double memory_of_machine() noexcept;

/// What is wrong with a plan: sizes beyond the limits, or more memory than a machine can spare. Says what it would
/// take.
[[nodiscard]] std::optional<Fault> judge(const run::Scenario& scenario, const run::Plan& plan, double memory);

/// A time and an amount of memory in words, with two digits.
[[nodiscard]] Text time_in_words(double seconds);
[[nodiscard]] std::string memory_in_words(double bytes);

/// What a run takes, for people: time and memory.
[[nodiscard]] Text cost_in_words(const run::Cost& cost, const run::Plan& plan);

}  // namespace shanhai::app
