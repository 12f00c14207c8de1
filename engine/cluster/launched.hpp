#pragma once

#include <optional>

namespace shanhai::cluster {

/// What the environment says of a launcher such as mpirun that started this process, one of several.
struct Launched {
  int rank = 0;
  int size = 1;
};

/// Nothing where this process stands alone.
[[nodiscard]] std::optional<Launched> launched();

}  // namespace shanhai::cluster
