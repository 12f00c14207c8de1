#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "stats/lane_sums.hpp"

namespace shanhai::stats {

/// The moments of every series of a run, shape [series], merged unit by unit in the order of units, in whatever order
/// they come: what comes early waits. One call at a time.
class UnitMoments {
 public:
  explicit UnitMoments(std::size_t series) : merged_(series) {}

  /// Takes what `sums` gathered over one unit, and empties it.
  /// @pre sums.size() is the number of series; no unit comes twice
  void store(std::size_t unit, UnitSums& sums) {
    SHANHAI_EXPECT(sums.size() == merged_.size() && unit >= next_);
    std::vector<Moments>& of_unit = waiting_[unit];
    of_unit.reserve(sums.size());
    for (std::size_t series = 0; series < sums.size(); ++series) {
      of_unit.push_back(sums.finish(series));
    }
    for (; waiting_.contains(next_); ++next_) {
      merge(waiting_[next_]);
      waiting_.erase(next_);
    }
  }

  /// One series over the units from 0 to the first that has not come.
  [[nodiscard]] const Moments& merged(std::size_t series) const noexcept {
    SHANHAI_EXPECT(series < merged_.size());
    return merged_[series];
  }

 private:
  void merge(const std::vector<Moments>& unit) noexcept {
    for (std::size_t series = 0; series < merged_.size(); ++series) {
      merged_[series].merge(unit[series]);
    }
  }

  std::size_t next_ = 0;
  std::vector<Moments> merged_;
  std::map<std::size_t, std::vector<Moments>> waiting_;
};

}  // namespace shanhai::stats
