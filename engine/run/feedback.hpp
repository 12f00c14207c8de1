#pragma once

#include "flow/draws.hpp"
#include "scheme/waterfall.hpp"

namespace shanhai::run {

/// How much the parties' effort changes arrivals under one contract: prod (m / reference)^effort, times
/// 1 + fund min(1, spent / fund_reference), m a party's part of one more unit of pool, at least 1%.
class Effort {
 public:
  Effort(const scheme::Feedback& feedback, flow::Shape shape);

  /// The factor on this year's expected arrivals; valid until the next call.
  /// @pre the waterfall stands at the start of the year
  [[nodiscard]] flow::Operand boost(scheme::Waterfall& waterfall, const flow::Draws& draws) noexcept;

 private:
  const scheme::Feedback* feedback_;
  scheme::Marginal marginal_;
  Rows boost_;
};

}  // namespace shanhai::run
