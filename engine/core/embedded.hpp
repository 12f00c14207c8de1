#pragma once

#include <string_view>

namespace shanhai {

/// A file that the program carries, as it was when the program was built.
struct Embedded {
  std::string_view name;  ///< without its ending
  std::string_view text;
};

}  // namespace shanhai
