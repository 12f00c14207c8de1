#pragma once

#include <string>
#include <vector>

#include "paper/design.hpp"
#include "paper/paper.hpp"

namespace shanhai::paper {

/// A table with its caption above and its note below. Its titles are repeated on every page; rows are not torn; a short
/// table stays on one page. Its bound figures are added to `figures`.
[[nodiscard]] std::string table_xml(const Table& table,
                                    const Design& design,
                                    Language language,
                                    std::vector<Bound>& figures);

}  // namespace shanhai::paper
