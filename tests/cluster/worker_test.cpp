#include "cluster/worker.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace shanhai::cluster {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using State = Worker::State;

constexpr Time start{};
constexpr seconds lease{30};

/// A worker whose hands do nothing, and what it has sent.
struct Lonely {
  std::vector<Tag> sent;
  Worker worker{Mail{1, 2, [this](Rank /*to*/, Tag tag, const std::string& /*bytes*/) { sent.push_back(tag); }, {}},
                Hands{[](const std::string& /*work*/) {},
                      [](const Order& /*order*/) {},
                      [] { return std::optional<Finished>(); },
                      [] {
                      }},
                "here",
                lease,
                start};

  /// Turns twice a second until then.
  void live(Time from, Time to) {
    for (Time now = from; now <= to; now += milliseconds(500)) {
      worker.turn(now);
    }
  }
};

}  // namespace

TEST_CASE("A worker says every second that it is there, once it knows its work", "[cluster][worker]") {
  Lonely lonely;
  lonely.live(start, start + seconds(5));
  CHECK(lonely.sent.empty());
  lonely.worker.take({0, Tag::work, "work"}, start + seconds(5));
  lonely.live(start + seconds(5), start + seconds(15));
  CHECK(std::ranges::count(lonely.sent, Tag::alive) == 11);
  CHECK(lonely.worker.state() == State::working);
}

TEST_CASE("A worker gives up a master that has been silent for four leases, and no sooner", "[cluster][worker]") {
  Lonely lonely;
  lonely.worker.take({0, Tag::work, "work"}, start);
  lonely.live(start, start + 3 * lease);
  lonely.worker.take({0, Tag::calm, ""}, start + 3 * lease);
  lonely.live(start + 3 * lease, start + 7 * lease);
  CHECK(lonely.worker.state() == State::working);
  lonely.live(start + 7 * lease, start + 7 * lease + seconds(1));
  CHECK(lonely.worker.state() == State::lost);
}

TEST_CASE("A worker that was frozen itself does not take the master for silent", "[cluster][worker]") {
  Lonely lonely;
  lonely.worker.take({0, Tag::work, "work"}, start);
  lonely.worker.turn(start + 100 * lease);
  CHECK(lonely.worker.state() == State::working);
}

TEST_CASE("A worker says goodbye once, and goes when it is sent home", "[cluster][worker]") {
  Lonely lonely;
  lonely.worker.interrupt();
  lonely.worker.take({0, Tag::stop, ""}, start);
  CHECK(lonely.sent == std::vector{Tag::bye});
  CHECK(lonely.worker.state() == State::leaving);
  lonely.worker.take({0, Tag::home, ""}, start);
  CHECK(lonely.worker.state() == State::gone);
}

TEST_CASE("What a worker cannot read it says", "[cluster][worker]") {
  Lonely lonely;
  lonely.worker.take({0, Tag::work, "work"}, start);
  lonely.worker.take({0, Tag::task, "no order"}, start);
  CHECK(lonely.sent == std::vector{Tag::trouble});
}

}  // namespace shanhai::cluster
