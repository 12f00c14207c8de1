#pragma once

#include <string>

#include "memo/records.hpp"
#include "workbook/workbook.hpp"

namespace shanhai::workbook {

/// Adds a sheet with a table for machines as it is, numbers to sixteen digits; as many rows as a sheet can hold.
void add_records(Workbook& book, const std::string& name, const memo::Records& records);

}  // namespace shanhai::workbook
