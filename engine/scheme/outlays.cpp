#include "scheme/outlays.hpp"

#include <algorithm>
#include <utility>

#include "scheme/share.hpp"

namespace shanhai::scheme {

Outlays::Outlays(const std::vector<Cost>& costs,
                 const std::vector<Transfer>& transfers,
                 const Displaced& displaced,
                 flow::Shape shape)
    : costs_(&costs),
      transfers_(&transfers),
      displaced_(&displaced),
      paid_(shape.parties, shape.lanes),
      so_far_(shape.parties, shape.lanes),
      received_(shape.parties, shape.lanes),
      lost_(shape.parties, shape.lanes),
      net_(shape.parties, shape.lanes),
      rest_(1, shape.lanes) {}

void Outlays::sign(const flow::Draws& draws) noexcept {
  draws_ = &draws;
  so_far_.fill(0);
  received_.clear();
  lost_.clear();
  pay_costs(0);
  add_up();
}

void Outlays::step(int year) noexcept {
  pay_costs(year);
  transfer(year);
  lose(year);
  add_up();
}

void Outlays::pay_costs(int year) noexcept {
  paid_.clear();
  for (const Cost& cost : *costs_) {
    if (cost.amount.at(year) == Number{0} || cost.from.external) {
      continue;
    }
    for (std::size_t party = 0; party < paid_.size(); ++party) {
      const auto part = [](std::size_t /*lane*/, double share, double overrun, double planned, double price) {
        return share * overrun * planned * price;
      };
      flow::add(paid_,
                party,
                part,
                share_of(cost.from.shares, party, *draws_, rest_[0]),
                draws_->of(cost.overrun),
                draws_->of(cost.amount.at(year)),
                draws_->of(cost.price.in(year)));
    }
  }
  for (std::size_t party = 0; party < paid_.size(); ++party) {
    if (!paid_.written(party)) {
      continue;
    }
    const ConstLanes paid = std::as_const(paid_)[party];
    const Lanes so_far = so_far_[party];
    each_lane(so_far.size(), [&](std::size_t i) { so_far[i] += paid[i]; });
  }
}

void Outlays::transfer(int year) noexcept {
  received_.clear();
  for (const Transfer& transfer : *transfers_) {
    if (!transfer.years.contains(year)) {
      continue;
    }
    const flow::Operand amount = draws_->of(transfer.amount.in(year));
    const flow::Operand price = draws_->of(transfer.price.in(year));
    flow::add(
        received_,
        transfer.to.index,
        [](std::size_t /*lane*/, double paid, double each) { return paid * each; },
        amount,
        price);
    for (std::size_t party = 0; party < received_.size() && !transfer.from.external; ++party) {
      flow::add(
          received_,
          party,
          [](std::size_t /*lane*/, double share, double paid, double each) { return -(share * paid * each); },
          share_of(transfer.from.shares, party, *draws_, rest_[0]),
          amount,
          price);
    }
  }
}

void Outlays::lose(int year) noexcept {
  for (std::size_t party = 0; party < displaced_->of.size(); ++party) {
    if (!displaced_->of[party].values.empty()) {
      const Lanes row = lost_.overwrite(party);
      each_lane(
          row.size(),
          [&](std::size_t i, double amount) { row[i] = amount; },
          draws_->of(displaced_->of[party].in(year)));
    }
  }
}

void Outlays::add_up() noexcept {
  net_.clear();
  for (std::size_t party = 0; party < net_.size(); ++party) {
    if (!paid_.written(party) && !received_.written(party) && !lost_.written(party)) {
      continue;
    }
    const ConstLanes paid = std::as_const(paid_)[party];
    const ConstLanes received = std::as_const(received_)[party];
    const ConstLanes lost = std::as_const(lost_)[party];
    const Lanes net = net_.overwrite(party);
    each_lane(net.size(), [&](std::size_t i) { net[i] = received[i] - paid[i] - lost[i]; });
  }
}

}  // namespace shanhai::scheme
