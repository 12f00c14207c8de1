#pragma once

#include <string>
#include <vector>

#include "core/field.hpp"
#include "core/number.hpp"

namespace shanhai::economy {

/// A sector of the park: how its firms come, grow, earn and leave.
struct Sector {
  std::string id;
  Text name;
  int firms = 0;
  Number land_per_firm;
  Levels arrivals;
  Number arrivals_macro;
  std::vector<Number> ramp{Number{1}};
  Levels exit = Number{0};
  Number exit_macro;
  Number output;
  Number growth;
  Number sigma;
  double rho = 0;
  Levels value_added;
  Levels wages;
  Levels margin;
  Number margin_sd;
  double margin_link = 0;
  Number firm_cv;

  static constexpr auto fields() {
    return std::tuple{
        optional("name", &Sector::name, {"名称，默认为键名", "name, by default the key"}),
        optional("firms", &Sector::firms, {"签约时已有的成熟企业数", "mature firms at signing"}).in({0, 100000}),
        required("land_per_firm", &Sector::land_per_firm, {"户均用地（亩）", "land of a firm [mu]"}).in(range::amount),
        required("arrivals", &Sector::arrivals, {"每年新落户企业的期望数", "expected new firms by year"})
            .in({0, 10000}),
        optional("arrivals_macro",
                 &Sector::arrivals_macro,
                 {"落户对宏观因子的敏感度", "sensitivity of arrivals to the macro factor"})
            .in({-10, 10}),
        optional("ramp",
                 &Sector::ramp,
                 {"达产进度：落户后各年占成熟产值的比例", "share of mature output by years since arrival"})
            .in(range::share),
        optional("exit", &Sector::exit, {"年退出率", "yearly hazard of exit"}).in(range::share),
        optional(
            "exit_macro", &Sector::exit_macro, {"退出对宏观因子的敏感度", "sensitivity of exits to the macro factor"})
            .in({-10, 10}),
        required("output", &Sector::output, {"成熟企业年产值（第1年价）", "yearly output of a mature firm in year 1"})
            .in(range::amount),
        required("growth", &Sector::growth, {"户均产值年增长率", "yearly growth of output per firm"}).in(range::rate),
        optional("sigma", &Sector::sigma, {"行业波动率", "volatility of the sector factor"}).in({0, 10}),
        optional("rho", &Sector::rho, {"行业因子的自相关", "autocorrelation of the sector factor"})
            .in(range::persistence),
        required("value_added", &Sector::value_added, {"增加值率：增加值占产值", "value added as a share of output"})
            .in(range::share),
        required("wages", &Sector::wages, {"工资占增加值的比例", "wages as a share of value added"}).in(range::share),
        required("margin", &Sector::margin, {"利润率：利润占产值", "profit as a share of output"}).in({-1, 1}),
        optional("margin_sd", &Sector::margin_sd, {"利润率的标准差", "standard deviation of the margin"}).in({0, 10}),
        optional("margin_link",
                 &Sector::margin_link,
                 {"利润率与行业因子的相关系数", "correlation of the margin's shock with the sector factor"})
            .in(range::correlation),
        optional("firm_cv", &Sector::firm_cv, {"企业规模的变异系数", "dispersion of firm size"}).in({0, 100}),
    };
  }
};

}  // namespace shanhai::economy
