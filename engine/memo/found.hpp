#pragma once

#include <string>

#include "core/text.hpp"
#include "store/reader.hpp"

namespace shanhai::memo {

/// What was found in a store, as a table for a terminal.
[[nodiscard]] std::string found_text(const store::Found& found);

/// The same as CSV: UTF-8 with a byte order mark, lines ended by CR LF; numbers as the shortest that read back as the
/// same, texts so that no spreadsheet takes them for formulas.
[[nodiscard]] std::string found_csv(const store::Found& found);

}  // namespace shanhai::memo
