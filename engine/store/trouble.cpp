#include "store/trouble.hpp"

#include <algorithm>
#include <array>

#include <sqlite3.h>

#include "core/say.hpp"
#include "core/system_reason.hpp"
#include "core/width.hpp"

namespace shanhai::store {
namespace {

struct Reason {
  int code = 0;
  Words words;
};

constexpr std::array of_sqlite{
    Reason{SQLITE_FULL, {"磁盘已满", "the disk is full"}},
    Reason{SQLITE_IOERR,
           {"读写失败（磁盘已满、设备出错，或文件超过允许的大小）",
            "reading or writing failed: the disk is full or broken, or files may not be so large"}},
    Reason{SQLITE_READONLY, {"只读，无法写入", "it can only be read, not written"}},
    Reason{SQLITE_CANTOPEN,
           {"无法打开（检查权限，以及所在的文件夹能否写入）",
            "it cannot be opened; check permissions, and whether its folder can be written"}},
    Reason{SQLITE_NOTADB, {"不是山海的结果库", "it is no store of results of Shanhai"}},
    Reason{SQLITE_CORRUPT, {"文件已损坏", "the file is damaged"}},
    Reason{SQLITE_BUSY, {"另一个程序正占用这个文件", "another process keeps the file busy"}},
    Reason{SQLITE_NOMEM, {"内存不足", "memory ran out"}},
};

Refusal refuse(const std::string& file, const Text& reason) {
  return {.of_user = false, .reason = say({"{}：{}", "{}: {}"}, printable(file), reason)};
}

}  // namespace

Refusal trouble(const std::string& file, const SQLite::Exception& error) {
  constexpr int primary = 0xff;  // above it stand details
  const auto* known = std::ranges::find(of_sqlite, error.getErrorCode() & primary, &Reason::code);
  return refuse(file, known != of_sqlite.end() ? known->words.text() : Text{error.what(), error.what()});
}

Refusal trouble(const std::string& file, int error) {
  return refuse(file, system_reason(error));
}

void damaged() {
  throw SQLite::Exception("damaged", SQLITE_CORRUPT);
}

}  // namespace shanhai::store
