#pragma once

#include <optional>
#include <vector>

#include "run/first_look.hpp"

namespace shanhai::run {

/// A number that follows from the means of the parties, and how it moves with each of them: by the delta method that
/// gives its error, from the joint distribution of the parties' NPVs.
struct FunctionOfMeans {
  double value = 0;
  std::vector<double> gradient;  ///< [party]
};

/// The product of the mean gains over reservation under a scheme, where none is negative.
///
/// Source: Nash, "The bargaining problem", Econometrica 18 (1950).
[[nodiscard]] std::optional<FunctionOfMeans> nash_product(const Accounts& accounts,
                                                          const FirstLook& seen,
                                                          std::size_t scheme);

/// The fairness index of the mean NPVs under a scheme, where none is negative.
///
/// Source: Jain, Chiu, Hawe, "A quantitative measure of fairness", DEC-TR-301 (1984).
[[nodiscard]] std::optional<FunctionOfMeans> jain_index(const Accounts& accounts,
                                                        const FirstLook& seen,
                                                        std::size_t scheme);

}  // namespace shanhai::run
