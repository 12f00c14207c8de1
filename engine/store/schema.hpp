#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <SQLiteCpp/Database.h>

#include "store/manifest.hpp"

namespace shanhai::store {

inline constexpr int application_id = 0x53484149;  ///< "SHAI": tells a store from other files of SQLite
inline constexpr int schema_version = 1;

/// A column of the view `results`.
struct ViewColumn {
  std::string name;        ///< no two are the same, also in other case
  std::string expression;  ///< in SQL, over scheme_outcome `o`
};

/// The columns of the view `results` for a sweep, in order.
[[nodiscard]] std::vector<ViewColumn> view_columns(const Manifest& manifest);

/// A name as SQL reads it, whatever stands in it.
[[nodiscard]] std::string in_double_quotes(std::string_view name);

/// A text as SQL reads it.
[[nodiscard]] std::string in_single_quotes(std::string_view text);

/// Makes the tables and the view in an empty database, and marks it as a store.
void create_schema(SQLite::Database& database, const Manifest& manifest);

/// Whether a database has the tables and the view of a store of this sweep, as they were made. Further indexes and
/// views do no harm; a trigger could.
[[nodiscard]] bool has_schema(const SQLite::Database& database, const Manifest& manifest);

}  // namespace shanhai::store
