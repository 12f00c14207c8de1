#pragma once

#include "app/fault.hpp"
#include "store/refusal.hpp"

namespace shanhai::app {

/// A store's refusal as the program's fault.
[[nodiscard]] inline Fault fault_of(const store::Refusal& refusal) {
  return {refusal.of_user ? exit_code::user : exit_code::machine, refusal.reason};
}

}  // namespace shanhai::app
