#pragma once

#include <vector>

#include "economy/economy.hpp"
#include "schema/book.hpp"

namespace shanhai::schema {

[[nodiscard]] Json schema_of(SchemaBook& book, Type<economy::Source> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<economy::TaxBase> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<economy::SectorRates> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<std::vector<economy::Correlation>> type, const Range& range);

}  // namespace shanhai::schema
