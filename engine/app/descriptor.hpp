#pragma once

#include <string_view>
#include <utility>

#include <unistd.h>

namespace shanhai::app {

/// An open file of the system, closed at the end.
class Descriptor {
 public:
  explicit Descriptor(int number) noexcept : number_(number) {}

  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, closed)) {}

  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor& operator=(Descriptor&&) = delete;

  ~Descriptor() { static_cast<void>(close()); }

  [[nodiscard]] bool is_open() const noexcept { return number_ >= 0; }

  [[nodiscard]] int number() const noexcept { return number_; }

  /// Closes now; false when the system reports that something written before was lost.
  [[nodiscard]] bool close() noexcept {
    const int number = std::exchange(number_, closed);
    return number < 0 || ::close(number) == 0;
  }

 private:
  static constexpr int closed = -1;
  int number_;
};

/// Writes all of a text; 0 or an errno.
[[nodiscard]] int write_all(int descriptor, std::string_view text) noexcept;

}  // namespace shanhai::app
