#pragma once

#include "core/number.hpp"

namespace shanhai::scheme {

/// Who pays: parties by their shares, or money from outside.
struct Payers {
  Shares shares;  ///< all 0 when `external`
  bool external = false;

  bool operator==(const Payers&) const = default;
};

}  // namespace shanhai::scheme
