#pragma once

#include <string_view>
#include <vector>

namespace shanhai::library {

/// A file that the program carries, as it was when the program was built.
struct Embedded {
  std::string_view name;  ///< without its ending
  std::string_view text;
};

/// The fact base, `seeds/`.
[[nodiscard]] std::vector<Embedded> seeds();

/// The published agreements, `scenarios/agreements/`.
[[nodiscard]] std::vector<Embedded> agreement_files();

}  // namespace shanhai::library
