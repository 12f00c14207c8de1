#pragma once

#include <vector>

#include "core/number.hpp"
#include "input/reader.hpp"
#include "scheme/payers.hpp"
#include "scheme/split.hpp"
#include "scheme/statistics.hpp"
#include "scheme/terms.hpp"

namespace shanhai::input {

/// `{party: share, ...}` adding up to 1; one party may be `rest`, and only then may shares be uncertain.
void read(Reader& reader, const Node& node, Shares& out, const Range& range);
void read(Reader& reader, const Node& node, std::vector<Shares>& out, const Range& range);

/// Parts of parties, which need not add up to 1 since rebates take some; one may be `rest`.
void read(Reader& reader, const Node& node, scheme::ReferenceParts& out, const Range& range);

/// A party, shares of parties, or `external`.
void read(Reader& reader, const Node& node, scheme::Payers& out, const Range& range);

/// Shares of parties, or by stream; streams not named go to the first host.
void read(Reader& reader, const Node& node, scheme::StreamShares& out, const Range& range);

/// `{years: shares}`, every year in exactly one phase.
void read(Reader& reader, const Node& node, scheme::Phases& out, const Range& range);

/// Shares of parties, or `full`.
void read(Reader& reader, const Node& node, scheme::Statistics::Credit& out, const Range& range);

void read(Reader& reader, const Node& node, PerParty<Levels>& out, const Range& range);
void read(Reader& reader, const Node& node, PerParty<Number>& out, const Range& range);

}  // namespace shanhai::input
