#pragma once

#include <cstdint>

#include "core/lanes.hpp"

namespace shanhai::flow {

/// How much a block holds.
struct Shape {
  std::size_t parties = 0;
  std::size_t streams = 0;
  std::size_t lanes = 0;
  int years = 0;  ///< T
  std::size_t surprises = 0;
};

/// What one year of a block of futures brought, before anything is shared.
///
/// The economy writes it, schemes only read it. Rows hold one value per lane. Money is in the scenario's unit.
struct Ledger {
  explicit Ledger(Shape shape)
      : local(shape.streams, shape.lanes),
        gross(shape.streams, shape.lanes),
        central(shape.streams, shape.lanes),
        province(shape.streams, shape.lanes),
        promise(shape.parties + 1, shape.lanes),
        surprise(shape.surprises, shape.lanes),
        lines_(line_count, shape.lanes) {}

  /// A quantity that is not a stream of revenue.
  enum class Line : std::uint8_t {
    local,        ///< of all streams
    factor,       ///< the macro factor s_t, or the table's [1]
    fund_shock,   ///< standard normal of the industrial funds' return [1]
    firms,        ///< at year end; this line and those below only with `indicators`
    arrivals,     ///< this year
    output,       ///< gross output
    value_added,  ///<
    land,         ///< occupied at year end [mu]
    taxes,        ///< gross taxes of all levels, non-tax income left out
  };

  [[nodiscard]] Lanes operator[](Line line) noexcept { return lines_[static_cast<std::size_t>(line)]; }

  [[nodiscard]] ConstLanes operator[](Line line) const noexcept { return lines_[static_cast<std::size_t>(line)]; }

  int year = 0;            ///< t, from 1
  bool expected = false;   ///< the deterministic twin: a promise is kept to the extent of its probability
  bool indicators = true;  ///< whether anybody asks what the park looks like beside its revenue
  Rows local;              ///< [stream] what central and provincial government leave, >= 0
  Rows gross;              ///< [stream] levied; with a table the same as local
  Rows central;            ///< [stream] only where a share is drawn; else it is a known part of the gross
  Rows province;           ///< [stream] the same
  Rows promise;   ///< [party, then external] uniform on (0, 1): a payer keeps its promise where it is below fulfilment
  Rows surprise;  ///< [economy::surprises] what chance did this year, of mean 0; no rows where nobody asks

 private:
  static constexpr std::size_t line_count = 9;
  Rows lines_;
};

}  // namespace shanhai::flow
