#pragma once

#include "scheme/clause.hpp"

namespace shanhai::scheme {

/// A joint company: owners pay in capital, the company earns a part of the pool and its own income, pays tax on profit,
/// builds its statutory reserve, pays dividends, and is liquidated at the end.
///
/// Profit tax with losses carried forward five years: Enterprise Income Tax Law of the PRC, articles 4 and 18.
/// Statutory reserve of 10% of net profit until half of the registered capital: Company Law of the PRC (2018), article
/// 166.
struct Company {
  static constexpr std::string_view key = "company";
  static constexpr Words summary{"股份公司：分享收入进入公司，按股份分红",
                                 "a joint company earns a part of the pool and pays dividends by stakes"};
  static constexpr Stage stage = Stage::pool;

  Levels share = Number{1};
  Number capital;
  Shares stakes;
  Payments calls{{Number{1}}};
  Levels income = Number{0};
  Levels operating = Number{0};
  Payments capex;
  int life = 1;
  Levels tax = Number{0.25};
  Levels payout = Number{0};
  int no_dividend_years = 0;
  Levels residual = Number{1};

  bool operator==(const Company&) const = default;

  static constexpr auto fields() {
    return std::tuple{
        optional("share", &Company::share, {"进入公司的比例，按年", "the part of the pool that goes in, by year"})
            .in(range::share),
        required("capital", &Company::capital, {"注册资本", "registered capital"}).in(range::amount),
        required("stakes", &Company::stakes, {"股份", "who owns the company"}),
        optional("calls",
                 &Company::calls,
                 {"出资进度：签约年起各年到位比例", "shares of capital paid in from t = 0, by default all at signing"})
            .in(range::share),
        optional("income", &Company::income, {"经营收入，按年", "own income by year"}).in(range::money),
        optional("operating", &Company::operating, {"经营支出，按年", "operating cost by year"}).in(range::amount),
        optional("capex", &Company::capex, {"建设投资，签约年起", "investment from t = 0"}).in(range::amount),
        optional("life", &Company::life, {"折旧年限", "straight-line years, from the year after"}).in({1, 200}),
        optional("tax", &Company::tax, {"公司所得税率", "rate of tax on its profit"}).in(range::share),
        optional("payout", &Company::payout, {"分红比例，按年", "part of the earnings paid out, by year"})
            .in(range::share),
        optional("no_dividend_years",
                 &Company::no_dividend_years,
                 {"签约后不分红的年数", "years after signing without a dividend"})
            .in({0, 200}),
        optional("residual", &Company::residual, {"到期账面价值变现比例", "what the book value brings at the end"})
            .in(range::multiple),
    };
  }

  /// Rows 0-2: cash, statutory reserve, retained earnings; 3-7: losses of the last five years, oldest first.
  [[nodiscard]] std::size_t memory_rows(const flow::Shape& /*shape*/) const noexcept { return 3 + loss_years; }

  void sign(Books& books, Rows& memory) const noexcept;
  void apply(Books& books, Rows& memory) const noexcept;
  void follow(Books& books, const Rows& memory, Marginal& marginal) const noexcept;

 private:
  static constexpr std::size_t loss_years = 5;

  [[nodiscard]] Operand depreciation(const Books& books, Lanes scratch) const noexcept;
  void earn(Books& books, Rows& memory, Lanes profit) const noexcept;
  void settle_year(Books& books, Rows& memory, Lanes profit, Lanes called) const noexcept;
  void liquidate(Books& books, Rows& memory) const noexcept;
  void give(Books& books, LazyRows& to, ConstLanes amount) const noexcept;
  [[nodiscard]] int book_years_left(int built, int now) const noexcept;
};

}  // namespace shanhai::scheme
