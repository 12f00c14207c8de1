#include "analysis/pareto.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/contract.hpp"

namespace shanhai::analysis {
namespace {

// What is kept of the rows so far, which come with their first objective falling: so that only the others count.

/// For a second and a third objective: steps that rise in one and fall in the other.
class Staircase {
 public:
  [[nodiscard]] bool dominates(ConstLanes row) const {
    const auto step = steps_.lower_bound(second(row));
    return step != steps_.end() && step->second >= third(row);
  }

  void add(ConstLanes row) {
    const auto end = steps_.upper_bound(second(row));
    auto begin = end;
    while (begin != steps_.begin() && std::prev(begin)->second <= third(row)) {
      --begin;
    }
    steps_.erase(begin, end);
    steps_.emplace(second(row), third(row));
  }

 private:
  [[nodiscard]] static double second(ConstLanes row) { return row.size() > 1 ? row[1] : 0; }

  [[nodiscard]] static double third(ConstLanes row) { return row.size() > 2 ? row[2] : 0; }

  std::map<double, double> steps_;
};

/// For more objectives: all of the front.
class Front {
 public:
  [[nodiscard]] bool dominates(ConstLanes row) const {
    return std::ranges::any_of(rows_, [&](ConstLanes one) {
      return std::ranges::equal(one.subspan(1), row.subspan(1), [](double a, double b) { return a >= b; });
    });
  }

  void add(ConstLanes row) { rows_.push_back(row); }

 private:
  std::vector<ConstLanes> rows_;
};

/// @param order  rows, the largest first objective first, then the largest second, and so on
template <class Kept>
std::vector<std::size_t> front_of(const std::vector<std::size_t>& order, const auto& row) {
  std::vector<std::size_t> front;
  Kept kept;
  for (const std::size_t one : order) {
    // What equals a row of the front was met right after it.
    if (!front.empty() && std::ranges::equal(row(front.back()), row(one))) {
      front.push_back(one);
    } else if (!kept.dominates(row(one))) {
      kept.add(row(one));
      front.push_back(one);
    }
  }
  std::ranges::sort(front);
  return front;
}

}  // namespace

std::vector<std::size_t> pareto_front(ConstLanes table, std::size_t objectives) {
  SHANHAI_EXPECT(objectives > 0 && table.size() % objectives == 0);
  const auto row = [&](std::size_t at) {
    return table.subspan(at * objectives, objectives);
  };
  std::vector<std::size_t> order;
  for (std::size_t at = 0; at < table.size() / objectives; ++at) {
    if (std::ranges::none_of(row(at), [](double value) { return std::isnan(value); })) {
      order.push_back(at);
    }
  }
  std::ranges::sort(order,
                    [&](std::size_t a, std::size_t b) { return std::ranges::lexicographical_compare(row(b), row(a)); });
  constexpr std::size_t most_by_steps = 3;
  return objectives <= most_by_steps ? front_of<Staircase>(order, row) : front_of<Front>(order, row);
}

}  // namespace shanhai::analysis
