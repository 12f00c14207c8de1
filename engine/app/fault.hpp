#pragma once

#include <variant>

#include "core/text.hpp"

namespace shanhai::app {

/// What the program ends with.
namespace exit_code {
inline constexpr int ok = 0;
inline constexpr int user = 2;           ///< the user's fault: a bad scenario, bad options
inline constexpr int machine = 3;        ///< the machine's: a file, a disk, memory
inline constexpr int interrupted = 130;  ///< Ctrl-C, or asked to terminate
}  // namespace exit_code

/// Why a command cannot go on, in one line.
struct Fault {
  int code = exit_code::user;
  Text message;
};

template <class T>
using OrFault = std::variant<T, Fault>;

/// The first of some answers that is a fault, or null.
template <class... Answers>
[[nodiscard]] const Fault* first_fault(const Answers&... answers) {
  const Fault* found = nullptr;
  ((found = found != nullptr ? found : std::get_if<Fault>(&answers)), ...);
  return found;
}

}  // namespace shanhai::app
