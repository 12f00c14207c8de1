#include "store/lock.hpp"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/say.hpp"
#include "core/width.hpp"
#include "store/trouble.hpp"

namespace shanhai::store {
namespace {

constexpr int none = -1;
constexpr mode_t ordinary_mode = 0666;  // less what the user's umask takes

// Whether the file is still that of its name: the one who held the lock before may have removed it.
bool is_in_place(int descriptor, const std::string& path) {
  struct stat held {};

  struct stat named {};

  return ::fstat(descriptor, &held) == 0 && ::stat(path.c_str(), &named) == 0 && held.st_ino == named.st_ino &&
         held.st_dev == named.st_dev;
}

Refusal in_use(const std::string& store, const std::string& path) {
  return {.of_user = false,
          .reason = say({"{}：另一个程序正在写入（锁文件 {}）", "{}: another process is writing it (lock file {})"},
                        printable(store),
                        printable(path))};
}

}  // namespace

OrRefusal<Lock> Lock::take(const std::string& store) {
  const std::string path = store + ".lock";
  while (true) {
    Lock lock(path, ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, ordinary_mode));
    if (lock.descriptor_ == none) {
      return trouble(path, errno);
    }
    if (::flock(lock.descriptor_, LOCK_EX | LOCK_NB) != 0) {
      const int error = errno;
      ::close(std::exchange(lock.descriptor_, none));
      return error == EWOULDBLOCK ? in_use(store, path) : trouble(path, error);
    }
    if (is_in_place(lock.descriptor_, path)) {
      return lock;
    }
    ::close(std::exchange(lock.descriptor_, none));
  }
}

Lock::Lock(std::string path, int descriptor) noexcept : path_(std::move(path)), descriptor_(descriptor) {}

Lock::Lock(Lock&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, none)) {}

Lock::~Lock() {
  if (descriptor_ != none) {
    ::unlink(path_.c_str());  // before it is free, so that nobody's lock but this one is removed
    ::close(descriptor_);
  }
}

}  // namespace shanhai::store
