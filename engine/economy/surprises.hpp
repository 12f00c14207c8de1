#pragma once

#include <vector>

#include "economy/events.hpp"
#include "economy/factors.hpp"
#include "economy/firms.hpp"
#include "economy/production.hpp"
#include "economy/table.hpp"

namespace shanhai::economy {

/// How far the growth of a factor is from its expectation: exp(sigma S - sigma² Var(S) / 2) - 1, S = s_1 + ... + s_t.
/// Its mean is 0 for any constant sigma.
class GrowthSurprise {
 public:
  GrowthSurprise(double sigma, double rho, int years, std::size_t lanes)
      : sigma_(sigma), variance_(sum_variance(rho, years)), sum_(1, lanes) {}

  void begin() noexcept { sum_.fill(0); }

  void step(int year, ConstSingles factor, Lanes out) noexcept;

 private:
  double sigma_;
  std::vector<double> variance_;  // [t] of S
  Rows sum_;
};

/// What chance does to a park each year, as numbers whose mean is 0 whatever came before: the macro factor; by sector
/// the growth of its factor, the size of its firms (in year 1), arrivals and exits; the starts of events. Control
/// variates are made of them.
class Surprises {
 public:
  Surprises(const Park& park, int years, std::size_t lanes);

  [[nodiscard]] static std::size_t count(const Park& park) noexcept {
    return 1 + 4 * park.sectors.size() + park.events.size();
  }

  void begin() noexcept;

  /// Writes those of year t, shape [surprise][lane].
  /// @pre the firms keep their surprises
  void step(int year,
            const Factors& factors,
            const Events& events,
            const Firms& firms,
            const Production& production,
            Rows& out) noexcept;

 private:
  std::size_t events_;
  std::vector<GrowthSurprise> growth_;  // [sector]
};

}  // namespace shanhai::economy
