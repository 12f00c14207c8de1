#pragma once

#include <concepts>
#include <cstdint>

#include "core/field.hpp"
#include "scheme/books.hpp"
#include "scheme/marginal.hpp"

namespace shanhai::scheme {

/// Where in a contract a clause stands.
enum class Stage : std::uint8_t {
  opening,  ///< first, at most once
  pool,     ///< takes from the pool and lets the rest go on
  ending,   ///< gives away what is left of the pool; every contract has exactly one
  accrual,  ///< moves what the parties are due
};

// The formatter does not know noexcept in a requirement.
// clang-format off

/// A clause: a value that acts on the books of a block, once a year. What it must remember from year to year stands in
/// its own rows, so that it stays constant and threads can share it.
template <class T>
concept ClauseRule = Described<T> && std::regular<T> &&
                     requires(const T& clause, Books& books, Rows& memory, const flow::Shape& shape) {
                       { T::key } -> std::convertible_to<std::string_view>;
                       { T::summary } -> std::convertible_to<Words>;
                       { T::stage } -> std::convertible_to<Stage>;
                       { clause.memory_rows(shape) } -> std::same_as<std::size_t>;
                       { clause.apply(books, memory) } noexcept;
                     };

/// A clause with something to do at signing (t = 0), before the first year.
template <class T>
concept Signing = requires(const T& clause, Books& books, Rows& memory) {
  { clause.sign(books, memory) } noexcept;
};

/// A clause that takes a part of each further unit of pool; the books stand at the start of the year.
template <class T>
concept Taking = requires(const T& clause, Books& books, const Rows& memory, Marginal& marginal) {
  { clause.follow(books, memory, marginal) } noexcept;
};

// clang-format on

}  // namespace shanhai::scheme
