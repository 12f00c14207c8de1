#pragma once

#include <cstdint>

#include "app/options.hpp"

namespace shanhai::app {

/// The part of a sweep's tasks that one process takes: every `of`-th, from `index` on.
struct Shard {
  std::uint64_t index = 0;
  std::uint64_t of = 1;

  [[nodiscard]] bool takes(std::uint64_t task) const noexcept { return task % of == index; }
};

[[nodiscard]] Option shard_option();

/// `--shard i/N`, i from 0 to N - 1; all where it is not given.
[[nodiscard]] OrFault<Shard> shard_of(const Arguments& arguments);

}  // namespace shanhai::app
