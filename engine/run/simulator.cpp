#include "run/simulator.hpp"

#include <algorithm>

namespace shanhai::run {
namespace {

economy::Setting setting(const Setup& setup, std::size_t lanes) {
  const Horizon& horizon = setup.scenario->horizon;
  const auto counting = setup.twin ? economy::Counting::expected : economy::Counting::drawn;
  return {setup.seed, horizon.start, horizon.years, lanes, counting, !setup.worth.empty()};
}

bool counts_more_than_revenue(const Realised& figure) {
  return figure.quantity != Quantity::local;
}

bool asks_for_indicators(const scheme::Scheme& scheme) {
  return scheme::has<scheme::Award>(scheme) || scheme::has<scheme::Statistics>(scheme);
}

}  // namespace

Setup::Setup(const Scenario& of, const Plan& plan, std::vector<double> worth_of_years)
    : scenario(&of),
      contracts(of.schemes, !plan.in_full && !of.feedback),
      source(plan.twin ? without_risk(of.revenue) : of.revenue),
      seed(plan.seed),
      twin(plan.twin),
      in_full(plan.in_full),
      worth(std::move(worth_of_years)),
      indicators(std::ranges::any_of(of.schemes, asks_for_indicators) ||
                 std::ranges::any_of(of.realised, counts_more_than_revenue)) {
  for (const UncertainNumber& number : of.uncertain) {
    samplers.emplace_back(number.law);
    streams.emplace_back(seed, number.name);
  }
}

void Setup::draw(std::size_t number, PathRange paths, Lanes out) const noexcept {
  if (twin) {
    std::ranges::fill(out, mean(scenario->uncertain[number].law));
  } else {
    samplers[number].draw(streams[number], paths, out);
  }
}

const scheme::Scheme& Setup::contract(std::size_t place) const noexcept {
  const std::size_t own = contracts.own().size();
  return place < own ? scenario->schemes[contracts.own()[place]] : contracts.families()[place - own].trunk;
}

flow::Shape Setup::shape(std::size_t lanes) const {
  return {.parties = scenario->parties.size(),
          .streams = scenario->streams().size(),
          .lanes = lanes,
          .years = scenario->horizon.years,
          .surprises = worth.empty() ? 0 : economy::surprises(source)};
}

Simulator::Simulator(const Setup& setup, std::size_t lanes)
    : setup_(&setup),
      lanes_(lanes),
      draws_(setup.samplers.size(), lanes),
      ledger_(setup.shape(lanes)),
      economy_(setup.source, setting(setup, lanes)),
      books_(setup.shape(lanes)) {
  const Scenario& scenario = *setup.scenario;
  for (std::size_t contract = 0; contract < setup.contracts.size(); ++contract) {
    const scheme::Scheme& scheme = setup.contract(contract);
    waterfalls_.emplace_back(scheme, outlays_of(scheme, setup.shape(lanes)), books_, scenario.feedback.has_value());
  }
  if (scenario.feedback) {
    effort_.emplace(*scenario.feedback, setup.shape(lanes));
  }
  prepare_chances();
  ledger_.expected = setup.twin;
  ledger_.indicators = setup.indicators;
}

const scheme::Outlays& Simulator::outlays_of(const scheme::Scheme& scheme, flow::Shape shape) {
  const auto same = std::ranges::find_if(
      outlays_, [&](const scheme::Outlays& one) { return one.are_of(scheme.costs, scheme.transfers); });
  return same != outlays_.end()
             ? *same
             : outlays_.emplace_back(scheme.costs, scheme.transfers, setup_->scenario->displaced, shape);
}

// Only what a contract looks at is drawn: no draw changes another.
void Simulator::prepare_chances() {
  const Scenario& scenario = *setup_->scenario;
  if (std::ranges::any_of(scenario.schemes, scheme::has<scheme::Fund>)) {
    fund_stream_.emplace(setup_->seed, "fund_return");
  }
  promise_streams_.resize(scenario.parties.size() + 1);
  const auto look = [&](const scheme::Clause& clause) {
    const auto* floor = std::get_if<scheme::Floor>(&clause);
    for (std::size_t party = 0; floor != nullptr && party < scenario.parties.size(); ++party) {
      if (floor->may_pay(party)) {
        promise_streams_[party].emplace(setup_->seed, "promise." + scenario.parties[party].id);
      }
    }
    if (floor != nullptr && floor->from.external) {
      promise_streams_.back().emplace(setup_->seed, "promise of external");
    }
  };
  for (const scheme::Scheme& scheme : scenario.schemes) {
    std::ranges::for_each(scheme.clauses, look);
  }
}

void Simulator::draw(PathRange paths) noexcept {
  for (std::size_t number = 0; number < setup_->samplers.size(); ++number) {
    setup_->draw(number, paths, draws_[number]);
  }
}

flow::Operand Simulator::start_year(std::size_t group, std::size_t contracts, int year) noexcept {
  for (std::size_t contract = group * contracts; contract < (group + 1) * contracts; ++contract) {
    waterfalls_[contract].begin(year);
  }
  ledger_.year = year;
  const flow::Operand boost = effort_ ? effort_->boost(waterfalls_[group], draws_) : flow::Operand{1.0};
  for (scheme::Outlays& outlays : outlays_) {  // effort answers to what was recovered of the costs of earlier years
    outlays.step(year);
  }
  return boost;
}

// Chances that belong to no contract, so that all contracts meet the same ones.
void Simulator::chance(PathRange paths, int year) noexcept {
  if (setup_->twin) {
    return;  // the ledger's rows stay 0, and promises are kept by their probability
  }
  const auto when = static_cast<std::uint32_t>(year);
  if (fund_stream_) {
    fund_stream_->normal(paths, when, 0, ledger_[flow::Ledger::Line::fund_shock]);
  }
  for (std::size_t payer = 0; payer < promise_streams_.size(); ++payer) {
    if (promise_streams_[payer]) {
      promise_streams_[payer]->uniform(paths, when, 0, ledger_.promise[payer]);
    }
  }
}

}  // namespace shanhai::run
