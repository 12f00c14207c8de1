#include "run/accounts.hpp"

#include <algorithm>
#include <utility>

namespace shanhai::run {

Reservation::Reservation(const Scenario& scenario, const Plan& plan, const Number& number) : value_(number.value) {
  if (!number.is_known() && !plan.twin) {
    const UncertainNumber& uncertain = scenario.uncertain[number.draw];
    drawn_ = Drawn{random::Sampler(uncertain.law), random::Stream(plan.seed, uncertain.name)};
  }
}

void Reservation::write(PathRange paths, Lanes out) const noexcept {
  if (drawn_) {
    drawn_->sampler.draw(drawn_->stream, paths, out);
  } else {
    std::ranges::fill(out, value_);
  }
}

std::vector<Reservation> reservations(const Scenario& scenario, const Plan& plan) {
  std::vector<Reservation> result;
  for (const Party& party : scenario.parties) {
    result.emplace_back(scenario, plan, party.reservation);
  }
  return result;
}

UnitOfAccounts::UnitOfAccounts(const Accounts& accounts, const std::vector<Reservation>& reservations)
    : accounts_(&accounts),
      reservations_(&reservations),
      totals_(accounts.schemes(), stats::unit_paths),
      alternatives_(accounts.parties, stats::unit_paths) {
  for (std::size_t party = 0; party < accounts.parties; ++party) {
    reservations[party].write({0, stats::unit_paths}, alternatives_[party]);
  }
}

void UnitOfAccounts::read(PathRange unit) noexcept {
  unit_ = unit;
  for (std::size_t party = 0; party < accounts_->parties; ++party) {
    if (!(*reservations_)[party].is_known()) {
      (*reservations_)[party].write(unit, alternatives_[party].first(unit.count));
    }
  }
  for (std::size_t scheme = 0; scheme < accounts_->schemes(); ++scheme) {
    const Lanes total = totals_[scheme].first(unit.count);
    ConstLanes sum = (*this)[accounts_->place(scheme, 0)];
    for (std::size_t party = 1; party < accounts_->parties; ++party) {
      const ConstLanes npv = (*this)[accounts_->place(scheme, party)];
      each_lane(unit.count, [&](std::size_t i) { total[i] = sum[i] + npv[i]; });
      sum = total;
    }
  }
}

}  // namespace shanhai::run
