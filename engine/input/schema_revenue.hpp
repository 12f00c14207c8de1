#pragma once

#include <vector>

#include "economy/economy.hpp"
#include "input/schema_book.hpp"

namespace shanhai::input {

[[nodiscard]] Json schema_of(SchemaBook& book, Type<economy::Source> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<economy::TaxBase> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<economy::SectorRates> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<std::vector<economy::Correlation>> type, const Range& range);

}  // namespace shanhai::input
