#pragma once

#include <optional>
#include <string>

#include <SQLiteCpp/Database.h>

#include "store/manifest.hpp"
#include "store/refusal.hpp"

namespace shanhai::store {

/// A new store in the making, at `<file>.new`, so that none ever appears half-made. It disappears unless it is moved to
/// its place. The caller holds the lock of the place.
class Aside {
 public:
  /// Refused: a place that is taken. Removes what a killed process left.
  [[nodiscard]] static OrRefusal<Aside> begin(const std::string& file);

  Aside(Aside&& other) noexcept;
  Aside(const Aside&) = delete;
  Aside& operator=(const Aside&) = delete;
  Aside& operator=(Aside&&) = delete;
  ~Aside();

  /// The new store, with its tables and the manifest. Throws what SQLite does.
  [[nodiscard]] SQLite::Database create(const Manifest& manifest) const;

  /// Takes the place, once every connection is closed.
  [[nodiscard]] std::optional<Refusal> move();

 private:
  explicit Aside(std::string place);
  void remove() const noexcept;

  std::string place_;
  std::string path_;  // empty once it is moved
};

}  // namespace shanhai::store
