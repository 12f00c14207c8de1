#pragma once

#include <array>
#include <atomic>
#include <csignal>

namespace shanhai::app {

/// While it lives, Ctrl-C and a request to terminate set a flag instead of ending the program; a second one ends it.
/// One at a time.
class Interrupt {
 public:
  explicit Interrupt(std::atomic<bool>& flag) noexcept;
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  Interrupt(Interrupt&&) = delete;
  Interrupt& operator=(Interrupt&&) = delete;
  ~Interrupt();

 private:
  static constexpr std::array signals{SIGINT, SIGTERM};
  std::array<struct sigaction, signals.size()> before_{};
};

}  // namespace shanhai::app
