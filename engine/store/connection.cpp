#include "store/connection.hpp"

#include <cerrno>
#include <filesystem>
#include <optional>
#include <system_error>

#include <sqlite3.h>

#include "core/say.hpp"
#include "core/width.hpp"
#include "store/trouble.hpp"

namespace shanhai::store {
namespace {

namespace fs = std::filesystem;

constexpr int patience_ms = 5000;

// Opening a pipe would wait for its other end.
std::optional<Refusal> refuse_other_than_file(const std::string& file) {
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (error) {
    return trouble(file, error.value());
  }
  if (fs::is_directory(status)) {
    return trouble(file, EISDIR);
  }
  if (!fs::is_regular_file(status)) {
    return Refusal{.of_user = false,
                   .reason = say({"{}：不是普通文件", "{}: it is not a regular file"}, printable(file))};
  }
  return std::nullopt;
}

int flags_of(Access access) {
  switch (access) {
    case Access::read:
      return SQLite::OPEN_READONLY;
    case Access::write:
      return SQLite::OPEN_READWRITE;
    case Access::create:
      return SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
  }
  return 0;
}

// A writer that was killed as it began or ended its work may have left a journal, which only a connection that may
// write can undo.
void mend(const std::string& file) {
  std::error_code error;
  if (fs::exists(file + "-journal", error)) {
    SQLite::Database(file, SQLite::OPEN_READWRITE, patience_ms).exec("SELECT 1 FROM sqlite_schema");
  }
}

void set(const SQLite::Database& database, int option, int value) {
  database.check(::sqlite3_db_config(database.getHandle(), option, value, nullptr));
}

// A store that is being written, or was left so, is read by help of a small file beside it. Where a full disk has no
// room for that, the help stands in memory, for which the store must be the reader's alone.
SQLite::Database open_to_read(const std::string& file) {
  SQLite::Database database(file, flags_of(Access::read), patience_ms);
  try {
    database.exec("SELECT 1 FROM sqlite_schema");
  } catch (const SQLite::Exception& error) {
    if (error.getExtendedErrorCode() != SQLITE_IOERR_SHMSIZE) {
      throw;
    }
    database = SQLite::Database(file, flags_of(Access::write), patience_ms);
    set(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1);
    database.exec("PRAGMA locking_mode = EXCLUSIVE");
  }
  return database;
}

}  // namespace

std::string resolved(const std::string& file) {
  std::error_code error;
  if (fs::is_symlink(fs::symlink_status(file, error))) {
    const fs::path target = fs::weakly_canonical(fs::absolute(file, error), error);
    return error ? file : target.string();
  }
  return file.starts_with(':') || file.starts_with("file:") ? "./" + file : file;
}

OrRefusal<SQLite::Database> connect(const std::string& file, Access access) {
  if (access != Access::create) {
    if (std::optional<Refusal> refusal = refuse_other_than_file(file)) {
      return *std::move(refusal);
    }
  }
  if (access == Access::read) {
    mend(file);
  }
  SQLite::Database database =
      access == Access::read ? open_to_read(file) : SQLite::Database(file, flags_of(access), patience_ms);
  // A file may come from anywhere: its schema may not do more than a schema does, and an unknown name in double quotes
  // is a fault, not a text.
  set(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
  set(database, SQLITE_DBCONFIG_DEFENSIVE, 1);
  set(database, SQLITE_DBCONFIG_DQS_DML, 0);
  set(database, SQLITE_DBCONFIG_DQS_DDL, 0);
  database.exec("PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;");
  return database;
}

}  // namespace shanhai::store
