#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include "core/law.hpp"

namespace shanhai {

/// A number of the scenario: known, or drawn once per path.
struct Number {
  static constexpr std::size_t known = std::numeric_limits<std::size_t>::max();

  double value = 0;          ///< the number, or the mean of its law
  std::size_t draw = known;  ///< its place in the scenario's list of uncertain numbers

  Number() = default;

  // A plain value is the ordinary case, so it converts.
  Number(double known_value) : value(known_value) {}  // NOLINT(google-explicit-constructor)

  Number(double mean, std::size_t place) : value(mean), draw(place) {}

  [[nodiscard]] bool is_known() const noexcept { return draw == known; }

  bool operator==(const Number&) const = default;
};

/// An uncertain number: its law and the name its draws are addressed by.
struct UncertainNumber {
  std::string name;
  Law law;
};

/// A level by year (a forecast, a rate, a target): starts in year 1 and holds its last value.
struct Levels {
  std::vector<Number> values;

  Levels() = default;

  Levels(Number every_year) : values{every_year} {}  // NOLINT(google-explicit-constructor)

  explicit Levels(std::vector<Number> by_year) : values(std::move(by_year)) {}

  /// @pre values is not empty; years before 1 take the first value
  [[nodiscard]] const Number& in(int year) const noexcept {
    const auto place = static_cast<std::size_t>(std::max(year - 1, 0));
    return values[std::min(place, values.size() - 1)];
  }

  bool operator==(const Levels&) const = default;
};

/// Payments by year: start at t = 0 (signing) and are 0 beyond the list.
struct Payments {
  std::vector<Number> values;

  [[nodiscard]] Number at(int year) const noexcept {
    const auto place = static_cast<std::size_t>(year);
    return place < values.size() ? values[place] : Number{};
  }

  bool operator==(const Payments&) const = default;
};

/// Years first..last of a clock, both included; an open end is `forever`.
struct YearRange {
  static constexpr int forever = std::numeric_limits<int>::max();

  int first = 1;
  int last = forever;

  [[nodiscard]] bool contains(int year) const noexcept { return first <= year && year <= last; }

  bool operator==(const YearRange&) const = default;
};

/// One entry per party of the scenario; 0 or empty for a party not named.
template <class T>
struct PerParty {
  std::vector<T> of;
  bool operator==(const PerParty&) const = default;
};

/// Shares of all parties, adding up to 1; an uncertain remainder belongs to `rest`.
struct Shares {
  std::vector<Number> of;
  std::size_t rest = Number::known;  ///< the party that takes what the uncertain shares of the others leave

  bool operator==(const Shares&) const = default;
};

}  // namespace shanhai
