#pragma once

#include <array>
#include <optional>
#include <vector>

#include "core/lanes.hpp"
#include "random/sample.hpp"
#include "run/plan.hpp"
#include "run/scenario.hpp"
#include "stats/lane_sums.hpp"

namespace shanhai::run {

/// The net present values that a run kept: of every party under every scheme.
struct Accounts {
  std::size_t parties = 0;
  std::vector<ConstLanes> npv;    ///< [scheme, party][path]
  std::vector<double> tolerance;  ///< [scheme, party] differences of money that count as none

  [[nodiscard]] std::size_t paths() const noexcept { return npv[0].size(); }

  [[nodiscard]] std::size_t schemes() const noexcept { return npv.size() / parties; }

  [[nodiscard]] std::size_t place(std::size_t scheme, std::size_t party) const noexcept {
    return scheme * parties + party;
  }

  /// What is looked at as a series of its own: the accounts, then the total of every scheme.
  [[nodiscard]] std::size_t series() const noexcept { return npv.size() + schemes(); }

  [[nodiscard]] std::size_t total(std::size_t scheme) const noexcept { return npv.size() + scheme; }
};

/// What a party would have without the deal, which may be uncertain.
class Reservation {
 public:
  /// The twin takes the mean.
  Reservation(const Scenario& scenario, const Plan& plan, const Number& number);

  [[nodiscard]] bool is_known() const noexcept { return !drawn_; }

  void write(PathRange paths, Lanes out) const noexcept;

 private:
  struct Drawn {
    random::Sampler sampler;
    random::Stream stream;
  };

  double value_;
  std::optional<Drawn> drawn_;
};

[[nodiscard]] std::vector<Reservation> reservations(const Scenario& scenario, const Plan& plan);

/// One unit of paths of all series at a time.
class UnitOfAccounts {
 public:
  /// Both must outlive this.
  /// @pre at least two parties
  UnitOfAccounts(const Accounts& accounts, const std::vector<Reservation>& reservations);

  void read(PathRange unit) noexcept;

  [[nodiscard]] PathRange unit() const noexcept { return unit_; }

  [[nodiscard]] ConstLanes operator[](std::size_t series) const noexcept {
    return series < accounts_->npv.size() ? accounts_->npv[series].subspan(unit_.first, unit_.count)
                                          : totals_[series - accounts_->npv.size()].first(unit_.count);
  }

  [[nodiscard]] ConstLanes reservation(std::size_t party) const noexcept {
    return alternatives_[party].first(unit_.count);
  }

 private:
  const Accounts* accounts_;
  const std::vector<Reservation>* reservations_;
  PathRange unit_;
  Rows totals_;        // [scheme]
  Rows alternatives_;  // [party]
};

}  // namespace shanhai::run
