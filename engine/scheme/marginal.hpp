#pragma once

#include "core/lazy_rows.hpp"

namespace shanhai::scheme {

/// Where one more unit of pool would go, followed clause by clause, and what the funds spend this year.
struct Marginal {
  Marginal(std::size_t parties, std::size_t lanes) : part(parties, lanes), rows(2, lanes) {}

  [[nodiscard]] Lanes unit() noexcept { return rows[0]; }  ///< what no clause has taken yet

  [[nodiscard]] Lanes spent() noexcept { return rows[1]; }  ///< by the funds, out of what they held

  LazyRows part;  ///< [party] of the unit
  Rows rows;
};

}  // namespace shanhai::scheme
