#pragma once

#include <string>
#include <vector>

#include "core/reference.hpp"
#include "core/text.hpp"
#include "schema/book.hpp"

namespace shanhai::schema {

/// The key of something: what may be referred to.
[[nodiscard]] Json schema_of_id(SchemaBook& book);

[[nodiscard]] Json schema_of(SchemaBook& book, Type<std::string> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<Text> type, const Range& range);

[[nodiscard]] Json schema_of(SchemaBook& book, Type<PartyRef> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<StreamRef> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<SectorRef> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<std::vector<StreamRef>> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<std::vector<SectorRef>> type, const Range& range);

}  // namespace shanhai::schema
