#include "store/lock.hpp"

#include <list>

#include <catch2/catch.hpp>
#include <fcntl.h>

#include "app/temporary_folder.hpp"
#include "store/child.hpp"

namespace shanhai::store {
namespace {

/// Takes and gives back the lock many times; 1 when another held it at the same time.
int compete(const std::string& store) {
  const std::string inside = store + ".inside";
  for (int taken = 0; taken < 500;) {
    const OrRefusal<Lock> lock = Lock::take(store);
    if (std::holds_alternative<Lock>(lock)) {
      const int alone = ::open(inside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
      if (alone < 0) {
        return 1;
      }
      ::close(alone);
      ::usleep(100);
      ::unlink(inside.c_str());
      ++taken;
    }
  }
  return 0;
}

TEST_CASE("Among processes that take and remove a lock, one holds it at a time", "[store][lock]") {
  const app::TemporaryFolder folder;
  std::list<Child> children;
  for (int i = 0; i < 4; ++i) {
    children.emplace_back([&] { return compete(folder.inside("a.db")); });
  }
  for (Child& child : children) {
    CHECK(child.wait() == 0);
  }
  CHECK(folder.names().empty());
}

}  // namespace
}  // namespace shanhai::store
