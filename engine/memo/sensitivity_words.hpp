#pragma once

#include <string>

#include "memo/sensitivity_table.hpp"

namespace shanhai::memo {

/// A share of the variance without its interval, with the digits that supports, such as 62%.
[[nodiscard]] std::string share(const analysis::Index& index);

/// Its 95% interval, such as 53–70%; the truth is known to lie from 0 to 100%.
[[nodiscard]] std::string share_interval(const analysis::Index& index);

/// What the table comes to, in sentences.
[[nodiscard]] std::string sensitivity_words(const SensitivityPage& page, Language language);

}  // namespace shanhai::memo
