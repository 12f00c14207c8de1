#pragma once
#include "random/math.hpp"
#include "random/word_normal.hpp"

namespace shanhai::random {
[[gnu::always_inline, nodiscard]] inline float single_exp(float x) noexcept {
  return static_cast<float>(exp(static_cast<double>(x)));
}
}  // namespace shanhai::random
