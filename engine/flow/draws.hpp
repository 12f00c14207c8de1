#pragma once

#include <concepts>

#include "core/lanes.hpp"
#include "core/lazy_rows.hpp"
#include "core/number.hpp"

namespace shanhai::flow {

/// A number as the lane loops read it: the same in every path, or one value per lane.
class Operand {
 public:
  explicit Operand(double value) noexcept : value_(value) {}

  explicit Operand(ConstLanes row) noexcept : row_(row.data()) {}

  // A sum where a choice would do: a choice keeps loops from the vector units, or makes them slow there.
  [[nodiscard]] double operator[](std::size_t lane) const noexcept { return row_[lane] + value_; }

  [[nodiscard]] bool is_known() const noexcept { return row_ == zeros(); }

  /// @pre it is known
  [[nodiscard]] double value() const noexcept { return value_; }

 private:
  const double* row_ = zeros();  // what a known number adds to its value in each lane
  double value_ = 0;
};

/// Does something in every lane with the values that numbers have there: act(lane, value of each number). Where all are
/// known, as they mostly are, the loop reads no row for them.
template <class Act, std::same_as<Operand>... Numbers>
[[gnu::always_inline]] inline void each_lane(std::size_t lanes, const Act& act, const Numbers&... numbers) noexcept {
  if ((numbers.is_known() && ...)) {
    const auto act_on_known = [&act, ... value = numbers.value()](std::size_t lane) {
      act(lane, value...);
    };
    shanhai::each_lane(lanes, act_on_known);
  } else {
    shanhai::each_lane(lanes, [&](std::size_t lane) { act(lane, numbers[lane]...); });
  }
}

/// Adds to every lane of a row what value(lane, value of each number) is there.
template <class Value, std::same_as<Operand>... Numbers>
[[gnu::always_inline]] inline void add(LazyRows& to,
                                       std::size_t row,
                                       const Value& value,
                                       const Numbers&... numbers) noexcept {
  const bool blank = !to.written(row);
  const Lanes sum = to.overwrite(row);
  if (blank) {
    each_lane(
        sum.size(), [&](std::size_t i, auto... each) { sum[i] = value(i, each...); }, numbers...);
  } else {
    each_lane(
        sum.size(), [&](std::size_t i, auto... each) { sum[i] += value(i, each...); }, numbers...);
  }
}

/// The drawn values of a scenario's uncertain numbers in one block; shape [uncertain number][lane].
class Draws {
 public:
  Draws(std::size_t numbers, std::size_t lanes) : rows_(numbers, lanes) {}

  [[nodiscard]] Lanes operator[](std::size_t number) noexcept { return rows_[number]; }

  [[nodiscard]] Operand of(const Number& number) const noexcept {
    return number.is_known() ? Operand{number.value} : Operand{rows_[number.draw]};
  }

 private:
  Rows rows_;
};

}  // namespace shanhai::flow
