#pragma once

#include <vector>

#include "flow/draws.hpp"
#include "flow/ledger.hpp"
#include "scheme/terms.hpp"

namespace shanhai::scheme {

/// What the parties of a block of paths pay and receive whatever the clauses say: costs, transfers, and revenue lost
/// elsewhere, all counted from signing. Contracts with the same terms share one.
///
/// `sign`, then `step` for t = 1..T in order. Nothing is allocated after it is built.
class Outlays {
 public:
  /// @param costs, transfers, displaced  must outlive this
  Outlays(const std::vector<Cost>& costs,
          const std::vector<Transfer>& transfers,
          const Displaced& displaced,
          flow::Shape shape);

  /// t = 0; starts a new block of paths.
  void sign(const flow::Draws& draws) noexcept;

  void step(int year) noexcept;

  /// Whether they are those of these terms.
  [[nodiscard]] bool are_of(const std::vector<Cost>& costs, const std::vector<Transfer>& transfers) const {
    return *costs_ == costs && *transfers_ == transfers;
  }

  [[nodiscard]] ConstLanes costs(std::size_t party) const noexcept { return paid_[party]; }  ///< of this year

  [[nodiscard]] ConstLanes costs_so_far(std::size_t party) const noexcept { return so_far_[party]; }

  [[nodiscard]] ConstLanes transfers(std::size_t party) const noexcept { return received_[party]; }  ///< less given

  [[nodiscard]] ConstLanes displaced(std::size_t party) const noexcept { return lost_[party]; }

  /// Transfers less costs and what is lost.
  [[nodiscard]] ConstLanes net(std::size_t party) const noexcept { return net_[party]; }

 private:
  void pay_costs(int year) noexcept;
  void transfer(int year) noexcept;
  void lose(int year) noexcept;
  void add_up() noexcept;

  const std::vector<Cost>* costs_;
  const std::vector<Transfer>* transfers_;
  const Displaced* displaced_;
  const flow::Draws* draws_ = nullptr;
  LazyRows paid_;  // [party], and so on
  Rows so_far_;
  LazyRows received_;
  LazyRows lost_;
  LazyRows net_;
  Rows rest_;  // one row: the share of the party that takes the rest
};

}  // namespace shanhai::scheme
