#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/reference.hpp"
#include "core/text.hpp"
#include "input/reader.hpp"

namespace shanhai::input {

/// At most this many parties, streams, sectors, events, schemes, clauses, and so on.
inline constexpr std::size_t most_named = 64;

/// Bytes of a key.
inline constexpr std::size_t longest_id = 80;

/// Words that no key may be, because they mean something where a key may stand.
inline constexpr std::array<std::string_view, 6> reserved{"rest", "external", "otherwise", "full", "costs", "macro"};

/// Text that people read: one string, or {zh, en}.
void read(Reader& reader, const Node& node, Text& out, const Range& range);
void read(Reader& reader, const Node& node, std::string& out, const Range& range);

void read(Reader& reader, const Node& node, PartyRef& out, const Range& range);
void read(Reader& reader, const Node& node, StreamRef& out, const Range& range);
void read(Reader& reader, const Node& node, SectorRef& out, const Range& range);
void read(Reader& reader, const Node& node, std::vector<StreamRef>& out, const Range& range);
void read(Reader& reader, const Node& node, std::vector<SectorRef>& out, const Range& range);

/// The keys of a map as ids: letters, digits, CJK, '-' and '_', none reserved; reports the others, and a map with fewer
/// than `least` or more than `most_named`.
[[nodiscard]] std::vector<std::string> read_ids(Reader& reader, const Node& node, std::size_t least);

}  // namespace shanhai::input
