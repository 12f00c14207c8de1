#pragma once

#include "scheme/clause.hpp"

namespace shanhai::scheme {

/// A part of the pool goes back to the firms and leaves the system.
struct Rebate {
  static constexpr std::string_view key = "rebate";
  static constexpr Words summary{"奖补：按比例返还企业", "a part of the pool goes back to the firms"};
  static constexpr Stage stage = Stage::pool;

  Levels share;

  bool operator==(const Rebate&) const = default;

  static constexpr auto fields() {
    return std::tuple{
        required("share", &Rebate::share, {"返还比例，按年", "the part that goes back, by year"}).in(range::share)};
  }

  [[nodiscard]] std::size_t memory_rows(const flow::Shape& /*shape*/) const noexcept { return 0; }

  void apply(Books& books, Rows& memory) const noexcept;
  void follow(Books& books, const Rows& memory, Marginal& marginal) const noexcept;
};

}  // namespace shanhai::scheme
