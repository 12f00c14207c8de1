#include "run/feedback.hpp"

#include <algorithm>

#include "random/math.hpp"

namespace shanhai::run {
namespace {

constexpr double least_part = 0.01;  // a party left with nothing still does not drive every firm away

}  // namespace

Effort::Effort(const scheme::Feedback& feedback, flow::Shape shape)
    : feedback_(&feedback), marginal_(shape.parties, shape.lanes), boost_(1, shape.lanes) {}

flow::Operand Effort::boost(scheme::Waterfall& waterfall, const flow::Draws& draws) noexcept {
  waterfall.follow(marginal_);
  const Lanes boost = boost_[0];
  std::ranges::fill(boost, 1.0);
  for (std::size_t party = 0; party < feedback_->effort.of.size(); ++party) {
    const Number& elasticity = feedback_->effort.of[party];
    if (elasticity == Number{0}) {
      continue;
    }
    const flow::Operand effort = draws.of(elasticity);
    const flow::Operand reference = draws.of(feedback_->reference.of[party]);
    const ConstLanes part = marginal_.part[party];
    const auto act = [&](std::size_t i, double elastic, double forecast) {
      boost[i] *= random::exp(elastic * random::log(std::max(part[i], least_part) / forecast));
    };
    each_lane(boost.size(), act, effort, reference);
  }
  if (feedback_->fund_reference) {
    const flow::Operand most = draws.of(feedback_->fund);
    const flow::Operand reference = draws.of(*feedback_->fund_reference);
    const ConstLanes spent = marginal_.spent();
    const auto act = [&](std::size_t i, double gain, double enough) {
      boost[i] *= 1 + gain * std::min(1.0, spent[i] / enough);
    };
    each_lane(boost.size(), act, most, reference);
  }
  return flow::Operand{ConstLanes{boost}};
}

}  // namespace shanhai::run
