#include "store/examine.hpp"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include "core/say.hpp"
#include "core/width.hpp"
#include "store/manifest_tables.hpp"
#include "store/point_reader.hpp"
#include "store/schema.hpp"
#include "store/trouble.hpp"

namespace shanhai::store {
namespace {

std::optional<Refusal> refuse_others(SQLite::Database& database, const std::string& file) {
  if (database.execAndGet("PRAGMA application_id").getInt() != application_id) {
    throw SQLite::Exception("no store", SQLITE_NOTADB);
  }
  const int version = database.execAndGet("PRAGMA user_version").getInt();
  if (version != schema_version) {
    return Refusal{.of_user = false,
                   .reason = say({"{}：结果库的格式版本为 {}，本程序只读版本 {}",
                                  "{}: the store is of format {}, this program reads format {}"},
                                 printable(file),
                                 version,
                                 schema_version)};
  }
  return std::nullopt;
}

// The whole check and not the quick one: they differ in two indexes of a few rows, of which only this one would notice
// that they are wrong.
void check_structure(const SQLite::Database& database) {
  SQLite::Statement check(database, "PRAGMA integrity_check(1)");
  if (!check.executeStep() || check.getColumn(0).getString() != "ok") {
    damaged();
  }
}

}  // namespace

std::optional<Refusal> examine(SQLite::Database& database, const std::string& file, const Visitor& visitor) {
  return guarded(file, [&]() -> std::optional<Refusal> {
    const SQLite::Transaction moment(database);
    if (std::optional<Refusal> refusal = refuse_others(database, file)) {
      return refusal;
    }
    check_structure(database);
    const Manifest manifest = read_manifest(database);
    if (!has_schema(database, manifest)) {
      damaged();
    }
    if (std::optional<Refusal> refusal = visitor.manifest(manifest)) {
      return refusal;
    }
    return read_points(database, manifest, visitor.point);
  });
}

}  // namespace shanhai::store
