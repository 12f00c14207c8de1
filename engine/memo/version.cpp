#include "memo/version.hpp"

namespace shanhai::memo {

std::string_view version() noexcept {
  return SHANHAI_VERSION;
}

}  // namespace shanhai::memo
