#include "app/descriptor.hpp"

#include <cerrno>
#include <cstddef>

namespace shanhai::app {

int write_all(int descriptor, std::string_view text) noexcept {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno != EINTR) {
      return errno;
    }
    text.remove_prefix(static_cast<std::size_t>(written > 0 ? written : 0));
  }
  return 0;
}

}  // namespace shanhai::app
