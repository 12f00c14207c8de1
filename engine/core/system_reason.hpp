#pragma once

#include "core/text.hpp"

namespace shanhai {

/// What an errno means, for a person.
[[nodiscard]] Text system_reason(int error);

}  // namespace shanhai
