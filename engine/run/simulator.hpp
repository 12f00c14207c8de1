#pragma once

#include <list>
#include <optional>
#include <vector>

#include "economy/economy.hpp"
#include "random/sample.hpp"
#include "run/family.hpp"
#include "run/feedback.hpp"
#include "run/plan.hpp"
#include "run/scenario.hpp"
#include "scheme/waterfall.hpp"

namespace shanhai::run {

/// What does not differ between the blocks of a run.
struct Setup {
  /// @param worth  what the years 1..T of the twin's revenue are worth, for control variates; none where empty
  Setup(const Scenario& scenario, const Plan& plan, std::vector<double> worth = {});

  const Scenario* scenario;
  Contracts contracts;
  economy::Source source;  ///< of the scenario, or of its twin
  std::uint64_t seed;
  bool twin;
  bool in_full;
  std::vector<double> worth;              ///< [t - 1]
  std::vector<random::Sampler> samplers;  ///< [uncertain number]
  std::vector<random::Stream> streams;    ///< [uncertain number]
  bool indicators;                        ///< whether a contract asks for more of the park than its revenue

  /// An uncertain number in consecutive futures; in the twin its mean.
  void draw(std::size_t number, PathRange paths, Lanes out) const noexcept;

  /// One of `contracts`.
  [[nodiscard]] const scheme::Scheme& contract(std::size_t place) const noexcept;

  [[nodiscard]] flow::Shape shape(std::size_t lanes) const;

  /// Schemes that see the same park: all of them, or each its own with feedback.
  [[nodiscard]] std::size_t groups() const { return scenario->feedback ? scenario->schemes.size() : 1; }
};

/// Simulates blocks of paths: the economy year by year, and every contract on what it brings.
///
/// A recorder sees everything as it happens: revenue(group, ledger), signed_up(contract, waterfall) at t = 0,
/// clause(contract, waterfall, clause) after each clause, stepped(contract, waterfall) after each year. Each thread has
/// its own simulator; nothing is allocated after it is built. The setup must outlive it.
class Simulator {
 public:
  Simulator(const Setup& setup, std::size_t lanes);

  /// Simulates `lanes` paths from `first`.
  template <class Recorder>
  void simulate(std::uint64_t first, Recorder& recorder) {
    const PathRange paths{first, lanes_};
    draw(paths);
    const std::size_t groups = setup_->groups();
    const std::size_t contracts = waterfalls_.size() / groups;
    for (std::size_t group = 0; group < groups; ++group) {
      economy_.begin(paths, draws_);
      for (scheme::Outlays& outlays : outlays_) {
        outlays.sign(draws_);
      }
      for (std::size_t contract = group * contracts; contract < (group + 1) * contracts; ++contract) {
        waterfalls_[contract].sign(draws_);
        recorder.signed_up(contract, waterfalls_[contract]);
      }
      for (int year = 1; year <= setup_->scenario->horizon.years; ++year) {
        const flow::Operand boost = start_year(group, contracts, year);
        economy_.step(year, boost, ledger_);
        chance(paths, year);
        recorder.revenue(group, ledger_);
        for (std::size_t contract = group * contracts; contract < (group + 1) * contracts; ++contract) {
          scheme::Waterfall& waterfall = waterfalls_[contract];
          waterfall.step(ledger_, [&](int clause) { recorder.clause(contract, waterfall, clause); });
          recorder.stepped(contract, waterfall);
        }
      }
    }
  }

  [[nodiscard]] const flow::Draws& draws() const noexcept { return draws_; }

 private:
  const scheme::Outlays& outlays_of(const scheme::Scheme& scheme, flow::Shape shape);
  void prepare_chances();
  void draw(PathRange paths) noexcept;
  flow::Operand start_year(std::size_t group, std::size_t contracts, int year) noexcept;
  void chance(PathRange paths, int year) noexcept;

  const Setup* setup_;
  std::size_t lanes_;
  flow::Draws draws_;
  flow::Ledger ledger_;
  economy::Economy economy_;
  std::optional<Effort> effort_;
  std::list<scheme::Outlays> outlays_;  // those of equal terms once
  scheme::Books books_;                 // at which the contracts take turns
  std::vector<scheme::Waterfall> waterfalls_;
  std::optional<random::Stream> fund_stream_;                   // where there is a fund
  std::vector<std::optional<random::Stream>> promise_streams_;  // [party, then external] of those who promise
};

}  // namespace shanhai::run
