#pragma once

#include <array>
#include <streambuf>

namespace shanhai::app {

/// What a stream writes to an open file of the system, such as standard output. Unlike the standard ones it remembers
/// why writing failed.
class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor) noexcept;

  /// The errno of the first write that failed; 0 when none did.
  [[nodiscard]] int error() const noexcept { return error_; }

 protected:
  int_type overflow(int_type character) override;
  int sync() override;

 private:
  int descriptor_;
  int error_ = 0;
  std::array<char, 65'536> buffer_{};
};

}  // namespace shanhai::app
