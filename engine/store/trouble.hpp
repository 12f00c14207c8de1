#pragma once

#include <string>
#include <utility>

#include <SQLiteCpp/Exception.h>

#include "store/refusal.hpp"

namespace shanhai::store {

/// What SQLite reports about a file, for a person.
[[nodiscard]] Refusal trouble(const std::string& file, const SQLite::Exception& error);

/// What the system reports about a file, as an errno.
[[nodiscard]] Refusal trouble(const std::string& file, int error);

/// Reports, from the depth of reading a store, that it holds what no store holds.
[[noreturn]] void damaged();

/// Does some work on a file; what SQLite throws becomes a refusal.
/// @param work  gives an OrRefusal, or an optional Refusal
template <class Work>
[[nodiscard]] auto guarded(const std::string& file, Work&& work) -> decltype(work()) {
  try {
    return std::forward<Work>(work)();
  } catch (const SQLite::Exception& error) {
    return trouble(file, error);
  }
}

}  // namespace shanhai::store
