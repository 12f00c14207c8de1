#pragma once

#include <string>

#include "cluster/attention.hpp"
#include "cluster/hands.hpp"
#include "cluster/mail.hpp"
#include "cluster/schedule.hpp"

namespace shanhai::cluster {

/// What a rank does that takes orders: it hands them on, tells what came of them, and says every now and then that it
/// is there. It asks for the time nowhere and never waits.
class Worker {
 public:
  /// @param host   the name of its machine
  /// @param lease  for how long a rank may be silent; the master, which also writes, may be four times as long
  Worker(Mail mail, Hands hands, std::string host, Clock::duration lease, Time now);

  void take(const Message& message, Time now);
  void turn(Time now);

  /// Leaves, and with it the whole job: somebody asked this rank to end.
  void interrupt();

  enum class State : std::uint8_t {
    waiting,  ///< to be told what the work is
    working,
    leaving,  ///< said goodbye
    gone,     ///< all did
    lost,     ///< the master has been silent for too long
  };

  [[nodiscard]] State state() const noexcept { return state_; }

 private:
  void tell(const Finished& finished);
  void leave();

  Mail mail_;
  Hands hands_;
  std::string host_;
  Clock::duration lease_;
  Attention attention_;
  Time last_told_;
  Time last_heard_;
  State state_ = State::waiting;
};

}  // namespace shanhai::cluster
