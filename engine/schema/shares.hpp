#pragma once

#include <vector>

#include "core/number.hpp"
#include "schema/book.hpp"
#include "scheme/payers.hpp"
#include "scheme/split.hpp"
#include "scheme/statistics.hpp"
#include "scheme/terms.hpp"

namespace shanhai::schema {

[[nodiscard]] Json schema_of(SchemaBook& book, Type<Shares> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<scheme::ReferenceParts> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<std::vector<Shares>> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<scheme::Payers> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<scheme::StreamShares> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<scheme::Phases> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<scheme::Statistics::Credit> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<PerParty<Levels>> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<PerParty<Number>> type, const Range& range);

}  // namespace shanhai::schema
