#include "store/schema.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include "store/columns.hpp"

namespace shanhai::store {
namespace {

// Values are of type ANY, which keeps every number as it is: a column of type REAL drops the sign of -0.0.
constexpr std::string_view fixed_tables = R"(
CREATE TABLE manifest(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE axis(id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE axis_key(axis INTEGER NOT NULL REFERENCES axis, place INTEGER NOT NULL, key TEXT NOT NULL,
  PRIMARY KEY(axis, place)) STRICT, WITHOUT ROWID;
CREATE TABLE scheme(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, zh TEXT NOT NULL, en TEXT NOT NULL) STRICT;
CREATE TABLE party(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, zh TEXT NOT NULL, en TEXT NOT NULL) STRICT;
CREATE TABLE point(id INTEGER PRIMARY KEY, hash TEXT NOT NULL, failure TEXT, digest INTEGER NOT NULL) STRICT;
CREATE TABLE point_value(point INTEGER NOT NULL REFERENCES point, axis INTEGER NOT NULL REFERENCES axis,
  value TEXT NOT NULL, number ANY, PRIMARY KEY(point, axis)) STRICT, WITHOUT ROWID;
)";

std::string listed(const auto& columns) {
  std::string result;
  for (const auto& column : columns) {
    result += fmt::format("{} {}, ", column.name, column.is_whole ? "INTEGER" : "ANY");
  }
  return result;
}

std::string tables() {
  return fmt::format(
      "{}CREATE TABLE scheme_outcome(point INTEGER NOT NULL REFERENCES point, "
      "scheme INTEGER NOT NULL REFERENCES scheme, {}PRIMARY KEY(point, scheme)) STRICT, WITHOUT ROWID;\n"
      "CREATE TABLE party_outcome(point INTEGER NOT NULL REFERENCES point, "
      "scheme INTEGER NOT NULL REFERENCES scheme, party INTEGER NOT NULL REFERENCES party, "
      "{}PRIMARY KEY(point, scheme, party)) STRICT, WITHOUT ROWID;\n",
      fixed_tables,
      listed(scheme_columns()),
      listed(party_columns()));
}

std::string view(const Manifest& manifest) {
  std::string columns;
  for (const ViewColumn& column : view_columns(manifest)) {
    columns += fmt::format("{}{} AS {}", columns.empty() ? "" : ", ", column.expression, in_double_quotes(column.name));
  }
  return fmt::format("CREATE VIEW results AS SELECT {} FROM scheme_outcome o;\n", columns);
}

// Doubles every quote within, and puts one at each end.
std::string quoted(std::string_view text, char quote) {
  std::string result(1, quote);
  for (const char c : text) {
    result.append(c == quote ? 2 : 1, c);
  }
  return result + quote;
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;  // SQLite's idea of case
  });
  return text;
}

// Gathers columns under names of their own: SQLite could not tell an axis `Point` from the column `point`.
class ViewColumns {
 public:
  void add(std::string name, std::string expression) {
    while (!taken_.insert(lower(name)).second) {
      name += '_';
    }
    columns_.push_back({std::move(name), std::move(expression)});
  }

  [[nodiscard]] std::vector<ViewColumn> all() && { return std::move(columns_); }

 private:
  std::vector<ViewColumn> columns_;
  std::set<std::string> taken_;
};

using Object = std::array<std::string, 3>;  // type, name, SQL

std::set<Object> objects_of(const SQLite::Database& database) {
  std::set<Object> found;
  SQLite::Statement rows(database, "SELECT type, name, coalesce(sql, '') FROM sqlite_schema");
  while (rows.executeStep()) {
    found.insert({rows.getColumn(0).getString(), rows.getColumn(1).getString(), rows.getColumn(2).getString()});
  }
  return found;
}

}  // namespace

std::vector<ViewColumn> view_columns(const Manifest& manifest) {
  constexpr std::array of_party{
      std::pair{"npv", "npv_mean"},
      std::pair{"npv_se", "npv_se"},
      std::pair{"p_negative", "p_negative"},
      std::pair{"p_below", "p_below_reservation"},
      std::pair{"cvar05", "cvar05"},
      std::pair{"payback", "payback_q50"},
  };
  ViewColumns columns;
  columns.add("point", "o.point");
  columns.add("scheme", "(SELECT name FROM scheme WHERE id = o.scheme)");
  for (std::size_t a = 0; a < manifest.axes.size(); ++a) {
    columns.add(
        manifest.axes[a].name,
        fmt::format("(SELECT coalesce(number, value) FROM point_value WHERE point = o.point AND axis = {})", a));
  }
  for (const char* name : {"acceptance", "total_npv_mean", "nash", "jain", "ratio_change"}) {
    columns.add(name, fmt::format("o.{}", name));
  }
  // Each by a query of its own and no join, of which SQLite allows 64 tables: there may be as many parties.
  for (std::size_t p = 0; p < manifest.parties.size(); ++p) {
    for (const auto& [name, column] : of_party) {
      columns.add(
          fmt::format("{}_{}", name, manifest.parties[p].id),
          fmt::format(
              "(SELECT {} FROM party_outcome WHERE point = o.point AND scheme = o.scheme AND party = {})", column, p));
    }
  }
  return std::move(columns).all();
}

std::string in_double_quotes(std::string_view name) {
  return quoted(name, '"');
}

std::string in_single_quotes(std::string_view text) {
  return quoted(text, '\'');
}

void create_schema(SQLite::Database& database, const Manifest& manifest) {
  database.exec(tables() + view(manifest));
  database.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};", application_id, schema_version));
}

bool has_schema(const SQLite::Database& database, const Manifest& manifest) {
  SQLite::Database model(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  create_schema(model, manifest);
  const std::set<Object> found = objects_of(database);
  return std::ranges::includes(found, objects_of(model)) &&
         std::ranges::none_of(found, [](const Object& object) { return object[0] == "trigger"; });
}

}  // namespace shanhai::store
