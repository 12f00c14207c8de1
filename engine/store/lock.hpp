#pragma once

#include <string>

#include "store/refusal.hpp"

namespace shanhai::store {

/// The right to write a store, held by one process at a time: an exclusive flock on `<store>.lock`. The system takes it
/// back when the process dies, however it dies. The file is removed with the lock.
class Lock {
 public:
  /// Refused: another holds it, or the file cannot be made.
  [[nodiscard]] static OrRefusal<Lock> take(const std::string& store);

  Lock(Lock&& other) noexcept;
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;
  Lock& operator=(Lock&&) = delete;
  ~Lock();

 private:
  Lock(std::string path, int descriptor) noexcept;

  std::string path_;
  int descriptor_;
};

}  // namespace shanhai::store
