#pragma once

#include <cstddef>
#include <vector>

#include "stats/lane_sums.hpp"

namespace shanhai::stats {

/// The moments of every unit and series of a run, shape [unit][series], until all are there to be
/// merged in unit order.
///
/// Workers may write different units at the same time. Allocates only when built.
class UnitMoments {
 public:
  UnitMoments(std::size_t units, std::size_t series) : series_(series), moments_(units * series) {}

  /// Takes what `sums` gathered over one unit, and empties it.
  /// @pre sums.size() is the number of series
  void store(std::size_t unit, UnitSums& sums) noexcept {
    SHANHAI_EXPECT(sums.size() == series_ && (unit + 1) * series_ <= moments_.size());
    for (std::size_t series = 0; series < series_; ++series) {
      moments_[unit * series_ + series] = sums.finish(series);
    }
  }

  /// One series over all units, merged in unit order.
  [[nodiscard]] Moments merged(std::size_t series) const noexcept {
    SHANHAI_EXPECT(series < series_);
    Moments result;
    for (std::size_t at = series; at < moments_.size(); at += series_) {
      result.merge(moments_[at]);
    }
    return result;
  }

 private:
  std::size_t series_;
  std::vector<Moments> moments_;
};

}  // namespace shanhai::stats
