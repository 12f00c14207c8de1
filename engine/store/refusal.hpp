#pragma once

#include <variant>

#include "core/text.hpp"

namespace shanhai::store {

/// Why a store cannot be used.
struct Refusal {
  bool of_user = true;  ///< else the machine's: a disk, a permission, a damaged file, a file in use
  Text reason;
};

template <class T>
using OrRefusal = std::variant<T, Refusal>;

}  // namespace shanhai::store
