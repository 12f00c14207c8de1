#pragma once

#include <vector>

#include "core/number.hpp"
#include "input/reader.hpp"

namespace shanhai::input {

inline constexpr Range seed_range{0, 9e18};

/// A number that is no distribution; what is wrong with it is reported.
[[nodiscard]] std::optional<double> to_known(Reader& reader, const Node& node, const Range& range);

void read(Reader& reader, const Node& node, bool& out, const Range& range);
void read(Reader& reader, const Node& node, int& out, const Range& range);
void read(Reader& reader, const Node& node, std::uint64_t& out, const Range& range);

/// A number that must be known: a distribution is refused.
void read(Reader& reader, const Node& node, double& out, const Range& range);

/// A number, or a distribution of which no value leaves the range.
void read(Reader& reader, const Node& node, Number& out, const Range& range);

/// One number, or a list of them by year.
void read(Reader& reader, const Node& node, Levels& out, const Range& range);
void read(Reader& reader, const Node& node, Payments& out, const Range& range);
void read(Reader& reader, const Node& node, std::vector<Number>& out, const Range& range);

/// Rising numbers.
void read(Reader& reader, const Node& node, std::vector<double>& out, const Range& range);

/// `3`, `1-5` or `11-`.
void read(Reader& reader, const Node& node, YearRange& out, const Range& range);
[[nodiscard]] std::optional<YearRange> to_years(std::string_view text);

}  // namespace shanhai::input
