#include "store/expression.hpp"

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>

namespace shanhai::store {

void check_expression(const SQLite::Database& database, const std::string& table, const std::string& text) {
  if (text.find('\0') != std::string::npos) {
    throw SQLite::Exception("unexpected end", SQLITE_ERROR);
  }
  // One that reads both with parentheses around it and without. Line feeds end what may be a comment.
  for (const char* form : {"SELECT 1 FROM {} WHERE\n{}\n", "SELECT 1 FROM {} WHERE (\n{}\n)"}) {
    const SQLite::Statement compiled(database, fmt::format(fmt::runtime(form), table, text));
    if (compiled.getBindParameterCount() != 0) {
      throw SQLite::Exception("parameters have no value here", SQLITE_ERROR);
    }
  }
}

}  // namespace shanhai::store
