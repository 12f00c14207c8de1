#pragma once

#include <cstdint>
#include <vector>

#include "run/family.hpp"
#include "run/valuation.hpp"
#include "run/year_counts.hpp"
#include "scheme/waterfall.hpp"

namespace shanhai::run {

/// What the members of a family are worth, for a block of paths: blends of what a party has anyway, A, and the pool
/// that is split, P. A and P are valued once; a member adds A + s P in every lane.
///
/// Where a settlement puts the parts off, P is what a share of 1 would be paid, year by year. The holder has the money
/// of the pool itself until it pays the others theirs, in all 1 - s of that P.
///
/// Amounts below 1e-9 of the flows they come from count as none, here of |A| + s P. Nothing is allocated after it is
/// built.
class Blend {
 public:
  /// @param family  must outlive this
  Blend(const Family& family, flow::Shape shape);

  [[nodiscard]] const Family& family() const noexcept { return *family_; }

  /// Takes over the year that the trunk was stepped to, or signing.
  void record(const scheme::Waterfall& trunk) noexcept;

  /// Values what a party has. What follows speaks of the party valued last.
  /// @param rate  discount rate, nominal
  void value(std::size_t party, flow::Operand rate) noexcept;

  /// sum CF_t / (1 + r)^t in the first lanes.
  void npv(double share, Lanes out) const noexcept { blend(own_.npv(), pooled_.npv(), share, out); }

  /// sum (|A_t| + s P_t) / (1 + r)^t in the first lanes.
  void size(double share, Lanes out) const noexcept { blend(own_.size(), pooled_.size(), share, out); }

  /// Adds up the cash flows of years 1..T of every party, and the pool's.
  void add_up() noexcept;

  /// The cash flows of years 1..T together, once they are added up.
  void total(std::size_t party, double share, Lanes out) const noexcept {
    blend(total_[party], total_[flows_.size()], share, out);
  }

  /// Adds the first paths by the year in which each member pays back.
  void count_paybacks(std::size_t paths, YearCounts& counts) noexcept;

 private:
  /// The members as one party ranks them, least share first.
  struct Ranking {
    std::vector<double> shares;
    std::vector<std::size_t> places;  // in YearCounts
  };

  static void blend(ConstLanes own, ConstLanes pooled, double share, Lanes out) noexcept;
  void put_off(std::size_t year, ConstLanes pool) noexcept;
  void find_bounds(const Rows& flows) noexcept;

  const Family* family_;
  const scheme::Settle* settle_;  // of the family, if any
  std::vector<Rows> flows_;       // [party][t][lane] A
  Rows pool_;                     // [t] P
  Rows total_;                    // [party, then pool]
  Valuation own_;
  Valuation pooled_;
  Rows bound_;  // [t] pays back after t whose share is below
  Rows sums_;
  std::vector<Ranking> rankings_;  // [party]
  std::size_t party_ = 0;
  std::vector<std::uint64_t> below_;  // [members whose share is below a bound] lanes
};

}  // namespace shanhai::run
