#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "store/manifest.hpp"
#include "store/point_result.hpp"
#include "store/refusal.hpp"

namespace shanhai::store {

/// Results of a sweep in one SQLite file, whose tables docs/store.md describes. One process writes, any number reads.
///
/// What was written is complete points only: a process that is killed, a full disk or a power cut loses what was not
/// written yet, and nothing else.
class Store {
 public:
  enum class If : std::uint8_t {
    absent,   ///< a new store; one that is there is refused
    present,  ///< goes on with a store of the same manifest; another one is refused, naming the difference
  };

  /// Opens a store to write. Refused: a file that is no store or is damaged, a store of another sweep, a store that
  /// another process writes, a folder that cannot be written.
  [[nodiscard]] static OrRefusal<Store> open(const std::string& file, const Manifest& manifest, If is);

  Store(Store&& other) noexcept;
  Store& operator=(Store&& other) noexcept;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  ~Store();

  /// Which points have a result, shape [point].
  [[nodiscard]] const std::vector<bool>& done() const noexcept;

  /// Adds points, all or none of them; they are on the disk when it returns. A point that is there already must have
  /// the same result bit for bit, and is not written twice.
  [[nodiscard]] std::optional<Refusal> write(std::span<const PointResult> points);

 private:
  class Files;
  explicit Store(std::unique_ptr<Files> files);
  std::unique_ptr<Files> files_;
};

/// Puts the points of stores with one manifest into a new store. Points in several must agree bit for bit.
[[nodiscard]] std::optional<Refusal> merge(std::span<const std::string> from, const std::string& into);

}  // namespace shanhai::store
