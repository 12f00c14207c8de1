#pragma once

#include <string>
#include <vector>

#include "input/reader.hpp"
#include "run/scenario.hpp"

namespace shanhai::input {

/// A clause as it stands in a scheme, or as a kind expands to it.
struct ClauseNode {
  std::string key;   ///< which clause
  std::string path;  ///< of the scheme's own path, such as "clauses[1].cap" or, beside a kind, "cap"
  Node value;
  Place place;  ///< of the key
};

/// The clauses of a scheme in the order they act; a kind is expanded. Reports a scheme that has neither or both.
[[nodiscard]] std::vector<ClauseNode> clauses_of(Reader& reader, const Node& scheme);

/// The schemes of a scenario by their ids. Costs and transfers they do not give are left empty.
void read(Reader& reader, const Node& node, std::vector<scheme::Scheme>& out, const Range& range);

/// A known amount, or `costs`.
void read(Reader& reader, const Node& node, scheme::Recover::Target& out, const Range& range);

/// Amounts by year, or `{rate, of}`.
void read(Reader& reader, const Node& node, scheme::Floor::Guarantee& out, const Range& range);

/// A list of costs; an uncertain overrun is named by its item.
void read(Reader& reader, const Node& node, std::vector<scheme::Cost>& out, const Range& range);

}  // namespace shanhai::input
