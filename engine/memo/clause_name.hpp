#pragma once

#include <string_view>

#include "core/text.hpp"

namespace shanhai::memo {

/// What people call a clause: the Chinese term with which its summary begins; in English its key.
[[nodiscard]] Words clause_name(std::string_view key);

}  // namespace shanhai::memo
