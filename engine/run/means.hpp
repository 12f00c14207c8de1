#pragma once

#include <vector>

#include "run/outcome.hpp"
#include "run/tally.hpp"

namespace shanhai::run {

/// The mean net present values of a run, and their differences: plain means over the paths or, where the paths kept
/// control variates, the sharper means of what these do not explain.
class Means {
 public:
  /// @param kept  its first `paths` paths; must outlive this
  Means(const Kept& kept, std::uint64_t paths, unsigned threads);

  [[nodiscard]] Estimate npv(std::size_t scheme, std::size_t party) const;

  [[nodiscard]] Estimate total(std::size_t scheme) const;

  /// Of scheme a over scheme b, on common random numbers.
  [[nodiscard]] Estimate difference(std::size_t a, std::size_t b, std::size_t party) const;

  /// How many times as many paths a plain mean would need for the error of npv(scheme, party).
  [[nodiscard]] double gain(std::size_t scheme, std::size_t party) const;

 private:
  [[nodiscard]] ConstLanes series(std::size_t scheme, std::size_t party) const;
  [[nodiscard]] Estimate estimate(ConstLanes values) const;

  const Kept* kept_;
  std::size_t paths_;
  std::vector<std::vector<double>> reduced_;  // [scheme, party][path]; empty without control variates
  double error_factor_ = 1;
};

}  // namespace shanhai::run
