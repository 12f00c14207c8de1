#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/text.hpp"

namespace shanhai::library {

/// A published agreement as a scenario.
struct Agreement {
  std::string_view id;    ///< the name of its file
  Text title;             ///< of the scenario; says where terms are not verified
  std::string_view text;  ///< the file
};

/// All agreements, by id.
[[nodiscard]] std::vector<Agreement> agreements();

}  // namespace shanhai::library
