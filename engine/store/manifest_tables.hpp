#pragma once

#include <SQLiteCpp/Database.h>

#include "store/manifest.hpp"

namespace shanhai::store {

/// Puts a manifest into the empty tables of a new store.
void write_manifest(SQLite::Database& database, const Manifest& manifest);

/// The manifest of a store; throws damaged() where it is not as it was written.
[[nodiscard]] Manifest read_manifest(const SQLite::Database& database);

}  // namespace shanhai::store
