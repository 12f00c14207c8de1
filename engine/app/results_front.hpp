#pragma once

#include <string>
#include <vector>

#include "app/command.hpp"
#include "store/reader.hpp"

namespace shanhai::app {

/// Rows on a Pareto front.
struct Front {
  store::Found found;
  std::vector<std::string> objectives;  ///< SQL expressions, each the better the larger
  std::size_t shown = 0;                ///< rows that were found
  std::size_t size = 0;                 ///< rows on the front, also those beyond the limit
  std::size_t of = 0;                   ///< rows that were compared
};

/// Of the rows that are asked for those on the Pareto front of some objectives.
/// @param list  SQL expressions with commas between them; * is every party's mean net present value
[[nodiscard]] store::OrRefusal<Front> front_of(const store::Reader& reader,
                                               store::Query query,
                                               const std::string& list);

/// How many they are, and of what.
void tell_front(const Front& front, const Console& console);

}  // namespace shanhai::app
