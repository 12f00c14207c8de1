#pragma once

#include <optional>
#include <vector>

#include "scheme/scheme.hpp"

namespace shanhai::run {

/// Schemes that differ in nothing but the known shares of their split, behind which nothing looks at what a party got.
///
/// The split finds the same pool under all of them, and what a party has beside its part is the same too: its cash flow
/// is the straight line A + s P in its share s. So one waterfall tells of all members. Settlement only puts payments
/// off, and where the shares add up to 1 the holder of the money knows by its own share what it will owe the others.
struct Family {
  struct Member {
    std::size_t scheme = 0;      ///< in the scenario's list
    std::vector<double> shares;  ///< [party]
  };

  scheme::Scheme trunk;  ///< the members' contract without the split, which leaves in the pool what they would split
  std::vector<Member> members;
};

/// The shares of a scheme's split where the scheme belongs to a family, be it the only member.
[[nodiscard]] std::optional<std::vector<double>> family_shares(const scheme::Scheme& scheme);

/// The contracts that a run steps through, year by year: schemes of their own first, then the trunks of families.
class Contracts {
 public:
  /// @param in_families  else every scheme is its own, and a contract has its scheme's place in the list
  Contracts(const std::vector<scheme::Scheme>& schemes, bool in_families);

  [[nodiscard]] std::size_t size() const noexcept { return own_.size() + families_.size(); }

  [[nodiscard]] const std::vector<std::size_t>& own() const noexcept { return own_; }  ///< places in the list

  [[nodiscard]] const std::vector<Family>& families() const noexcept { return families_; }

 private:
  std::vector<std::size_t> own_;
  std::vector<Family> families_;
};

}  // namespace shanhai::run
