#pragma once

#include <cstdint>

#include "run/path_table.hpp"
#include "run/simulator.hpp"

namespace shanhai::run {

/// What is kept of every path, and what is kept of the band paths; workers write different paths.
struct Kept {
  Kept(const Setup& setup, const Plan& plan);

  [[nodiscard]] std::size_t place(std::size_t scheme, std::size_t party) const noexcept {
    return scheme * parties + party;
  }

  /// Among cash_flows, of years 0..T.
  [[nodiscard]] std::size_t cash_flow(std::size_t scheme, std::size_t party, std::size_t year) const noexcept {
    return place(scheme, party) * years + year;
  }

  /// Among revenues, of years 1..T.
  [[nodiscard]] std::size_t revenue(std::size_t group, std::size_t stream, int year) const noexcept {
    return (group * streams + stream) * (years - 1) + static_cast<std::size_t>(year - 1);
  }

  /// Makes room for so many paths; those there stay.
  void grow(std::uint64_t paths);

  std::size_t parties;
  std::size_t streams;
  std::size_t years;  ///< T + 1
  std::uint64_t most_band_paths;
  PathTable npv;         ///< [scheme, party][path]
  PathTable irr;         ///< [scheme, party][band path], NaN for none
  PathTable cash_flows;  ///< [scheme, party, t = 0..T][band path]
  PathTable revenues;    ///< [group, stream, t = 1..T][band path]
  PathTable realised;    ///< [figure][band path]
  PathTable controls;    ///< [control][path]
};

}  // namespace shanhai::run
