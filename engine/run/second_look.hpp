#pragma once

#include <array>
#include <optional>
#include <vector>

#include "run/first_look.hpp"
#include "stats/quantiles.hpp"

namespace shanhai::run {

/// Of every series, the quantiles that an outcome tells.
inline constexpr std::array<double, 5> spread_probabilities{0.05, 0.25, 0.5, 0.75, 0.95};

/// Of every account, the mean of so large a part of the worst paths.
inline constexpr double tail_share = 0.05;

/// What needs a second look at the kept paths, once it is known where the means are and the values lie.
struct SecondLook {
  std::vector<stats::Quantiles::Answers> order;      ///< [series] at spread_probabilities; tail means of accounts
  std::vector<double> fourth;                        ///< [series] fourth central moment
  std::vector<std::optional<stats::Estimate>> nash;  ///< [scheme] see joint.hpp
  std::vector<std::optional<stats::Estimate>> jain;  ///< [scheme]
};

[[nodiscard]] SecondLook look_again(const Accounts& accounts,
                                    const std::vector<Reservation>& reservations,
                                    const FirstLook& seen,
                                    unsigned threads);

}  // namespace shanhai::run
