#include "run/locate.hpp"

#include <cmath>

#include "run/valuation.hpp"

namespace shanhai::run {
namespace {

/// A recorder that remembers the first number that is not finite.
class Finder {
 public:
  explicit Finder(const Scenario& scenario) : scenario_(&scenario), streams_(scenario.streams()) {
    const auto years = static_cast<std::size_t>(scenario.horizon.years) + 1;
    for (std::size_t account = 0; account < scenario.schemes.size() * scenario.parties.size(); ++account) {
      flows_.emplace_back(years, 1);
    }
  }

  void revenue(std::size_t /*group*/, const flow::Ledger& ledger) {
    for (std::size_t stream = 0; stream < streams_.size(); ++stream) {
      const Text& name = streams_[stream].second;
      look(ledger.local[stream][0], ledger.year, {"“" + name.zh + "”收入", "revenue of '" + name.en + "'"});
    }
  }

  void signed_up(std::size_t scheme, const scheme::Waterfall& waterfall) { look_at_flows(scheme, waterfall); }

  void clause(std::size_t /*scheme*/, const scheme::Waterfall& /*waterfall*/, int /*clause*/) {}

  void stepped(std::size_t scheme, const scheme::Waterfall& waterfall) { look_at_flows(scheme, waterfall); }

  /// Looks at what all years together are worth.
  void value(const flow::Draws& draws) {
    Valuation valuation(scenario_->horizon.years, 1);
    for (std::size_t account = 0; account < flows_.size(); ++account) {
      const std::size_t party = account % scenario_->parties.size();
      valuation.value(flows_[account], draws.of(scenario_->parties[party].discount_rate));
      look(valuation.npv()[0],
           scenario_->horizon.years,
           name(account / scenario_->parties.size(), party, {"净现值", "net present value"}));
    }
  }

  [[nodiscard]] const std::optional<NonFinite>& found() const { return found_; }

 private:
  void look_at_flows(std::size_t scheme, const scheme::Waterfall& waterfall) {
    const int year = waterfall.books().year;
    for (std::size_t party = 0; party < scenario_->parties.size(); ++party) {
      const Lanes flow = flows_[scheme * scenario_->parties.size() + party][static_cast<std::size_t>(year)];
      waterfall.cash_flow(party, flow);
      look(flow[0], year, name(scheme, party, {"现金流", "cash flow"}));
    }
  }

  [[nodiscard]] Text name(std::size_t scheme, std::size_t party, const Text& what) const {
    const Text& who = scenario_->parties[party].name;
    const Text& under = scenario_->schemes[scheme].name;
    return {"方案“" + under.zh + "”下" + who.zh + "的" + what.zh,
            what.en + " of " + who.en + " under '" + under.en + "'"};
  }

  void look(double value, int year, Text quantity) {
    if (!found_ && !std::isfinite(value)) {
      found_ = NonFinite{0, year, std::move(quantity)};
    }
  }

  const Scenario* scenario_;
  std::vector<std::pair<std::string, Text>> streams_;
  std::vector<Rows> flows_;  // [scheme, party][t][one path]
  std::optional<NonFinite> found_;
};

}  // namespace

NonFinite locate(const Setup& asked, std::uint64_t first, std::size_t lanes) {
  Setup setup = asked;
  setup.contracts = Contracts(setup.scenario->schemes, false);
  Simulator simulator(setup, 1);
  for (std::uint64_t path = first; path < first + lanes; ++path) {
    Finder finder(*setup.scenario);
    simulator.simulate(path, finder);
    finder.value(simulator.draws());
    if (finder.found()) {
      NonFinite place = *finder.found();
      place.path = path;
      return place;
    }
  }
  // What schemes have in common can overflow where their own parts of it do not.
  return {first, setup.scenario->horizon.years, {"净现值", "net present value"}};
}

}  // namespace shanhai::run
