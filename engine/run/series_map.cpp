#include "run/series_map.hpp"

namespace shanhai::run {

SeriesMap::SeriesMap(flow::Shape shape, std::size_t groups, std::size_t schemes, bool in_full)
    : parties_(shape.parties),
      streams_(shape.streams),
      years_(static_cast<std::size_t>(shape.years) + 1),
      yearlies_(in_full ? 4 : 0),
      party_start_(groups * streams_ * levels * years_),
      ratio_start_(party_start_ + schemes * parties_ * (yearlies_ * years_ + singles)),
      size_(ratio_start_ + schemes) {}

std::size_t SeriesMap::revenue(std::size_t group, Level level, std::size_t stream, int year) const noexcept {
  return ((group * streams_ + stream) * levels + static_cast<std::size_t>(level)) * years_ +
         static_cast<std::size_t>(year);
}

std::size_t SeriesMap::yearly(std::size_t scheme, std::size_t party, Yearly what, int year) const noexcept {
  const std::size_t block = yearlies_ * years_ + singles;
  return party_start_ + (scheme * parties_ + party) * block + static_cast<std::size_t>(what) * years_ +
         static_cast<std::size_t>(year);
}

std::size_t SeriesMap::single(std::size_t scheme, std::size_t party, Single what) const noexcept {
  return yearly(scheme, party, Yearly::cash_flow, 0) + yearlies_ * years_ + static_cast<std::size_t>(what);
}

std::size_t SeriesMap::ratio(std::size_t scheme) const noexcept {
  return ratio_start_ + scheme;
}

}  // namespace shanhai::run
