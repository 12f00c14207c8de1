#pragma once

#include <cstdint>
#include <vector>

#include "economy/factors.hpp"
#include "economy/firms.hpp"

namespace shanhai::economy {

/// What the sectors of a block of paths produce and earn each year.
class Production {
 public:
  Production(const Park& park, std::uint64_t seed, int years, std::size_t lanes);

  void begin(PathRange paths, const flow::Draws& draws) noexcept;
  void step(PathRange paths, int year, const Factors& factors, const Events& events, const Firms& firms) noexcept;

  [[nodiscard]] ConstLanes firm_size(std::size_t sector) const noexcept { return size_normal_[sector]; }  ///< normal

  /// Firms by their share of mature output.
  [[nodiscard]] ConstLanes mature(std::size_t sector) const noexcept { return mature_[sector]; }

  [[nodiscard]] ConstLanes output(std::size_t sector) const noexcept { return output_[sector]; }

  [[nodiscard]] ConstLanes value_added(std::size_t sector) const noexcept { return value_added_[sector]; }

  [[nodiscard]] ConstLanes wages(std::size_t sector) const noexcept { return wages_[sector]; }

  [[nodiscard]] ConstLanes profit(std::size_t sector) const noexcept { return profit_[sector]; }

 private:
  void count_mature(std::size_t sector, const Rows& ages) noexcept;
  void produce(int year, std::size_t sector, ConstLanes factor, ConstLanes event) noexcept;
  void earn(PathRange paths, int year, std::size_t sector, ConstLanes factor, ConstLanes event) noexcept;

  const Park* park_;
  const flow::Draws* draws_ = nullptr;
  std::vector<random::Stream> size_streams_;        // [sector]
  std::vector<random::Stream> margin_streams_;      // [sector]
  std::vector<std::vector<double>> path_variance_;  // [sector][t] of the sum of the factor
  Rows size_normal_;                                // [sector] z of firm sizes, one per path
  Rows walk_;                                       // [sector] sum of sigma s + event
  Rows grown_;                                      // [sector] (1 + growth)^(t - 1)
  Rows mature_;                                     // [sector]
  Rows shock_;
  Rows output_;  // [sector], and so on
  Rows value_added_;
  Rows wages_;
  Rows profit_;
};

}  // namespace shanhai::economy
