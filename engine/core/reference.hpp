#pragma once

#include <cstddef>
#include <limits>

namespace shanhai {

/// The place of a named thing in the scenario's list of its kind; one kind cannot stand for another.
template <class Kind>
struct Reference {
  std::size_t index = std::numeric_limits<std::size_t>::max();
  bool operator==(const Reference&) const = default;
};

using PartyRef = Reference<struct PartyKind>;
using StreamRef = Reference<struct StreamKind>;
using SectorRef = Reference<struct SectorKind>;

}  // namespace shanhai
