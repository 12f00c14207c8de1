#pragma once

#include <cstdint>
#include <vector>

#include "economy/factors.hpp"
#include "economy/firms.hpp"
#include "flow/product.hpp"
#include "flow/sum.hpp"

namespace shanhai::economy {

/// What the sectors of a block of paths produce and earn each year, in all and as far as it is under a tax.
///
/// Firms count by what they produce of mature output. Under a holiday a firm counts only in so far as it owes the tax:
/// a `measure` is such a way to count; measure 0 is that of no holiday.
class Production {
 public:
  Production(const Park& park, std::uint64_t seed, int years, std::size_t lanes);

  void begin(PathRange paths, const flow::Draws& draws) noexcept;
  void step(PathRange paths, int year, const Factors& factors, const Events& events, const Firms& firms) noexcept;

  [[nodiscard]] ConstSingles firm_size(std::size_t sector) const noexcept { return size_normal_[sector]; }  ///< normal

  /// By which measure a tax is levied.
  [[nodiscard]] std::size_t measure(std::size_t tax) const noexcept { return measure_of_[tax]; }

  [[nodiscard]] ConstLanes output(std::size_t sector, std::size_t measure = 0) const noexcept {
    return output_[measure][sector];
  }

  /// Nothing where it is a loss; only where a tax is levied on it.
  [[nodiscard]] ConstLanes profit(std::size_t sector, std::size_t measure = 0) const noexcept {
    return profit_[measure][sector];
  }

 private:
  void count_mature(std::size_t sector, std::size_t measure, const Rows& ages, Lanes out) noexcept;
  void disperse(std::size_t sector, ConstLanes mature) noexcept;
  void produce(int year, std::size_t sector, ConstSingles factor, ConstLanes event) noexcept;
  void earn(PathRange paths, int year, std::size_t sector, ConstSingles factor, ConstLanes event) noexcept;

  const Park* park_;
  const flow::Draws* draws_ = nullptr;
  std::vector<std::vector<std::vector<flow::Product>>> mature_;  // [sector][measure][age] what a firm counts as
  std::vector<std::size_t> measure_of_;                          // [tax]
  std::vector<bool> profit_taxed_;                               // [measure]
  std::vector<random::Stream> size_streams_;                     // [sector]
  std::vector<random::Stream> margin_streams_;                   // [sector]
  std::vector<std::vector<double>> path_variance_;               // [sector][t] of the sum of the factor
  SingleRows size_normal_;                                       // [sector] z of firm sizes, one per path
  SingleRows single_;  // of one sector: what chance does to the firms' size or margin
  SingleRows walk_;    // [sector] sum of sigma s
  Rows grown_;         // [sector] output of a mature firm but for sigma and size
  Rows per_firm_;      // of one sector: output of a mature firm
  flow::Sum ages_;
  Rows drawn_;                // [age] products of several drawn numbers
  std::vector<Rows> output_;  // [measure][sector]
  std::vector<Rows> profit_;  // [measure][sector]
};

}  // namespace shanhai::economy
