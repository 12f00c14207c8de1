#pragma once

#include <deque>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <vector>

#include "cluster/master.hpp"
#include "cluster/worker.hpp"

namespace shanhai::cluster {

/// What may happen to the ranks of a world.
struct Weather {
  double freeze = 0;  ///< how likely a rank freezes in a step
  double die = 0;     ///< how likely a worker dies in a step; rank 0 does not
  Clock::duration longest_freeze{};
  Clock::duration longest_task = std::chrono::seconds(2);
  Clock::duration longest_way = std::chrono::milliseconds(300);  ///< of a message
};

/// A job in one thread: its ranks, the messages between them, the disk and the clock are played, and chance decides
/// what happens when. The same seed is the same story.
class World {
 public:
  World(std::uint64_t seed, int ranks, std::size_t tasks, const Weather& weather);

  static constexpr std::chrono::seconds lease{3};

  /// Whose self-test and results are wrong, from the beginning.
  std::set<Rank> failing_self_test;
  std::set<Rank> computing_other_bits;

  /// Lets time pass until the master is done; false where it does not come to an end.
  [[nodiscard]] bool live();

  [[nodiscard]] const End& end() const { return master_->end(); }

  [[nodiscard]] Worker::State state(Rank rank) const { return of(rank).worker->state(); }

  /// How often each point was written for the first time.
  [[nodiscard]] const std::map<std::uint64_t, std::uint64_t>& written() const noexcept { return written_; }

  [[nodiscard]] std::uint64_t duplicates() const noexcept { return duplicates_; }

  [[nodiscard]] const std::set<Rank>& dead() const noexcept { return dead_; }

  void freeze_for_ever(Rank rank) { of(rank).frozen_until = Time::max(); }

 private:
  struct Person {
    std::optional<Worker> worker;
    std::deque<std::pair<Time, Finished>> at_work;  ///< when each will be finished
    Time frozen_until{};
    std::map<Rank, std::deque<std::pair<Time, Message>>> letters;  ///< on the way here
  };

  Person& of(Rank rank) { return people_.at(static_cast<std::size_t>(rank)); }

  [[nodiscard]] const Person& of(Rank rank) const { return people_.at(static_cast<std::size_t>(rank)); }

  [[nodiscard]] Mail mail_of(Rank rank);
  [[nodiscard]] Hands hands_of(Rank rank);
  [[nodiscard]] store::PointResult result(Rank rank, std::uint64_t point) const;
  [[nodiscard]] std::optional<store::Refusal> write(std::span<const store::PointResult> results);
  void put_to_work(Rank rank, Finished finished, Clock::duration longest);
  void deliver(Rank rank);
  void step(Rank rank);

  [[nodiscard]] bool chance(double part) { return std::uniform_real_distribution<>()(dice_) < part; }

  [[nodiscard]] Clock::duration up_to(Clock::duration longest);

  std::mt19937_64 dice_;
  Weather weather_;
  Time now_{};
  int size_;
  std::size_t tasks_;
  std::vector<Person> people_;
  std::optional<Master> master_;
  std::set<Rank> dead_;
  std::map<std::uint64_t, std::string> disk_;
  std::map<std::uint64_t, std::uint64_t> written_;
  std::uint64_t duplicates_ = 0;
};

}  // namespace shanhai::cluster
