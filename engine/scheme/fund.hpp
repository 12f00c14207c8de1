#pragma once

#include "scheme/clause.hpp"

namespace shanhai::scheme {

/// An industrial fund fed from the pool; it invests, spends, and is paid out to its owners at the end.
struct Fund {
  static constexpr std::string_view key = "fund";
  static constexpr Words summary{"产业基金：从分享收入中提取，到期按份额返还",
                                 "an industrial fund fed from the pool and paid out to its owners at the end"};
  static constexpr Stage stage = Stage::pool;

  /// Yearly return: mean + sd (link s + sqrt(1 - link²) z), never below -100%; s the macro factor, z the funds' own
  /// shock.
  struct Return {
    Levels mean;
    Levels sd = Number{0};
    double macro_link = 0;

    bool operator==(const Return&) const = default;

    static constexpr auto fields() {
      return std::tuple{
          required("mean", &Return::mean, {"年均收益率", "mean yearly return"}).in(range::rate),
          optional("sd", &Return::sd, {"收益率标准差", "its standard deviation"}).in(range::amount),
          optional("macro_link", &Return::macro_link, {"与宏观因子的相关系数", "correlation with the macro factor"})
              .in(range::correlation),
      };
    }
  };

  Levels share;
  Levels spend = Number{0};
  Return yield;
  Levels fee = Number{0};
  Shares ownership;
  Levels match = Number{0};

  bool operator==(const Fund&) const = default;

  static constexpr auto fields() {
    return std::tuple{
        required("share", &Fund::share, {"提取比例，按年", "the part of the pool that goes in, by year"})
            .in(range::share),
        optional(
            "spend", &Fund::spend, {"每年支出占上年末净值的比例", "spent each year, as a part of last year's value"})
            .in(range::share),
        required("return", &Fund::yield, {"投资收益", "the return of the fund"}),
        optional("fee", &Fund::fee, {"管理费率，按年", "yearly fee, as a part of the value"}).in(range::share),
        optional("match",
                 &Fund::match,
                 {"上级引导基金等外部资金按提取额的配套倍数，收益让给各方",
                  "what guidance funds of higher levels and other outside capital add to each unit taken from the "
                  "pool, and leave to the owners"})
            .in(range::multiple),
        required("ownership", &Fund::ownership, {"各方份额", "who owns the fund"}),
    };
  }

  /// Row 0: the fund's value at year end.
  [[nodiscard]] std::size_t memory_rows(const flow::Shape& /*shape*/) const noexcept { return 1; }

  void apply(Books& books, Rows& memory) const noexcept;
  void follow(Books& books, const Rows& memory, Marginal& marginal) const noexcept;

 private:
  void pay_out(Books& books, Lanes value) const noexcept;
};

}  // namespace shanhai::scheme
