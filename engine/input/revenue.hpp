#pragma once

#include "economy/economy.hpp"
#include "input/reader.hpp"

namespace shanhai::input {

/// A table with its uncertainty, or a park; leaves the names of its streams with the reader.
void read(Reader& reader, const Node& node, economy::Source& out, const Range& range);

/// One of the words, or `{tax: another tax}`.
void read(Reader& reader, const Node& node, economy::TaxBase& out, const Range& range);

/// A rate by year, or `{sector: rate, otherwise: rate}`.
void read(Reader& reader, const Node& node, economy::SectorRates& out, const Range& range);

/// `[[factor, factor, correlation], ...]`, the factors `macro` and the sectors.
void read(Reader& reader, const Node& node, std::vector<economy::Correlation>& out, const Range& range);

}  // namespace shanhai::input
