#include "run/locate.hpp"

#include <cmath>

namespace shanhai::run {
namespace {

/// A recorder that remembers the first number that is not finite.
class Finder {
 public:
  explicit Finder(const Scenario& scenario) : scenario_(&scenario), streams_(scenario.streams()), row_(1, 1) {}

  void revenue(std::size_t /*group*/, const flow::Ledger& ledger) {
    for (std::size_t stream = 0; stream < streams_.size(); ++stream) {
      const Text& name = streams_[stream].second;
      look(ledger.local[stream][0], ledger.year, {"“" + name.zh + "”收入", "revenue of '" + name.en + "'"});
    }
  }

  void signed_up(std::size_t scheme, const scheme::Waterfall& waterfall) { look_at_flows(scheme, waterfall); }
  void clause(std::size_t /*scheme*/, const scheme::Waterfall& /*waterfall*/, int /*clause*/) {}
  void stepped(std::size_t scheme, const scheme::Waterfall& waterfall) { look_at_flows(scheme, waterfall); }

  [[nodiscard]] const std::optional<NonFinite>& found() const { return found_; }

 private:
  void look_at_flows(std::size_t scheme, const scheme::Waterfall& waterfall) {
    for (std::size_t party = 0; party < scenario_->parties.size(); ++party) {
      waterfall.cash_flow(party, row_[0]);
      const Text& who = scenario_->parties[party].name;
      const Text& under = scenario_->schemes[scheme].name;
      look(row_[0][0], waterfall.books().year,
           {"方案“" + under.zh + "”下" + who.zh + "的现金流", "cash flow of " + who.en + " under '" + under.en + "'"});
    }
  }

  void look(double value, int year, Text quantity) {
    if (!found_ && !std::isfinite(value)) {
      found_ = NonFinite{0, year, std::move(quantity)};
    }
  }

  const Scenario* scenario_;
  std::vector<std::pair<std::string, Text>> streams_;
  Rows row_;
  std::optional<NonFinite> found_;
};

}  // namespace

NonFinite locate(const Setup& setup, std::uint64_t first, std::size_t lanes) {
  Simulator simulator(setup, 1);
  for (std::uint64_t path = first; path < first + lanes; ++path) {
    Finder finder(*setup.scenario);
    simulator.simulate(path, finder);
    if (finder.found()) {
      NonFinite place = *finder.found();
      place.path = path;
      return place;
    }
  }
  const Text worth{"净现值", "net present value"};  // every year is finite, and their sum is not
  return NonFinite{first, setup.scenario->horizon.years, worth};
}

}  // namespace shanhai::run
