#include "cluster/schedule.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace shanhai::cluster {

Schedule::Schedule(std::size_t tasks, int ranks, Clock::duration lease, Time now)
    : tasks_(tasks),
      hands_(static_cast<std::size_t>(ranks), Hand{now, false, false, {}}),
      pending_(tasks),
      lease_(lease) {
  std::iota(pending_.begin(), pending_.end(), 0);
}

void Schedule::join(Rank rank, Time now) {
  of(rank).has_joined = true;
  heard(rank, now);
}

void Schedule::heard(Rank rank, Time now) {
  Hand& hand = of(rank);
  hand.last = now;
  if (!std::exchange(hand.is_silent, false)) {
    return;
  }
  for (const std::size_t task : hand.held) {
    if (tasks_[task].state == State::pending) {
      std::erase(pending_, task);
      tasks_[task] = {State::leased, rank};
    }
  }
}

void Schedule::excuse(Clock::duration time) {
  for (Hand& hand : hands_) {
    hand.last += time;
  }
}

void Schedule::expire(Time now) {
  for (std::size_t i = 0; i < hands_.size(); ++i) {
    Hand& hand = hands_[i];
    if (hand.is_silent || now - hand.last <= lease_) {
      continue;
    }
    hand.is_silent = true;
    for (const std::size_t task : hand.held) {
      if (tasks_[task].state == State::leased && tasks_[task].rank == static_cast<Rank>(i)) {
        tasks_[task].state = State::pending;
        pending_.push_back(task);
      }
    }
  }
}

std::optional<Schedule::Lease> Schedule::next() {
  if (pending_.empty()) {
    return std::nullopt;
  }
  const std::size_t most = pending_.size() > hands_.size() ? 2 : 1;
  const auto load = [most](const Hand& hand) {
    return hand.has_joined && !hand.is_silent ? std::min(hand.held.size(), most) : most;
  };
  const auto least = std::ranges::min_element(hands_, {}, load);
  if (load(*least) == most) {
    return std::nullopt;
  }
  const Lease lease{static_cast<Rank>(least - hands_.begin()), pending_.front()};
  pending_.pop_front();
  tasks_[lease.task] = {State::leased, lease.rank};
  least->held.push_back(lease.task);
  return lease;
}

bool Schedule::answer(Rank rank, std::size_t task) {
  std::erase(of(rank).held, task);
  Task& one = tasks_.at(task);
  if (one.state == State::done) {
    return false;
  }
  if (one.state == State::pending) {
    std::erase(pending_, task);
  }
  one = {State::done, rank};
  ++done_;
  return true;
}

std::optional<Rank> Schedule::answered_by(std::size_t task) const {
  return tasks_.at(task).state == State::done ? std::optional(tasks_[task].rank) : std::nullopt;
}

}  // namespace shanhai::cluster
