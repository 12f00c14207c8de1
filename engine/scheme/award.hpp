#pragma once

#include <array>
#include <optional>

#include "core/reference.hpp"
#include "scheme/clause.hpp"
#include "scheme/payers.hpp"

namespace shanhai::scheme {

/// What an award is judged by.
enum class Indicator : std::uint8_t {
  firms,          ///< at year end
  arrivals,       ///< this year
  output_per_mu,  ///< gross output per occupied mu
  tax_per_mu,     ///< gross taxes of all levels per occupied mu
};

constexpr std::array<std::string_view, 4> words_of(Indicator /*type*/) {
  return {"firms", "arrivals", "output_per_mu", "tax_per_mu"};
}

/// An award in years in which an indicator reaches its target.
struct Award {
  static constexpr std::string_view key = "award";
  static constexpr Words summary{"考评激励：指标达标时给予奖励",
                                 "an award in years in which an indicator reaches its target"};
  static constexpr Stage stage = Stage::accrual;
  static constexpr std::array<std::string_view, 2> choice{"amount", "share"};

  Indicator indicator = Indicator::firms;
  Levels target;
  std::optional<Levels> amount;
  std::optional<Levels> share;
  std::optional<YearRange> years;
  PartyRef to;
  Payers from;

  bool operator==(const Award&) const = default;

  static constexpr auto fields() {
    return std::tuple{
        required("indicator", &Award::indicator, {"考核指标", "what is judged"}),
        required("target", &Award::target, {"目标值，按年", "the target by year"}).in(range::amount),
        optional("amount", &Award::amount, {"奖励金额，按年", "the award by year"}).in(range::amount),
        optional("share", &Award::share, {"奖励占分享收入的比例", "the award as a part of the pool after `pool`"})
            .in(range::share),
        optional("years", &Award::years, {"考核年份", "the years it runs"}),
        required("to", &Award::to, {"奖励给谁", "who receives it"}),
        required("from", &Award::from, {"由谁支付", "who pays"}),
    };
  }

  [[nodiscard]] std::size_t memory_rows(const flow::Shape& /*shape*/) const noexcept { return 0; }

  void apply(Books& books, Rows& memory) const noexcept;

 private:
  void earned(Books& books, Lanes award) const noexcept;
};

}  // namespace shanhai::scheme
