#pragma once

#include <utility>
#include <variant>
#include <vector>

namespace shanhai {

struct Interval {
  double low = 0;
  double high = 0;
};

/// Laws of an uncertain number. Every parameter was checked when the scenario was read.
struct Uniform {
  double low = 0;
  double high = 1;
  bool operator==(const Uniform&) const = default;
};

struct Triangular {
  double low = 0;
  double mode = 0.5;
  double high = 1;
  bool operator==(const Triangular&) const = default;
};

/// Beta law on [low, high] with shapes 1 + 4 (mode - low)/(high - low) and 1 + 4 (high - mode)/(high - low).
struct Pert {
  double low = 0;
  double mode = 0.5;
  double high = 1;
  bool operator==(const Pert&) const = default;
};

/// Cut at mean ± 6 sd, where its range is checked.
struct Normal {
  double mean = 0;
  double sd = 1;
  bool operator==(const Normal&) const = default;
};

/// exp(N(log mean - s²/2, s²)) with s² = log(1 + cv²); mean > 0.
struct Lognormal {
  double mean = 1;
  double cv = 1;
  bool operator==(const Lognormal&) const = default;
};

/// Values with weights, in the order written; weights > 0 need not sum to 1.
struct Discrete {
  std::vector<std::pair<double, double>> outcomes;
  bool operator==(const Discrete&) const = default;
};

using Law = std::variant<Uniform, Triangular, Pert, Normal, Lognormal, Discrete>;

[[nodiscard]] double mean(const Law& law);

/// The smallest closed interval no draw leaves; Lognormal: [0, infinity].
[[nodiscard]] Interval support(const Law& law);

}  // namespace shanhai
