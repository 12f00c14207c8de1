#include "cluster/worker.hpp"

#include <algorithm>

namespace shanhai::cluster {
namespace {

constexpr Rank master = 0;
constexpr int patience = 4;  // leases

}  // namespace

Worker::Worker(Mail mail, Hands hands, std::string host, Clock::duration lease, Time now)
    : mail_(std::move(mail)),
      hands_(std::move(hands)),
      host_(std::move(host)),
      lease_(lease),
      attention_(now),
      last_told_(now),
      last_heard_(now) {}

void Worker::take(const Message& message, Time now) {
  last_heard_ = now;
  if (message.tag == Tag::home) {
    state_ = State::gone;
  }
  if (message.tag == Tag::stop) {
    leave();
  }
  if (message.tag == Tag::work && state_ == State::waiting) {
    hands_.prepare(message.bytes);
    state_ = State::working;
  }
  if (message.tag == Tag::task && state_ == State::working) {
    if (std::optional<Order> order = unpack_order(message.bytes)) {
      hands_.give(*std::move(order));
    } else {
      mail_.send(master, Tag::trouble, pack(Text{"收到的任务无法读懂", "cannot read what it was asked to do"}));
    }
  }
}

void Worker::turn(Time now) {
  last_heard_ += attention_.missed(now);
  if (state_ == State::working) {
    while (const std::optional<Finished> finished = hands_.finished()) {
      tell(*finished);
    }
    if (now - last_told_ >= std::min<Clock::duration>(std::chrono::seconds(1), lease_ / 4)) {
      mail_.send(master, Tag::alive, {});
      last_told_ = now;
    }
  }
  if ((state_ == State::working || state_ == State::leaving) && now - last_heard_ > patience * lease_) {
    hands_.stop();
    state_ = State::lost;
  }
}

void Worker::interrupt() {
  leave();
}

void Worker::tell(const Finished& finished) {
  if (const auto* self_test = std::get_if<std::string>(&finished)) {
    mail_.send(master, Tag::ready, pack(Ready{host_, *self_test}));
  } else if (const auto* answer = std::get_if<Answer>(&finished)) {
    mail_.send(master, Tag::result, pack(*answer));
  } else {
    mail_.send(master, Tag::trouble, pack(std::get<Text>(finished)));
  }
}

void Worker::leave() {
  if (state_ == State::waiting || state_ == State::working) {
    hands_.stop();
    mail_.send(master, Tag::bye, {});
    state_ = State::leaving;
  }
}

}  // namespace shanhai::cluster
