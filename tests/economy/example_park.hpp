#pragma once

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "economy/economy.hpp"

/// Parks small enough to work out by hand, and the yardstick of all statistical tests of this room.
namespace shanhai::economy {

/// Seeds are fixed; P(|Z| > 4.9) = 1e-6 says how surprising a failure would be.
inline constexpr double most_errors = 4.9;

/// How many standard errors the mean of a sample lies from what is expected.
inline double errors_off(const std::vector<double>& x, double expected) {
  const auto n = static_cast<double>(x.size());
  double sum = 0;
  double squares = 0;
  for (const double value : x) {
    sum += value - expected;
    squares += (value - expected) * (value - expected);
  }
  const double mean = sum / n;
  return std::abs(mean) / std::sqrt((squares / n - mean * mean) / n);
}

inline std::vector<double> copy(ConstLanes lanes) {
  return {lanes.begin(), lanes.end()};
}

inline std::vector<double> copy(ConstSingles lanes) {
  return {lanes.begin(), lanes.end()};
}

/// A sector without any risk: 10 mu a firm, 2 new firms a year, output 100 a firm.
inline Sector plain_sector(std::string id) {
  Sector sector;
  sector.id = std::move(id);
  sector.land_per_firm = 10;
  sector.arrivals = Number{2};
  sector.output = 100;
  sector.growth = 0;
  sector.value_added = Number{0.2};
  sector.wages = Number{0.5};
  sector.margin = Number{0.1};
  return sector;
}

/// A park with land for everybody, and no tax.
inline Park park_of(std::vector<Sector> sectors) {
  Park park;
  park.land.gross = 1e6;
  park.sectors = std::move(sectors);
  return park;
}

/// Firms, and all they need, stepped year after year; the macro factor is given.
class FirmsOnly {
 public:
  FirmsOnly(const Park& park, std::size_t lanes, Counting counting, std::uint64_t seed = 1)
      : firms(park, seed, lanes, counting),
        macro(lanes, 0.0F),
        paths_{0, lanes},
        draws_(1, lanes),
        events_(park, 2020, seed, lanes) {
    events_.begin(draws_);
    firms.begin(draws_);
  }

  void step(double boost = 1) {
    events_.step(paths_, ++year_);
    firms.step(paths_, year_, events_, macro, flow::Operand{boost});
  }

  Firms firms;
  std::vector<float> macro;

 private:
  PathRange paths_;
  flow::Draws draws_;
  Events events_;
  int year_ = 0;
};

/// A whole economy and the ledger it writes, stepped year after year from 2020.
class Stepped {
 public:
  Stepped(const Source& source,
          std::size_t streams,
          std::size_t lanes,
          Counting counting = Counting::drawn,
          std::uint64_t seed = 1)
      : ledger({.parties = 2, .streams = streams, .lanes = lanes, .years = 30}),
        draws(1, lanes),
        economy_(source, {seed, 2020, 30, lanes, counting}) {
    economy_.begin({0, lanes}, draws);
  }

  void step() { economy_.step(++ledger.year, flow::Operand{1.0}, ledger); }

  flow::Ledger ledger;
  flow::Draws draws;

 private:
  Economy economy_;
};

}  // namespace shanhai::economy
