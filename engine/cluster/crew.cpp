#include "cluster/crew.hpp"

#include <thread>

#include "cluster/workshop.hpp"

namespace shanhai::cluster {
namespace {

/// A message is waited for asleep: a rank that spins takes a core from those that compute.
void rest() {
  std::this_thread::sleep_for(std::chrono::microseconds(200));
}

}  // namespace

End lead(const Mail& mail, Job job, Duty duty, const std::string& host, const std::atomic<bool>& asked) {
  const Clock::duration lease = job.lease;
  Workshop workshop(std::move(duty));
  Worker worker(mail, workshop.hands(), host, lease, Clock::now());
  Master master(mail, std::move(job), Clock::now());
  while (!master.is_over()) {
    bool quiet = true;
    while (const std::optional<Message> message = mail.receive()) {
      quiet = false;
      if (is_to_master(message->tag)) {
        master.take(*message, Clock::now());
      } else {
        worker.take(*message, Clock::now());
      }
    }
    if (asked) {
      master.interrupt();
    }
    master.turn(Clock::now());
    worker.turn(Clock::now());
    if (quiet) {
      rest();
    }
  }
  return master.end();
}

bool serve(
    const Mail& mail, Duty duty, const std::string& host, Clock::duration lease, const std::atomic<bool>& asked) {
  using State = Worker::State;
  Workshop workshop(std::move(duty));
  Worker worker(mail, workshop.hands(), host, lease, Clock::now());
  while (worker.state() != State::gone && worker.state() != State::lost) {
    bool quiet = true;
    while (const std::optional<Message> message = mail.receive()) {
      quiet = false;
      worker.take(*message, Clock::now());
    }
    if (asked) {
      worker.interrupt();
    }
    worker.turn(Clock::now());
    if (quiet) {
      rest();
    }
  }
  return worker.state() == State::gone;
}

std::vector<Rank> dismiss(const Mail& mail) {
  Farewell farewell(mail);
  farewell.bye(0);
  farewell.begin(Clock::now());
  while (!farewell.is_over(Clock::now())) {
    while (const std::optional<Message> message = mail.receive()) {
      if (message->tag == Tag::bye) {
        farewell.bye(message->from);
      }
    }
    rest();
  }
  return farewell.silent();
}

}  // namespace shanhai::cluster
