#pragma once

#include <functional>
#include <optional>

#include <SQLiteCpp/Database.h>

#include "store/manifest.hpp"
#include "store/point_result.hpp"
#include "store/refusal.hpp"

namespace shanhai::store {

/// Goes through all points of a store in order, each held against its digest, until `visit` refuses one; throws
/// damaged() where something is not as it was written.
[[nodiscard]] std::optional<Refusal> read_points(
    const SQLite::Database& database,
    const Manifest& manifest,
    const std::function<std::optional<Refusal>(const PointResult&)>& visit);

}  // namespace shanhai::store
