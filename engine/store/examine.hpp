#pragma once

#include <functional>
#include <optional>

#include <SQLiteCpp/Database.h>

#include "store/manifest.hpp"
#include "store/point_result.hpp"
#include "store/refusal.hpp"

namespace shanhai::store {

/// What is done with the content of a store while it is examined; a refusal ends it.
struct Visitor {
  std::function<std::optional<Refusal>(const Manifest&)> manifest;
  std::function<std::optional<Refusal>(const PointResult&)> point;
};

/// Reads all of a store, as it is at one moment, and holds every byte that matters against itself: SQLite sees what is
/// wrong with its own structure only. Refused: a file that is no store, or another version's, or is damaged.
[[nodiscard]] std::optional<Refusal> examine(SQLite::Database& database,
                                             const std::string& file,
                                             const Visitor& visitor);

}  // namespace shanhai::store
