#pragma once

#include <optional>
#include <vector>

#include "scheme/scheme.hpp"

namespace shanhai::scheme {

/// One contract at work on a block of paths, year after year: t = 0 with `sign`, then `step` for t = 1..T in order.
///
/// Holds the clauses' memory, so each thread has its own. Nothing is allocated after it is built. The scheme, its
/// outlays, which must have been signed or stepped to the same year before, and the books must outlive it. Other
/// contracts may take their turn at the books between its years: what it booked is to be read before.
class Waterfall {
 public:
  /// @param followed  whether `follow` will be asked for
  Waterfall(const Scheme& scheme, const Outlays& outlays, Books& books, bool followed);

  /// t = 0: capital calls; starts a new block of paths.
  void sign(const flow::Draws& draws) noexcept;

  /// Starts year t, in which `step` must follow.
  void begin(int year) noexcept;

  /// Where one more unit of this year's pool would go, as things stand at its start.
  void follow(Marginal& marginal) noexcept;

  /// Acts on one year's revenue; `after(clause)` is called after each clause, with the pool's opening as clause -1.
  template <class After>
  void step(const flow::Ledger& ledger, const After& after) noexcept {
    open(ledger);
    after(-1);
    for (std::size_t clause = 0; clause < scheme_->clauses.size(); ++clause) {
      apply(clause);
      after(static_cast<int>(clause));
    }
  }

  void step(const flow::Ledger& ledger) noexcept {
    step(ledger, [](int /*clause*/) {});
  }

  [[nodiscard]] const Books& books() const noexcept { return *books_; }

  [[nodiscard]] const Scheme& scheme() const noexcept { return *scheme_; }

  /// A party's cash flow of the year that was stepped or signed.
  void cash_flow(std::size_t party, Lanes out) const noexcept;

  /// What a party is due this year, before settlement puts any of it off.
  /// @param scratch  room for it
  [[nodiscard]] ConstLanes accrual(std::size_t party, Lanes scratch) const noexcept;

 private:
  void open(const flow::Ledger& ledger) noexcept;
  void apply(std::size_t clause) noexcept;
  void start_clock() noexcept;

  const Scheme* scheme_;
  Books* books_;
  Standing standing_;
  std::vector<Rows> memory_;  // one per clause
};

}  // namespace shanhai::scheme
