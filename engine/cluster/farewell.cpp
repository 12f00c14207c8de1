#include "cluster/farewell.hpp"

#include <utility>

namespace shanhai::cluster {

Farewell::Farewell(Mail mail) : mail_(std::move(mail)), left_(static_cast<std::size_t>(mail_.size)) {}

void Farewell::bye(Rank rank) {
  left_.at(static_cast<std::size_t>(rank)) = true;
}

void Farewell::begin(Time now) {
  since_ = now;
  for (Rank rank = 0; rank < mail_.size; ++rank) {
    mail_.send(rank, Tag::stop, {});
  }
}

void Farewell::excuse(Clock::duration time) {
  if (since_) {
    *since_ += time;
  }
}

bool Farewell::is_over(Time now) {
  constexpr std::chrono::seconds longest{5};
  if (!since_) {
    return false;
  }
  if (!silent().empty()) {
    return now - *since_ > longest;
  }
  for (Rank rank = 1; rank < mail_.size; ++rank) {
    mail_.send(rank, Tag::home, {});
  }
  return true;
}

std::vector<Rank> Farewell::silent() const {
  std::vector<Rank> silent;
  for (Rank rank = 0; rank < mail_.size; ++rank) {
    if (!left_[static_cast<std::size_t>(rank)]) {
      silent.push_back(rank);
    }
  }
  return silent;
}

}  // namespace shanhai::cluster
