#include "run/simulator.hpp"

#include <algorithm>

namespace shanhai::run {
namespace {

economy::Setting setting(const Setup& setup, std::size_t lanes) {
  const Horizon& horizon = setup.scenario->horizon;
  const auto counting = setup.twin ? economy::Counting::expected : economy::Counting::drawn;
  return {setup.seed, horizon.start, horizon.years, lanes, counting, !setup.worth.empty()};
}

}  // namespace

Setup::Setup(const Scenario& of, const Plan& plan, std::vector<double> worth_of_years)
    : scenario(&of),
      source(plan.twin ? without_risk(of.revenue) : of.revenue),
      seed(plan.seed),
      twin(plan.twin),
      worth(std::move(worth_of_years)) {
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
      fund_stream_(setup.seed, "fund_return") {
  const Scenario& scenario = *setup.scenario;
  for (const scheme::Scheme& scheme : scenario.schemes) {
    waterfalls_.emplace_back(scheme, scenario.displaced, setup.shape(lanes));
  }
  if (scenario.feedback) {
    effort_.emplace(*scenario.feedback, setup.shape(lanes));
  }
  for (const Party& party : scenario.parties) {
    promise_streams_.emplace_back(setup.seed, "promise." + party.id);
  }
  promise_streams_.emplace_back(setup.seed, "promise of external");
  ledger_.expected = setup.twin;
}

void Simulator::draw(PathRange paths) noexcept {
  for (std::size_t number = 0; number < setup_->samplers.size(); ++number) {
    setup_->draw(number, paths, draws_[number]);
  }
}

flow::Operand Simulator::start_year(std::size_t group, std::size_t schemes, int year) noexcept {
  for (std::size_t scheme = group * schemes; scheme < (group + 1) * schemes; ++scheme) {
    waterfalls_[scheme].begin(year);
  }
  ledger_.year = year;
  return effort_ ? effort_->boost(waterfalls_[group], draws_) : flow::Operand{1.0};
}

// Chances that belong to no contract, so that all contracts meet the same ones.
void Simulator::chance(PathRange paths, int year) noexcept {
  if (setup_->twin) {
    return;  // the ledger's rows stay 0, and promises are kept by their probability
  }
  const auto when = static_cast<std::uint32_t>(year);
  fund_stream_.normal(paths, when, 0, ledger_[flow::Ledger::Line::fund_shock]);
  for (std::size_t payer = 0; payer < promise_streams_.size(); ++payer) {
    promise_streams_[payer].uniform(paths, when, 0, ledger_.promise[payer]);
  }
}

}  // namespace shanhai::run
