#include "app/read_file.hpp"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/descriptor.hpp"
#include "app/system_error.hpp"
#include "core/say.hpp"
#include "core/width.hpp"

namespace shanhai::app {

namespace {

constexpr Words reading{"无法读取", "cannot read"};

Fault too_large(const std::string& path) {
  return {exit_code::user,
          say({"{} 太大：上限为 {} 字节", "{} is too large: the limit is {} bytes"}, printable(path), most_file_bytes)};
}

Fault not_regular(const std::string& path) {
  return {exit_code::machine,
          say({"无法读取 {}：不是普通文件", "cannot read {}: it is not a regular file"}, printable(path))};
}

/// Reads to the end; one byte above the limit is enough to know that it is exceeded.
OrFault<std::string> read_all(const Descriptor& file, const std::string& path) {
  constexpr std::size_t step = 65'536;
  std::string text;
  while (text.size() <= most_file_bytes) {
    const std::size_t before = text.size();
    text.resize(before + step);
    const ssize_t got = ::read(file.number(), &text[before], step);
    text.resize(before + static_cast<std::size_t>(got > 0 ? got : 0));
    if (got == 0) {
      return text;
    }
    if (got < 0 && errno != EINTR) {
      return machine_fault(reading, path, errno);
    }
  }
  return too_large(path);
}

}  // namespace

OrFault<std::string> read_file(const std::string& path) {
  // Without O_NONBLOCK, opening a pipe would wait for its writer.
  const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};

  struct stat status {};

  if (!file.is_open() || ::fstat(file.number(), &status) != 0) {
    return machine_fault(reading, path, errno);
  }
  if (S_ISDIR(status.st_mode)) {
    return machine_fault(reading, path, EISDIR);
  }
  if (!S_ISREG(status.st_mode)) {
    return not_regular(path);
  }
  if (static_cast<std::size_t>(status.st_size) > most_file_bytes) {
    return too_large(path);
  }
  return read_all(file, path);
}

}  // namespace shanhai::app
