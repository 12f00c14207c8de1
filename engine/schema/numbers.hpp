#pragma once

#include <cstdint>
#include <vector>

#include "core/number.hpp"
#include "schema/book.hpp"

namespace shanhai::schema {

/// A number as JSON, whole where it is whole.
[[nodiscard]] Json plain_number(double value);

[[nodiscard]] Json schema_of(SchemaBook& book, Type<bool> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<int> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<std::uint64_t> type, const Range& range);

/// Numbers of a range, which may be written as a percentage; not of a range as such: a distribution.
[[nodiscard]] Json schema_of(SchemaBook& book, Type<double> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<Number> type, const Range& range);

[[nodiscard]] Json schema_of(SchemaBook& book, Type<Levels> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<Payments> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<std::vector<Number>> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<std::vector<double>> type, const Range& range);
[[nodiscard]] Json schema_of(SchemaBook& book, Type<YearRange> type, const Range& range);

}  // namespace shanhai::schema
