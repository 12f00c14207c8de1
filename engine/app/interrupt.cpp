#include "app/interrupt.hpp"

#include <cstddef>

namespace shanhai::app {

namespace {

static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may set only what needs no lock");
static_assert(std::atomic<std::atomic<bool>*>::is_always_lock_free, "likewise");

// A signal handler takes no argument of ours, so where it reports to must be found without one.
std::atomic<std::atomic<bool>*> raised{nullptr};  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

extern "C" void raise_flag(int /*signal*/) {
  std::atomic<bool>* flag = raised.load();
  if (flag != nullptr) {
    flag->store(true);
  }
}

}  // namespace

Interrupt::Interrupt(std::atomic<bool>& flag) noexcept {
  raised = &flag;

  struct sigaction action {};

  action.sa_handler = raise_flag;  // NOLINT(cppcoreguidelines-pro-type-union-access)
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
  for (std::size_t i = 0; i < signals.size(); ++i) {
    static_cast<void>(::sigaction(signals[i], &action, &before_[i]));
  }
}

Interrupt::~Interrupt() {
  for (std::size_t i = 0; i < signals.size(); ++i) {
    static_cast<void>(::sigaction(signals[i], &before_[i], nullptr));
  }
  raised = nullptr;
}

}  // namespace shanhai::app
