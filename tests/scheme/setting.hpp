#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "scheme/scheme.hpp"

namespace shanhai::scheme {

/// A made-up world of three parties and three streams, in any unit of money and any order of the parties.
///
/// What happens in a path depends on the path alone, not on the block it stands in.
struct Setting {
  static constexpr std::size_t parties = 3;
  static constexpr std::size_t streams = 3;
  static constexpr std::size_t uncertain = 3;
  static constexpr int years = 14;

  double unit = 1;
  std::array<std::size_t, parties> place{0, 1, 2};  ///< where the host, the origin and the third party stand
  bool empty = false;                               ///< whether there is no revenue at all

  [[nodiscard]] flow::Shape shape(std::size_t lanes) const { return {parties, streams, lanes, years}; }

  [[nodiscard]] PartyRef party(std::size_t role) const { return {place.at(role)}; }

  [[nodiscard]] Shares shares(std::vector<Number> by_role, std::size_t rest = Number::known) const {
    Shares all{std::vector<Number>(parties), rest == Number::known ? rest : place.at(rest)};
    for (std::size_t role = 0; role < parties; ++role) {
      all.of[place.at(role)] = by_role[role];
    }
    return all;
  }

  /// Shares of which two are drawn and the host takes the rest.
  [[nodiscard]] Shares uncertain_shares() const { return shares({0.0, uncertain_share(0), uncertain_share(1)}, 0); }

  [[nodiscard]] Payers from(std::vector<Number> by_role) const { return {shares(std::move(by_role)), false}; }

  [[nodiscard]] Payers from_outside() const { return {shares({0.0, 0.0, 0.0}), true}; }

  [[nodiscard]] Levels money(const std::vector<double>& by_year) const {
    Levels levels;
    for (const double amount : by_year) {
      levels.values.emplace_back(unit * amount);
    }
    return levels;
  }

  [[nodiscard]] Payments paid(const std::vector<double>& by_year) const { return {money(by_year).values}; }

  [[nodiscard]] Number uncertain_share(std::size_t which) const { return {0.225, which}; }

  [[nodiscard]] Number uncertain_money() const { return {unit * 300, 2}; }

  /// Draws the uncertain numbers of a block.
  void draw(PathRange paths, flow::Draws& draws) const {
    for (std::size_t i = 0; i < paths.count; ++i) {
      draws[0][i] = 0.45 * noise(paths.first + i, 0, 90);
      draws[1][i] = 0.45 * noise(paths.first + i, 0, 91);
      draws[2][i] = unit * 600 * noise(paths.first + i, 0, 92);
    }
  }

  /// Writes a year of a block; revenue begins in the path's own year and sometimes stays away.
  void fill(PathRange paths, int year, flow::Ledger& ledger) const {
    using Line = flow::Ledger::Line;
    ledger.year = year;
    for (std::size_t i = 0; i < paths.count; ++i) {
      const std::uint64_t path = paths.first + i;
      const bool comes = !empty && year > static_cast<int>(path % 4) && noise(path, year, 1) > 0.1;
      for (std::size_t stream = 0; stream < streams; ++stream) {
        ledger.local[stream][i] = comes ? unit * 1000 * noise(path, year, 10 + stream) : 0.0;
      }
      ledger[Line::local][i] = (ledger.local[0][i] + ledger.local[1][i]) + ledger.local[2][i];
      for (std::size_t role = 0; role < parties; ++role) {
        ledger.promise[place.at(role)][i] = noise(path, year, 20 + role);
      }
      ledger.promise[parties][i] = noise(path, year, 23);
      ledger[Line::factor][i] = 4 * noise(path, year, 30) - 2;
      ledger[Line::fund_shock][i] = 4 * noise(path, year, 31) - 2;
      ledger[Line::firms][i] = 20 * noise(path, year, 32);
      ledger[Line::arrivals][i] = 5 * noise(path, year, 33);
      ledger[Line::land][i] = comes ? 500 * noise(path, year, 34) : 0.0;
      ledger[Line::output][i] = unit * 9000 * noise(path, year, 35);
      ledger[Line::value_added][i] = unit * 3000 * noise(path, year, 36);
      ledger[Line::taxes][i] = unit * 4000 * noise(path, year, 37);
    }
  }

 private:
  /// Uniform on [0, 1), by the finaliser of splitmix64.
  static double noise(std::uint64_t path, int year, std::uint64_t row) {
    std::uint64_t word = (path * 4096 + static_cast<std::uint64_t>(year)) * 128 + row;
    word += 0x9e3779b97f4a7c15U;
    word = (word ^ (word >> 30U)) * 0xbf58476d1ce4e5b9U;
    word = (word ^ (word >> 27U)) * 0x94d049bb133111ebU;
    return static_cast<double>((word ^ (word >> 31U)) >> 11U) * 0x1p-53;
  }
};

}  // namespace shanhai::scheme
