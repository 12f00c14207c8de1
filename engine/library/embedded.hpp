#pragma once

#include <vector>

#include "core/embedded.hpp"

namespace shanhai::library {

/// The fact base, `seeds/`.
[[nodiscard]] std::vector<Embedded> seeds();

/// The published agreements, `scenarios/agreements/`.
[[nodiscard]] std::vector<Embedded> agreement_files();

}  // namespace shanhai::library
