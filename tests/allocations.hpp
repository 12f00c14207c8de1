#pragma once

#include <cstddef>

namespace shanhai {

/// How often this program has allocated so far.
std::size_t allocations();

}  // namespace shanhai
