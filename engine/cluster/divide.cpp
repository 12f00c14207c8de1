#include "cluster/divide.hpp"

#include <queue>
#include <utility>

namespace shanhai::cluster {
namespace {

/// Into how many parts each task is cut: one after the other goes to the task whose parts are largest (as seats are
/// shared out by D'Hondt's rule).
std::vector<std::size_t> parts_of(const std::vector<std::vector<std::uint64_t>>& tasks, std::size_t least) {
  std::vector<std::size_t> parts(tasks.size(), 1);
  std::priority_queue<std::pair<double, std::size_t>> largest;
  for (std::size_t task = 0; task < tasks.size(); ++task) {
    largest.emplace(static_cast<double>(tasks[task].size()), task);
  }
  for (std::size_t count = tasks.size(); count < least && !largest.empty() && largest.top().first > 1; ++count) {
    const std::size_t task = largest.top().second;
    largest.pop();
    ++parts[task];
    largest.emplace(static_cast<double>(tasks[task].size()) / static_cast<double>(parts[task]), task);
  }
  return parts;
}

}  // namespace

std::vector<std::vector<std::uint64_t>> divided(const std::vector<std::vector<std::uint64_t>>& tasks,
                                                std::size_t least) {
  const std::vector<std::size_t> parts = parts_of(tasks, least);
  std::vector<std::vector<std::uint64_t>> result;
  for (std::size_t task = 0; task < tasks.size(); ++task) {
    const std::vector<std::uint64_t>& points = tasks[task];
    for (std::size_t part = 0; part < parts[task]; ++part) {
      const auto at = [&](std::size_t i) {
        return points.begin() + static_cast<std::ptrdiff_t>(points.size() * i / parts[task]);
      };
      result.emplace_back(at(part), at(part + 1));
    }
  }
  return result;
}

}  // namespace shanhai::cluster
