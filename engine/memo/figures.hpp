#pragma once

#include <string>

#include "run/outcome.hpp"

namespace shanhai::memo {

/// A number for people: rounded to a decimal place (0 is whole numbers, -2 hundreds), thousands apart, never "-0".
[[nodiscard]] std::string figure(double value, int decimals);

/// The decimal place an error supports: that of its leading digit, one more where that digit is 1; but never beyond
/// `most`, which also holds where there is no error.
[[nodiscard]] int supported_decimals(double error, int most);

/// An error at a decimal place; never shown as 0 where there is one.
[[nodiscard]] std::string error_figure(double error, int decimals);

/// A share of paths, such as 62.3%. None and all are told without decimals: their error is not theirs to show. What is
/// neither is never rounded to them: <0.1%, >99.9%.
[[nodiscard]] std::string percentage(const run::Estimate& share);

/// Its error, such as ± 0.2%; empty where there is none to show.
[[nodiscard]] std::string percentage_error(const run::Estimate& share);

/// A part of something in percent, also below 0 or above all of it: a difference of shares, a share of variance.
[[nodiscard]] std::string part(const run::Estimate& part);

/// Its error; empty where there is none to show.
[[nodiscard]] std::string part_error(const run::Estimate& part);

}  // namespace shanhai::memo
