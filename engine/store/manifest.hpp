#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/text.hpp"

namespace shanhai::store {

/// What a sweep varies: one value of an axis goes to each of its keys.
struct Axis {
  std::string name;
  std::vector<std::string> keys;  ///< paths of the base scenario

  bool operator==(const Axis&) const = default;
};

/// An id of the base scenario, with its name.
struct Named {
  std::string id;
  Text name;

  bool operator==(const Named&) const = default;
};

/// What a store is the result of. Two sweeps with equal manifests have equal results.
struct Manifest {
  std::string program;  ///< its version
  std::string base;     ///< the base scenario's text
  std::string sweep;    ///< the sweep's text
  std::string content;  ///< hash of what both mean, comments and layout left out
  std::uint64_t seed = 0;
  std::uint64_t paths = 0;
  std::uint64_t points = 0;  ///< in all, those of other shards included
  std::string currency;
  double unit = 1;
  std::vector<Axis> axes;
  std::vector<Named> schemes;
  std::vector<Named> parties;

  bool operator==(const Manifest&) const = default;
};

/// The first thing in which two manifests differ, told with both values; nothing where they are of one sweep. Texts
/// that mean the same (their `content` is equal) do not differ.
[[nodiscard]] std::optional<Text> difference(const Manifest& stored, const Manifest& asked);

}  // namespace shanhai::store
