// A disk that is full, for machines where no small one can be mounted: put before the system's library by LD_PRELOAD, a
// write into the folder SHANHAI_DISK fails with ENOSPC where its files would grow beyond SHANHAI_DISK_BYTES together.

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;

off_t used_in(const fs::path& folder) {
  off_t used = 0;
  std::error_code none;
  for (const fs::directory_entry& file : fs::directory_iterator(folder, none)) {
    const std::uintmax_t size = file.file_size(none);
    used += none ? 0 : static_cast<off_t>(size);
  }
  return used;
}

/// Whether a file may grow to an end; else says why not.
bool has_room(int file, off_t end) {
  const char* const folder = std::getenv("SHANHAI_DISK");
  const char* const bytes = std::getenv("SHANHAI_DISK_BYTES");
  std::error_code none;
  const fs::path path = fs::read_symlink("/proc/self/fd/" + std::to_string(file), none);

  struct stat now {};

  if (folder == nullptr || bytes == nullptr || path.parent_path() != folder || ::fstat(file, &now) != 0 ||
      end <= now.st_size || used_in(folder) + end - now.st_size <= std::atoll(bytes)) {
    return true;
  }
  errno = ENOSPC;
  return false;
}

template <class Function>
Function* systems(Function* /*type*/, const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

ssize_t write(int file, const void* bytes, size_t size) {
  static auto* const real = systems(&::write, "write");

  struct stat now {};

  const bool regular = ::fstat(file, &now) == 0 && S_ISREG(now.st_mode);
  return !regular || has_room(file, now.st_size + static_cast<off_t>(size)) ? real(file, bytes, size) : -1;
}

ssize_t pwrite(int file, const void* bytes, size_t size, off_t at) {
  static auto* const real = systems(&::pwrite, "pwrite");
  return has_room(file, at + static_cast<off_t>(size)) ? real(file, bytes, size, at) : -1;
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at) {
  static auto* const real = systems(&::pwrite64, "pwrite64");
  return has_room(file, at + static_cast<off_t>(size)) ? real(file, bytes, size, at) : -1;
}

}  // extern "C"
