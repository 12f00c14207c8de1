#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/field.hpp"
#include "core/number.hpp"
#include "economy/economy.hpp"
#include "run/realised.hpp"
#include "scheme/scheme.hpp"

namespace shanhai::run {

/// Where a party stands: the land and the tax office are the host's (飞入地); the origin is the other side (飞出地).
enum class Role : std::uint8_t { host, origin };

constexpr std::array<std::string_view, 2> words_of(Role /*type*/) {
  return {"host", "origin"};
}

struct Party {
  std::string id;
  Text name;
  Role role = Role::host;
  Number discount_rate;
  Number reservation;
  std::optional<Number> population;
  std::optional<Number> fiscal_revenue;

  static constexpr auto fields() {
    return std::tuple{
        optional("name", &Party::name, {"名称，默认为键名", "name, by default the key"}),
        required("role", &Party::role, {"飞入地 host 或飞出地 origin", "host of the land and tax office, or origin"}),
        required("discount_rate", &Party::discount_rate, {"折现率", "discount rate"}).in(range::rate),
        optional("reservation",
                 &Party::reservation,
                 {"保留净现值：不合作时所得", "what it would have without the deal, an NPV"})
            .in(range::money),
        optional("population", &Party::population, {"人口", "population"}).in(range::positive_amount),
        optional("fiscal_revenue", &Party::fiscal_revenue, {"年财政收入", "yearly fiscal revenue"}).in(range::amount),
    };
  }
};

/// The money of a scenario: amounts are in `unit` of `code`.
struct Currency {
  std::string code;
  double unit = 1;

  static constexpr auto fields() {
    return std::tuple{
        required("code", &Currency::code, {"货币代码，如 CNY", "currency code, such as CNY"}),
        required("unit", &Currency::unit, {"金额单位：10000 即万元", "what amounts are in: 10000 is ten thousand"})
            .in(range::positive_amount),
    };
  }
};

struct Horizon {
  int start = 0;
  int years = 0;

  static constexpr auto fields() {
    return std::tuple{
        required("start", &Horizon::start, {"第1年的公历年份", "calendar year of year 1"}).in({1900, 2400}),
        required("years", &Horizon::years, {"测算年数", "how many years"}).in({1, 200}),
    };
  }
};

/// Where a number comes from: a fact of the fact base, or free text.
struct SourceNote {
  std::string path;
  std::string fact;  ///< its id, empty for free text
  Text text;
};

/// All that is computed, read and checked.
struct Scenario {
  int version = 1;
  Text title;
  Currency currency;
  Horizon horizon;
  std::uint64_t seed = 0;
  std::vector<Party> parties;
  economy::Source revenue;
  std::vector<scheme::Cost> costs;          ///< of every scheme without its own
  std::vector<scheme::Transfer> transfers;  ///< likewise
  scheme::Displaced displaced;
  std::optional<scheme::Feedback> feedback;
  std::vector<scheme::Scheme> schemes;
  std::vector<Realised> realised;  ///< with feedback, of the park under the first scheme
  std::vector<SourceNote> sources;

  std::vector<UncertainNumber> uncertain;  ///< Number::draw counts in here
  std::vector<std::string> assumptions;    ///< paths of the numbers without a source
  std::string hash;                        ///< of the content, comments and layout left out

  /// The streams of revenue, in order: id and name.
  [[nodiscard]] std::vector<std::pair<std::string, Text>> streams() const;

  [[nodiscard]] bool has_park() const noexcept { return std::holds_alternative<economy::Park>(revenue); }

  /// What becomes of a stream's gross revenue in a year; nothing where a share is uncertain, and with a table.
  [[nodiscard]] std::optional<economy::Parts> parts(std::size_t stream, int year) const;

  static constexpr auto fields() {
    return std::tuple{
        required("shanhai", &Scenario::version, {"语言版本", "version of the language"}).in({1, 1}),
        required("title", &Scenario::title, {"标题", "title"}),
        required("currency", &Scenario::currency, {"货币与单位", "currency and unit"}),
        required("horizon", &Scenario::horizon, {"测算期", "horizon"}),
        required("seed", &Scenario::seed, {"随机种子", "seed of the random numbers"}),
        required("parties", &Scenario::parties, {"合作各方，两方以上", "the parties, two or more"}),
        required(
            "revenue", &Scenario::revenue, {"收入来源：预测表或园区", "where revenue comes from: a table or a park"}),
        optional("costs", &Scenario::costs, {"建设成本", "costs of building"}),
        optional("transfers", &Scenario::transfers, {"援建等转移支付", "transfers, such as aid"}),
        optional("displaced",
                 &Scenario::displaced,
                 {"企业迁出造成的收入损失", "revenue lost elsewhere because firms move in"})
            .in(range::amount),
        optional(
            "feedback", &Scenario::feedback, {"分享份额对招商努力的影响", "how shares move the effort to bring firms"}),
        required("schemes", &Scenario::schemes, {"分享方案", "the schemes to compare"}),
        optional("realised",
                 &Scenario::realised,
                 {"实绩，与模拟结果对照", "figures that came true, held against the simulation"}),
        optional("sources", &Scenario::sources, {"数据来源", "sources of the numbers"}),
    };
  }
};

}  // namespace shanhai::run
