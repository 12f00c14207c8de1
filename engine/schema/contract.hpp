#pragma once

#include <vector>

#include "schema/book.hpp"
#include "scheme/scheme.hpp"

namespace shanhai::schema {

[[nodiscard]] Json schema_of(SchemaBook& book, Type<std::vector<scheme::Scheme>> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<scheme::Recover::Target> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<scheme::Floor::Guarantee> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<scheme::Statistics> type, const Range& range);

}  // namespace shanhai::schema
