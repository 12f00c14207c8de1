#include "store/digest.hpp"

#include <bit>
#include <cmath>
#include <limits>

#define XXH_INLINE_ALL

#include <xxhash.h>  // the same hash that names a scenario

namespace shanhai::store {

Digest& Digest::add(std::uint64_t value) {
  constexpr unsigned bits = 8;
  for (unsigned i = 0; i < sizeof value; ++i) {
    bytes_ += static_cast<char>((value >> (bits * i)) & 0xffU);  // in one order on every machine
  }
  return *this;
}

Digest& Digest::add(double value) {
  constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
  return add(std::bit_cast<std::uint64_t>(std::isnan(value) ? nothing : value));
}

Digest& Digest::add(std::string_view text) {
  add(std::uint64_t{text.size()});
  bytes_ += text;
  return *this;
}

std::int64_t Digest::value() const {
  return std::bit_cast<std::int64_t>(std::uint64_t{XXH3_64bits(bytes_.data(), bytes_.size())});
}

}  // namespace shanhai::store
