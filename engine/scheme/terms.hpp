#pragma once

#include <optional>
#include <vector>

#include "core/field.hpp"
#include "core/number.hpp"
#include "core/reference.hpp"
#include "core/text.hpp"
#include "scheme/payers.hpp"

namespace shanhai::scheme {

/// A cost of building the park, in money or in kind. Its overrun is drawn once per path, by the name of the item.
struct Cost {
  Text name;
  Payments amount;
  Number overrun{1};
  Payers from;
  Levels price = Number{1};

  bool operator==(const Cost&) const = default;

  static constexpr auto fields() {
    return std::tuple{
        required("name", &Cost::name, {"成本名称；同名者超支倍数相同", "name; items of one name share their overrun"}),
        required("amount", &Cost::amount, {"金额，签约年起按年", "payments from t = 0"}).in(range::amount),
        required("from", &Cost::from, {"由谁承担", "who pays"}),
        optional("price",
                 &Cost::price,
                 {"单价，按年：此时金额为数量，如亩", "a price by year: amounts are then quantities, such as mu"})
            .in(range::amount),
        optional("overrun", &Cost::overrun, {"超支倍数", "the factor by which it overruns"}).in(range::amount),
    };
  }
};

/// A yearly payment outside the sharing, such as aid, in money or in kind.
struct Transfer {
  Payers from;
  PartyRef to;
  Levels amount;
  YearRange years;
  Levels price = Number{1};

  bool operator==(const Transfer&) const = default;

  static constexpr auto fields() {
    return std::tuple{
        required("from", &Transfer::from, {"由谁支付", "who pays"}),
        required("to", &Transfer::to, {"支付给谁", "who receives"}),
        required("amount", &Transfer::amount, {"每年金额", "the amount by year"}).in(range::amount),
        optional("price",
                 &Transfer::price,
                 {"单价，按年：此时金额为数量，如土地指标的亩数",
                  "a price by year: amounts are then quantities, such as mu of a land quota"})
            .in(range::amount),
        optional("years", &Transfer::years, {"支付年份", "the years it runs, counted from signing"}),
    };
  }
};

/// Revenue each party loses elsewhere because firms move into the park, by year.
using Displaced = PerParty<Levels>;

/// The parties' parts of one more unit of pool at which their effort is as forecast.
struct ReferenceParts {
  std::vector<Number> of;
};

/// How the parties' effort to bring firms answers to their part of one more unit of pool.
struct Feedback {
  PerParty<Number> effort;
  ReferenceParts reference;
  Number fund{0};
  std::optional<Number> fund_reference;

  static constexpr auto fields() {
    return std::tuple{
        required(
            "effort", &Feedback::effort, {"各方招商努力对所得份额的弹性", "elasticity of effort to the party's part"})
            .in(range::amount),
        required("reference", &Feedback::reference, {"参照份额", "the part at which effort is as forecast"}),
        optional("fund", &Feedback::fund, {"基金支出对招商的最大提升", "the most that fund spending adds to arrivals"})
            .in(range::amount),
        optional(
            "fund_reference", &Feedback::fund_reference, {"达到最大提升的基金支出", "the spending at which it does"})
            .in(range::positive_amount),
    };
  }
};

}  // namespace shanhai::scheme
