#include "sweep/points.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <boost/random/sobol.hpp>  // direction numbers of Joe and Kuo (2008), which nobody should type again

#include "core/say.hpp"
#include "document/path.hpp"
#include "document/write.hpp"
#include "random/stream.hpp"

namespace shanhai::sweep {
namespace {

using document::Node;

/// The place on an axis of a number u in [0, 1): a level of those listed, or u itself on a range.
double place_of(const Axis& axis, double u) {
  const auto levels = static_cast<double>(axis.levels);
  return axis.is_range() ? u : std::min(std::floor(u * levels), levels - 1);
}

std::vector<double> grid(const Sweep& sweep, std::uint64_t size) {
  const std::size_t axes = sweep.axes.size();
  std::vector<double> places(size * axes);
  for (std::uint64_t point = 0; point < size; ++point) {
    std::uint64_t rest = point;
    for (std::size_t axis = axes; axis-- > 0;) {
      places[point * axes + axis] = static_cast<double>(rest % sweep.axes[axis].levels);
      rest /= sweep.axes[axis].levels;
    }
  }
  return places;
}

std::vector<double> list(const Sweep& sweep, std::uint64_t size) {
  std::vector<double> places;
  for (std::uint64_t point = 0; point < size; ++point) {
    places.insert(places.end(), sweep.axes.size(), static_cast<double>(point));
  }
  return places;
}

/// One number of each of the `size` equal parts of [0, 1), in an order drawn for each axis.
std::vector<double> latin_hypercube(const Sweep& sweep, std::uint64_t size, std::uint64_t seed) {
  const std::size_t axes = sweep.axes.size();
  std::vector<double> places(size * axes);
  std::vector<double> order(size);
  std::vector<double> within(size);
  std::vector<std::uint64_t> parts(size);
  for (std::size_t axis = 0; axis < axes; ++axis) {
    const random::Stream stream(seed, "latin_hypercube." + sweep.axes[axis].name);
    stream.uniform({0, size}, 0, 0, order);
    stream.uniform({0, size}, 0, 1, within);
    std::iota(parts.begin(), parts.end(), 0);
    std::ranges::sort(
        parts, [&](std::uint64_t a, std::uint64_t b) { return std::pair(order[a], a) < std::pair(order[b], b); });
    for (std::uint64_t point = 0; point < size; ++point) {
      const double u = (static_cast<double>(parts[point]) + within[point]) / static_cast<double>(size);
      places[point * axes + axis] = place_of(sweep.axes[axis], u);
    }
  }
  return places;
}

/// With its first point, the origin, which Boost leaves out: without it the first 2^k points are not even (Owen, "On
/// dropping the first Sobol' point", 2020). Each number stands in the middle of its 2^-32.
std::vector<double> sobol(const Sweep& sweep, std::uint64_t size) {
  const std::size_t axes = sweep.axes.size();
  boost::random::sobol sequence(axes);
  std::vector<double> places(size * axes);
  for (std::uint64_t i = 0; i < places.size(); ++i) {
    constexpr int kept = 32;
    const double whole = i < axes ? 0.0 : static_cast<double>(sequence() >> kept);
    places[i] = place_of(sweep.axes[i % axes], (whole + 0.5) * 0x1p-32);
  }
  return places;
}

Node number(double value) {
  Node node;
  node.text = fmt::format("{:.12g}", value);
  return node;
}

}  // namespace

double count_points(const Sweep& sweep) {
  if (sweep.is_sampled()) {
    return static_cast<double>(sweep.samples);
  }
  if (sweep.design == Design::list) {
    return static_cast<double>(sweep.axes.front().levels);
  }
  double product = 1;
  for (const Axis& axis : sweep.axes) {
    product *= static_cast<double>(axis.levels);
  }
  return product;
}

Points::Points(const Sweep& sweep, std::uint64_t seed)
    : axes_(sweep.axes.size()), size_(static_cast<std::uint64_t>(count_points(sweep))) {
  switch (sweep.design) {
    case Design::grid:
      places_ = grid(sweep, size_);
      break;
    case Design::list:
      places_ = list(sweep, size_);
      break;
    case Design::latin_hypercube:
      places_ = latin_hypercube(sweep, size_, seed);
      break;
    case Design::sobol:
      places_ = sobol(sweep, size_);
      break;
  }
}

Points::Points(std::size_t axes, std::vector<double> places)
    : axes_(axes), size_(places.size() / axes), places_(std::move(places)) {}

std::vector<double> Points::places(std::uint64_t point, const std::vector<std::size_t>& axes) const {
  std::vector<double> result(axes.size());
  std::ranges::transform(axes, result.begin(), [&](std::size_t axis) { return place(point, axis); });
  return result;
}

void Points::keep(const std::vector<bool>& which) {
  std::uint64_t kept = 0;
  for (std::uint64_t point = 0; point < size_; ++point) {
    if (which[point]) {
      const auto from = places_.begin() + static_cast<std::ptrdiff_t>(point * axes_);
      std::copy_n(from, axes_, places_.begin() + static_cast<std::ptrdiff_t>(kept * axes_));
      ++kept;
    }
  }
  size_ = kept;
  places_.resize(kept * axes_);
}

Node value_at(const Sweep& sweep, const Axis& axis, const Key& key, double place) {
  if (!key.listed.empty()) {
    return key.listed[static_cast<std::size_t>(place)];
  }
  const double u = sweep.is_sampled() ? place : place / static_cast<double>(axis.levels - 1);
  return number(key.from + (key.to - key.from) * u);
}

std::string text_at(const Sweep& sweep, std::size_t axis, double place) {
  const Node value = value_at(sweep, sweep.axes[axis], sweep.axes[axis].keys.front(), place);
  return value.kind == Node::Kind::scalar ? value.text : document::write_flow(value);
}

Node scenario_at(const Sweep& sweep, const Node& base, const Points& points, std::uint64_t point) {
  Node scenario = base;
  for (std::size_t axis = 0; axis < sweep.axes.size(); ++axis) {
    for (const Key& key : sweep.axes[axis].keys) {
      document::put_at_path(scenario, key.path, value_at(sweep, sweep.axes[axis], key, points.place(point, axis)));
    }
  }
  return scenario;
}

}  // namespace shanhai::sweep
