#pragma once

#include <cstddef>
#include <utility>
#include <variant>

#include "scheme/scheme.hpp"

namespace shanhai::scheme {

template <class Visit, std::size_t... place>
void for_each_clause(Visit&& visit, std::index_sequence<place...> /*places*/) {
  (visit.template operator()<std::variant_alternative_t<place, Clause>>(), ...);
}

/// Calls `visit.template operator()<Rule>()` for each clause, in the order in which a kind puts them.
template <class Visit>
void for_each_clause(Visit&& visit) {
  for_each_clause(visit, std::make_index_sequence<std::variant_size_v<Clause>>());
}

}  // namespace shanhai::scheme
