#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/main_effect.hpp"
#include "analysis/sobol_indices.hpp"
#include "core/text.hpp"

namespace shanhai::memo {

/// What one axis does to an outcome.
struct AxisEffect {
  std::string name;
  std::string from;  ///< its lowest value, as it is written in the sweep
  std::string to;
  std::optional<analysis::Index> first;
  std::optional<analysis::Index> total;
  std::optional<analysis::MainEffect> effect;
};

/// Which indices a design gives: of a Latin hypercube the first-order ones, of a Saltelli design all.
enum class Indices : std::uint8_t { none, first, all };

/// What moves an outcome of one scheme over a sweep.
struct SensitivityPage {
  std::string outcome;  ///< as it was asked for
  Text scheme;
  Indices indices = Indices::none;
  std::size_t base_rows = 0;  ///< that were used, of a Saltelli design
  std::size_t rows_left_out = 0;
  std::size_t points = 0;           ///< that have an outcome, of a design that is no Saltelli design
  std::vector<AxisEffect> effects;  ///< what moves it most first
};

/// Puts what moves the outcome most first: by total index where there is one, else by first-order index, else by the
/// difference of the ends.
void sort_effects(std::vector<AxisEffect>& effects);

/// A table of the axes, and in sentences what moves the outcome most, what hardly does, and what acts together.
[[nodiscard]] std::string sensitivity_text(const SensitivityPage& page, Language language);

/// How to read such tables; once below all of them.
/// @param money  the unit, as a sentence; empty where the outcome is not of money
[[nodiscard]] std::string sensitivity_legend(Indices indices, const std::string& money, Language language);

}  // namespace shanhai::memo
