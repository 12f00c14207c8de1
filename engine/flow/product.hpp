#pragma once

#include <vector>

#include "flow/draws.hpp"

namespace shanhai::flow {

/// A product of numbers, of which some may be drawn. What is known of it is multiplied once, when it is built.
class Product {
 public:
  void times(const Number& factor) {
    if (factor.is_known()) {
      known_ *= factor.value;
    } else {
      drawn_.push_back(factor);
    }
  }

  /// Of the known numbers; 1 where there are none.
  [[nodiscard]] Operand known() const noexcept { return Operand{known_}; }

  /// Of the drawn numbers; 1 where there are none.
  /// @param scratch  room for the product of several
  [[nodiscard]] Operand drawn(const Draws& draws, Lanes scratch) const noexcept {
    if (drawn_.empty()) {
      return Operand{1.0};
    }
    Operand result = draws.of(drawn_[0]);
    for (std::size_t factor = 1; factor < drawn_.size(); ++factor) {
      const Operand next = draws.of(drawn_[factor]);
      each_lane(scratch.size(), [&](std::size_t i) { scratch[i] = result[i] * next[i]; });
      result = Operand{scratch};
    }
    return result;
  }

 private:
  double known_ = 1;
  std::vector<Number> drawn_;
};

}  // namespace shanhai::flow
