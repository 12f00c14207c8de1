#pragma once

#include <string>

#include "core/text.hpp"
#include "stats/estimate.hpp"

namespace shanhai::memo {

/// Numbers of an outcome of a sweep, which an SQL expression names: chances in percent, what else as it stands in the
/// store. No digits beyond the error; where it is not known, three.
class OutcomeFigures {
 public:
  explicit OutcomeFigures(const std::string& expression);

  [[nodiscard]] std::string value(const stats::Estimate& value) const;

  /// More or less of it, such as -12% of a chance: percentage points.
  [[nodiscard]] std::string difference(const stats::Estimate& difference) const;

  /// Its error, such as ± 120; empty where there is none to show.
  [[nodiscard]] std::string error(const stats::Estimate& difference) const;

 private:
  bool is_chance_;
};

/// A number without an error, for people: whole where it is large, else with four digits.
[[nodiscard]] std::string plain_number(double value);

/// What the store's money is in, as a sentence, where an SQL expression is of money; else empty.
[[nodiscard]] std::string money_in_words(const std::string& expression,
                                         const std::string& currency,
                                         double unit,
                                         Language language);

/// Whether a column of a store holds chances.
[[nodiscard]] bool is_chance(const std::string& column);

}  // namespace shanhai::memo
