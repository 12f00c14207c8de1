#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/lanes.hpp"
#include "core/lazy_rows.hpp"
#include "core/number.hpp"
#include "flow/draws.hpp"
#include "flow/ledger.hpp"
#include "flow/sum.hpp"
#include "scheme/outlays.hpp"

namespace shanhai::scheme {

using flow::Operand;

/// Differences of money below this share of the flows count as none.
inline constexpr double money_tolerance = 1e-9;

/// Where a contract stands in a block of paths, besides the memory of its clauses.
struct Standing {
  /// Whether lanes may stand in different clock years.
  [[nodiscard]] bool own_clock() const noexcept { return !clock.empty(); }

  bool followed = false;             ///< whether anybody asks where a further unit of pool would go
  std::vector<int> clock;            ///< the contract's year by lane, 0 before it begins; none where all are alike
  std::vector<bool> pooled;          ///< the streams that the clause `pool` lets in
  const Outlays* outlays = nullptr;  ///< must outlive this
};

/// The books of a year for a block of paths: all that a clause sees of it, and all that it may write.
///
/// Contracts take turns at them, for rows of their own would have left the cache each time that they are needed. Rows
/// hold one value per lane, in the scenario's unit. Every row of a year starts at 0.
class Books {
 public:
  explicit Books(flow::Shape shape);

  /// A sum over all parties.
  enum class Total : std::uint8_t {
    rebated,         ///< gone back to the firms
    fund_inflow,     ///<
    fund_spent,      ///< by the funds this year, out of what they held
    company_inflow,  ///<
    recovering,      ///< how many `recover` are not complete [1]
  };

  /// The books are this contract's from now on.
  void turn_to(Standing& contract) noexcept { standing_ = &contract; }

  [[nodiscard]] Standing& standing() noexcept { return *standing_; }

  [[nodiscard]] const Standing& standing() const noexcept { return *standing_; }

  /// Starts year t: the contract's clocks that have begun move on.
  void begin(int year) noexcept;

  /// Nothing is booked yet.
  void clear() noexcept;

  /// Puts the revenue of the ledger in the pool.
  void open(const flow::Ledger& ledger) noexcept;

  [[nodiscard]] Lanes operator[](Total total) noexcept { return totals_[static_cast<std::size_t>(total)]; }

  [[nodiscard]] ConstLanes operator[](Total total) const noexcept { return totals_[static_cast<std::size_t>(total)]; }

  /// What is not yet assigned, >= 0.
  [[nodiscard]] ConstLanes pool() const noexcept { return pool_; }

  /// The pool after the clause `pool`.
  [[nodiscard]] ConstLanes opened() const noexcept { return opened_; }

  /// The row for what a clause leaves of the pool, which is the pool from now on. It may be the row that `pool` was.
  [[nodiscard]] Lanes left() noexcept {
    pool_ = left_[0];
    return left_[0];
  }

  /// Nothing is left of the pool.
  void empty_pool() noexcept { pool_ = nothing_[0]; }

  /// The pool is what the clause `pool` let in.
  void open(ConstLanes all) noexcept { opened_ = pool_ = all; }

  /// A row for a clause's own use while it acts.
  [[nodiscard]] Lanes scratch(std::size_t row) noexcept { return scratch_[row]; }

  /// A level in the contract's clock year.
  [[nodiscard]] Operand level(const Levels& levels, Lanes scratch) const noexcept;

  /// 1 in the lanes where `years` of the contract's clock are running, else 0; a clause without `years` always runs,
  /// also before the clock begins.
  [[nodiscard]] Operand running(const std::optional<YearRange>& years, Lanes scratch) const noexcept;

  /// The part of its promise that a payer (a party; the last is external) keeps this year, where it keeps one with
  /// probability `fulfilment`.
  [[nodiscard]] Operand kept_promise(std::size_t payer, Operand fulfilment, Lanes scratch) const noexcept;

  /// A party's part.
  [[nodiscard]] Operand share(const Shares& shares, std::size_t party, Lanes scratch) const noexcept;
  [[nodiscard]] double share_in(const Shares& shares, std::size_t party, std::size_t lane) const noexcept;

  [[nodiscard]] std::size_t lanes() const noexcept { return shape.lanes; }

  flow::Shape shape;
  int year = 0;
  const flow::Draws* draws = nullptr;
  const flow::Ledger* ledger = nullptr;

  std::vector<ConstLanes> streams;  ///< [stream] of the pool after the clause `pool`: the ledger's rows, or `let_in`
  flow::Sum sum;                    ///< for a clause's own use while it acts; a term per stream

  Rows let_in;                    ///< [stream, then all] what the clause `pool` lets in
  LazyRows kept;                  ///< [party] accrued outside the shared pool: baselines and unshared money
  LazyRows shared;                ///< [party] accrued from the shared pool, caps, floors and awards included
  LazyRows deferred;              ///< [party] what settlement adds to the accrual of this year (negative: still owed)
  LazyRows dividends;             ///< [party]
  LazyRows returned;              ///< [party] paid out by funds and companies that end
  LazyRows calls;                 ///< [party] capital paid in
  LazyRows floor_calls;           ///< [party] shortfalls of its floors [1]
  LazyRows broken;                ///< [party] promises broken to it [1]
  LazyRows capped;                ///< [party] 1 where a cap on it took money or is reached
  LazyRows credited_output;       ///< [party] statistics credit
  LazyRows credited_value_added;  ///< [party] statistics credit

 private:
  static constexpr std::size_t total_count = 5;
  static constexpr std::size_t scratch_count = 8;
  Standing* standing_ = nullptr;
  Rows left_;
  Rows nothing_;
  ConstLanes pool_;
  ConstLanes opened_;
  LazyRows totals_;
  Rows scratch_;
};

}  // namespace shanhai::scheme
