#pragma once

#include <optional>
#include <vector>

#include "core/reference.hpp"
#include "scheme/clause.hpp"

namespace shanhai::scheme {

/// Which revenue is shared at all. Streams not listed, and what the partners did not introduce, go to one party.
struct Pool {
  static constexpr std::string_view key = "pool";
  static constexpr Words summary{"共享范围：哪些税种、多大比例进入分享",
                                 "what is shared: which streams, and which part"};
  static constexpr Stage stage = Stage::opening;

  std::optional<std::vector<StreamRef>> streams;
  Levels introduced = Number{1};
  PartyRef unshared_to;

  bool operator==(const Pool&) const = default;

  static constexpr auto fields() {
    return std::tuple{
        optional("streams", &Pool::streams, {"进入分享的税种，默认全部", "the streams shared, by default all"}),
        optional("introduced",
                 &Pool::introduced,
                 {"合作引进企业所占比例", "the part of the revenue that comes from jointly introduced firms"})
            .in(range::share),
        optional("unshared_to",
                 &Pool::unshared_to,
                 {"不分享部分归谁，默认第一个飞入地", "who keeps what is not shared, by default the first host"}),
    };
  }

  [[nodiscard]] std::size_t memory_rows(const flow::Shape& /*shape*/) const noexcept { return 0; }

  void sign(Books& books, Rows& memory) const noexcept;
  void apply(Books& books, Rows& memory) const noexcept;
};

}  // namespace shanhai::scheme
