#include "store/aside.hpp"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <utility>
#include <variant>

#include <SQLiteCpp/Transaction.h>
#include <fcntl.h>
#include <unistd.h>

#include "core/say.hpp"
#include "core/width.hpp"
#include "store/connection.hpp"
#include "store/manifest_tables.hpp"
#include "store/schema.hpp"
#include "store/trouble.hpp"

namespace shanhai::store {
namespace {

// Makes the rename last through a power cut; not every file system can, so a refusal is no fault.
void sync_folder_of(const std::string& file) {
  const std::filesystem::path folder = std::filesystem::path(file).parent_path();
  const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor >= 0) {
    static_cast<void>(::fsync(descriptor));
    ::close(descriptor);
  }
}

}  // namespace

OrRefusal<Aside> Aside::begin(const std::string& file) {
  std::error_code error;
  if (std::filesystem::exists(std::filesystem::symlink_status(file, error))) {
    return Refusal{.of_user = true,
                   .reason = say({"{}：同名文件已存在", "{}: a file of this name exists"}, printable(file))};
  }
  Aside aside(file);
  aside.remove();
  return aside;
}

Aside::Aside(std::string place) : place_(std::move(place)), path_(place_ + ".new") {}

Aside::Aside(Aside&& other) noexcept : place_(std::move(other.place_)), path_(std::exchange(other.path_, {})) {}

Aside::~Aside() {
  remove();
}

SQLite::Database Aside::create(const Manifest& manifest) const {
  SQLite::Database database = std::get<SQLite::Database>(connect(path_, Access::create));
  SQLite::Transaction transaction(database);
  create_schema(database, manifest);
  write_manifest(database, manifest);
  transaction.commit();
  return database;
}

std::optional<Refusal> Aside::move() {
  if (std::rename(path_.c_str(), place_.c_str()) != 0) {
    return trouble(place_, errno);
  }
  path_.clear();
  sync_folder_of(place_);
  return std::nullopt;
}

void Aside::remove() const noexcept {
  if (!path_.empty()) {
    for (const char* part : {"-journal", ""}) {
      ::unlink((path_ + part).c_str());
    }
  }
}

}  // namespace shanhai::store
