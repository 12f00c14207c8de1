#pragma once

#include <string>
#include <vector>

#include "core/field.hpp"
#include "core/number.hpp"

namespace shanhai::economy {

/// The planner's own forecast: local-retained revenue by stream.
struct Table {
  struct Stream {
    std::string id;
    Levels revenue;
  };

  std::vector<Stream> streams;
};

/// The spread of a forecast: all streams are multiplied by one index of mean 1.
struct Uncertainty {
  Number sd;
  double rho = 0;

  static constexpr auto fields() {
    return std::tuple{
        required("sd", &Uncertainty::sd, {"年波动率", "yearly volatility"}).in({0, 10}),
        optional("rho", &Uncertainty::rho, {"自相关", "autocorrelation"}).in(range::persistence),
    };
  }
};

}  // namespace shanhai::economy
