#include "scheme/award.hpp"

namespace shanhai::scheme {
namespace {

using Line = flow::Ledger::Line;

double per_mu(double value, double land) {
  return land > 0 ? value / land : 0.0;
}

double judged(Indicator indicator, const flow::Ledger& ledger, std::size_t lane) {
  switch (indicator) {
    case Indicator::firms:
      return ledger[Line::firms][lane];
    case Indicator::arrivals:
      return ledger[Line::arrivals][lane];
    case Indicator::output_per_mu:
      return per_mu(ledger[Line::output][lane], ledger[Line::land][lane]);
    case Indicator::tax_per_mu:
      return per_mu(ledger[Line::taxes][lane], ledger[Line::land][lane]);
  }
  return 0;
}

}  // namespace

void Award::apply(Books& books, Rows& /*memory*/) const noexcept {
  const Lanes award = books.scratch(0);
  earned(books, award);
  flow::add(books.shared, to.index, [&](std::size_t i) { return award[i]; });
  for (std::size_t payer = 0; payer < books.shape.parties && !from.external; ++payer) {
    const Operand part = books.share(from.shares, payer, books.scratch(1));
    flow::add(
        books.shared, payer, [&](std::size_t i, double own) { return -(own * award[i]); }, part);
  }
}

void Award::earned(Books& books, Lanes award) const noexcept {
  const Operand wanted = books.level(target, books.scratch(1));
  const Operand gives = books.level(amount ? *amount : *share, books.scratch(2));
  const Operand runs = books.running(years, books.scratch(3));
  const ConstLanes opened = books.opened();
  const auto act = [&](std::size_t i, double bound, double gift, double running) {
    const bool reached = judged(indicator, *books.ledger, i) >= bound * (1 - money_tolerance);
    award[i] = reached ? running * gift * (amount ? 1.0 : opened[i]) : 0.0;
  };
  each_lane(award.size(), act, wanted, gives, runs);
}

}  // namespace shanhai::scheme
