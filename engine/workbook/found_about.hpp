#pragma once

#include <vector>

#include "memo/found_columns.hpp"
#include "store/reader.hpp"
#include "workbook/workbook.hpp"

namespace shanhai::workbook {

/// Adds a sheet that says what a store is the result of, what each column means, and the names of schemes and parties,
/// in both languages.
void add_about(Workbook& book, const store::Reader& reader, const std::vector<memo::FoundColumn>& columns);

/// Adds two sheets with the texts of the base scenario and of the sweep, a row a line.
void add_source(Workbook& book, const store::Manifest& manifest);

}  // namespace shanhai::workbook
