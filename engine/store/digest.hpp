#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace shanhai::store {

/// A short hash of a series of values, kept beside them: it tells a byte that went wrong on the disk, which SQLite does
/// not, and results that differ. Every NaN is the same.
class Digest {
 public:
  Digest& add(std::uint64_t value);
  Digest& add(double value);
  Digest& add(std::string_view text);

  /// XXH3 with 64 bits, signed as SQLite's integers are.
  [[nodiscard]] std::int64_t value() const;

 private:
  std::string bytes_;
};

}  // namespace shanhai::store
