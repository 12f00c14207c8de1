#pragma once

#include <cstdint>
#include <vector>

#include "store/columns.hpp"
#include "store/point_result.hpp"

namespace shanhai::store {

/// The digest of all that a store keeps of a point.
[[nodiscard]] std::int64_t digest_of(const PointResult& point,
                                     const std::vector<Column<run::SchemeOutcome>>& of_scheme,
                                     const std::vector<Column<run::PartyOutcome>>& of_party);

}  // namespace shanhai::store
