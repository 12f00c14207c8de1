#include "app/version.hpp"

namespace shanhai::app {

std::string_view version() noexcept {
  return SHANHAI_VERSION;
}

}  // namespace shanhai::app
