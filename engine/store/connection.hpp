#pragma once

#include <cstdint>
#include <string>

#include <SQLiteCpp/Database.h>

#include "store/refusal.hpp"

namespace shanhai::store {

enum class Access : std::uint8_t { read, write, create };

/// The file that a name stands for: two links to one store must not have two locks, and SQLite must not take a name
/// such as `:memory:` for more than a name.
[[nodiscard]] std::string resolved(const std::string& file);

/// A connection to a file; it waits a while where another process keeps the file busy. Throws what SQLite does.
[[nodiscard]] OrRefusal<SQLite::Database> connect(const std::string& file, Access access);

}  // namespace shanhai::store
