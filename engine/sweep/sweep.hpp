#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/node.hpp"

namespace shanhai::sweep {

/// A key of the base scenario and its values along an axis: those listed, or all between two numbers.
struct Key {
  std::string path;  ///< as error messages write it
  Place place;       ///< in the sweep's text
  std::vector<document::Node> listed;
  double from = 0;  ///< used where none is listed
  double to = 0;
};

/// What moves together: every key has one value at each place of the axis.
struct Axis {
  std::string name;
  std::vector<Key> keys;   ///< all list as many values, or all are ranges
  std::size_t levels = 0;  ///< values listed, or steps of the ranges; 0 for ranges without steps

  [[nodiscard]] bool is_range() const noexcept { return keys.front().listed.empty(); }
};

/// Which points of the space that the axes span are visited.
enum class Design : std::uint8_t {
  grid,             ///< every combination of values; the last axis moves fastest
  list,             ///< the first values of all axes, then the second, and so on
  latin_hypercube,  ///< McKay, Beckman and Conover, Technometrics 21 (1979): each axis evenly, at random together
  sobol,            ///< the Sobol sequence (Joe and Kuo 2008): evenly in all axes together
  saltelli,         ///< pairs of points and those between them that sensitivity indices need (saltelli.hpp)
};

/// A sweep as it is written.
struct Sweep {
  std::string base;  ///< the base scenario's file, seen from the sweep's
  Design design = Design::grid;
  std::uint64_t samples = 0;  ///< points of latin_hypercube and sobol, base rows of saltelli
  std::vector<Axis> axes;
  std::string where;  ///< an SQL condition over the axes' names: only such points; empty for all
  std::optional<std::uint64_t> paths;

  [[nodiscard]] bool is_sampled() const noexcept {
    return design == Design::latin_hypercube || design == Design::sobol || design == Design::saltelli;
  }
};

}  // namespace shanhai::sweep
