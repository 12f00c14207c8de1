#pragma once

#include <string>

#include <SQLiteCpp/Database.h>

namespace shanhai::store {

/// Throws what SQLite says unless a text is one SQL expression over a table or view: so that it can neither close the
/// parentheses that are put around it, nor end the statement, nor sum up rows, nor wait for parameters.
void check_expression(const SQLite::Database& database, const std::string& table, const std::string& text);

}  // namespace shanhai::store
