#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/field.hpp"
#include "core/lanes.hpp"
#include "core/number.hpp"
#include "flow/ledger.hpp"

namespace shanhai::run {

/// What a park is counted by when it is held against what was published of it.
enum class Quantity : std::uint8_t {
  taxes,        ///< of all levels, non-tax income left out; summed over the years
  local,        ///< revenue that the parties share; summed
  output,       ///< gross; summed
  value_added,  ///< summed
  firms,        ///< at the end of the last year
};

constexpr std::array<std::string_view, 5> words_of(Quantity /*type*/) {
  return {"taxes", "local", "output", "value_added", "firms"};
}

/// A figure that came true, or was promised: where does it fall among the simulated futures?
struct Realised {
  Text name;
  Quantity quantity = Quantity::taxes;
  YearRange years;
  double value = 0;

  static constexpr auto fields() {
    return std::tuple{
        required("name", &Realised::name, {"实绩名称", "what the figure is"}),
        required("quantity", &Realised::quantity, {"统计口径", "what is counted"}),
        required("years", &Realised::years, {"累计年份；firms 取末年", "the years summed; of firms the last counts"}),
        required("value", &Realised::value, {"实现的数值", "the figure"}).in(range::money),
    };
  }
};

/// The same quantities in a block of simulated paths.
class RealisedSums {
 public:
  /// @param figures  must outlive this
  RealisedSums(const std::vector<Realised>& figures, std::size_t lanes)
      : figures_(&figures), rows_(figures.size(), lanes) {}

  void begin() noexcept { rows_.fill(0); }

  /// Adds a year.
  void add(const flow::Ledger& ledger) noexcept;

  [[nodiscard]] ConstLanes operator[](std::size_t figure) const noexcept { return rows_[figure]; }

 private:
  const std::vector<Realised>* figures_;
  Rows rows_;
};

}  // namespace shanhai::run
