#pragma once

#include <cstddef>

namespace shanhai::document {

/// What a document may be at most; larger ones are refused before they are built.
struct Limits {
  std::size_t bytes = std::size_t{256} * 1024;
  std::size_t depth = 32;
  std::size_t nodes = 100'000;
  std::size_t scalar_bytes = std::size_t{16} * 1024;
};

/// So many faults of a document are reported at most.
inline constexpr std::size_t most_diagnostics = 50;

}  // namespace shanhai::document
