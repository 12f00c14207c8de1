#pragma once

#include <vector>

#include "input/contract.hpp"

namespace shanhai::input {

/// Reports what the keys of a clause one by one do not show.
void judge_clause(Reader& reader, const ClauseNode& node, const scheme::Clause& clause);

/// Reports clauses that make no contract together: they stand in the order in which money flows, and exactly one of
/// them ends the pool.
/// @param nodes  of the clauses
void judge_contract(Reader& reader,
                    const Node& scheme,
                    const std::vector<ClauseNode>& nodes,
                    const std::vector<scheme::Clause>& clauses);

}  // namespace shanhai::input
