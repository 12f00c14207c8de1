#pragma once

#include <string>
#include <vector>

#include "economy/event.hpp"
#include "economy/sector.hpp"
#include "economy/tax.hpp"

namespace shanhai::economy {

struct Land {
  Number gross;
  Number net{1};
  Levels released = Number{1};

  static constexpr auto fields() {
    return std::tuple{
        required("gross", &Land::gross, {"园区总面积（亩）", "gross land [mu]"}).in(range::positive_amount),
        optional("net", &Land::net, {"可出让工业用地占比", "net land as a share of gross"}).in(range::share),
        optional("released", &Land::released, {"逐年开放比例", "share of net land open by year"}).in(range::share),
    };
  }
};

struct Macro {
  double rho = 0;

  static constexpr auto fields() {
    return std::tuple{optional("rho", &Macro::rho, {"宏观因子的自相关", "autocorrelation of the macro factor"})
                          .in(range::persistence)};
  }
};

/// A correlation between the shocks of two factors; factor 0 is the macro factor, k + 1 that of sector k.
struct Correlation {
  std::size_t a = 0;
  std::size_t b = 0;
  double value = 0;
};

/// A park whose firms arrive, grow, pay taxes and leave.
struct Park {
  Land land;
  Macro macro;
  std::vector<Sector> sectors;
  std::vector<Correlation> correlation;
  std::vector<Tax> taxes;
  std::vector<Event> events;

  static constexpr auto fields() {
    return std::tuple{
        required("land", &Park::land, {"土地", "land"}),
        optional("macro", &Park::macro, {"宏观因子", "the macro factor"}),
        required("sectors", &Park::sectors, {"行业", "sectors"}),
        optional("correlation", &Park::correlation, {"因子冲击的相关系数", "correlations of the factors' shocks"}),
        required("taxes", &Park::taxes, {"税费及其留成", "taxes, other income, and what stays local"}),
        optional("events", &Park::events, {"冲击事件", "events"}),
    };
  }
};

/// The park of the deterministic twin: no spread, no sensitivity, no event by chance.
[[nodiscard]] Park without_risk(Park park);

/// The order in which the taxes can be levied, each after the tax it refers to; shorter than `taxes` when some refer to
/// each other in a circle.
[[nodiscard]] std::vector<std::size_t> levy_order(const std::vector<Tax>& taxes);

}  // namespace shanhai::economy
