#include "analysis/resample.hpp"

namespace shanhai::analysis {

std::vector<double> resample(const random::Stream& stream, std::size_t count, std::uint32_t number) {
  std::vector<double> uniform(count);
  stream.uniform({0, count}, number, 0, Lanes(uniform));
  std::vector<double> times(count);
  for (const double u : uniform) {
    times[static_cast<std::size_t>(u * static_cast<double>(count))] += 1;  // u is below 1
  }
  return times;
}

}  // namespace shanhai::analysis
