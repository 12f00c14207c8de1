#pragma once

#include <array>
#include <optional>
#include <vector>

#include "scheme/clause.hpp"

namespace shanhai::scheme {

/// Shares of the parties in each stream; one entry when all streams are shared alike.
struct StreamShares {
  std::vector<Shares> by_stream;

  bool operator==(const StreamShares&) const = default;

  [[nodiscard]] const Shares& of(std::size_t stream) const noexcept {
    return by_stream.size() == 1 ? by_stream[0] : by_stream[stream];
  }
};

struct Phase {
  YearRange years;
  StreamShares shares;

  bool operator==(const Phase&) const = default;
};

/// Phases of a contract: every year belongs to exactly one.
using Phases = std::vector<Phase>;

enum class SplitClock : std::uint8_t { contract, recovered };

constexpr std::array<std::string_view, 2> words_of(SplitClock /*type*/) {
  return {"contract", "recovered"};
}

/// What is left of the pool goes to the parties by shares: the same always, by phases, or by stream.
struct Split {
  static constexpr std::string_view key = "split";
  static constexpr Words summary{"按比例分成：其余部分按份额分给各方",
                                 "the rest of the pool goes to the parties by shares"};
  static constexpr Stage stage = Stage::ending;
  static constexpr std::array<std::string_view, 2> choice{"shares", "phases"};

  std::optional<StreamShares> shares;
  std::optional<Phases> phases;
  SplitClock clock = SplitClock::contract;

  bool operator==(const Split&) const = default;

  static constexpr auto fields() {
    return std::tuple{
        optional("shares", &Split::shares, {"各方份额，可按税种", "the parties' shares, or shares by stream"}),
        optional("phases", &Split::phases, {"分期份额", "shares by phase"}),
        optional("clock",
                 &Split::clock,
                 {"分期起算：recovered 指还本完成后", "when year 1 is; `recovered`: once every recover is complete"}),
    };
  }

  /// Row 0: years since everything was recovered, 0 before, where the clock waits for that; then, where streams have
  /// shares of their own and anybody follows, the streams' weights in the pool it last saw.
  [[nodiscard]] std::size_t memory_rows(const flow::Shape& shape) const noexcept {
    return alike() ? 1 : 1 + shape.streams;
  }

  void sign(Books& books, Rows& memory) const noexcept;
  void apply(Books& books, Rows& memory) const noexcept;
  void follow(Books& books, const Rows& memory, Marginal& marginal) const noexcept;

 private:
  /// A party's share of a stream in the clock year of each lane.
  struct Clock {
    bool differs;  ///< whether lanes may stand in different years
    int year;      ///< where they do not
    ConstLanes by_lane;
  };

  static void wait_for_recovery(Books& books, Lanes since) noexcept;
  static void remember_weights(const Books& books, Rows& memory) noexcept;
  void give_by_stream(Books& books, const Clock& when) const noexcept;
  [[nodiscard]] bool alike() const noexcept;
  [[nodiscard]] const StreamShares& in(int year) const noexcept;
  [[nodiscard]] Operand share(
      const Books& books, const Clock& when, std::size_t party, std::size_t stream, Lanes scratch) const noexcept;
  [[nodiscard]] Clock contract_clock(Books& books) const noexcept;
  void give(Books& books, const Rows& memory, const Clock& when, ConstLanes amount, LazyRows& to) const noexcept;
};

}  // namespace shanhai::scheme
