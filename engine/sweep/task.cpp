#include "sweep/task.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "core/say.hpp"

namespace shanhai::sweep {
namespace {

using Places = std::vector<double>;

bool is_below(std::string_view path, std::string_view above) {
  return path.starts_with(above) &&
         (path.size() == above.size() || path[above.size()] == '.' || path[above.size()] == '[');
}

/// The axes of which a key changes the futures.
std::vector<std::size_t> axes_of_futures(const Sweep& sweep) {
  std::vector<std::size_t> axes;
  for (std::size_t axis = 0; axis < sweep.axes.size(); ++axis) {
    if (!std::ranges::all_of(sweep.axes[axis].keys, [](const Key& key) { return is_term(key.path); })) {
      axes.push_back(axis);
    }
  }
  return axes;
}

/// Points that see the same futures, in the order in which the first of each comes.
std::vector<std::vector<std::uint64_t>> by_futures(const Sweep& sweep, const Points& points) {
  const std::vector<std::size_t> axes = axes_of_futures(sweep);
  std::map<Places, std::size_t> known;
  std::vector<std::vector<std::uint64_t>> groups;
  for (std::uint64_t point = 0; point < points.size(); ++point) {
    const auto [found, is_new] = known.try_emplace(points.places(point, axes), groups.size());
    if (is_new) {
      groups.emplace_back();
    }
    groups[found->second].push_back(point);
  }
  return groups;
}

}  // namespace

bool is_term(std::string_view path) {
  return is_below(path, "schemes") || is_below(path, "costs") || is_below(path, "transfers");
}

std::vector<std::vector<std::size_t>> axes_of_schemes(const Sweep& sweep, const document::Node& base) {
  std::vector<std::vector<std::size_t>> result;
  for (const document::Node::Entry& scheme : base.find("schemes")->entries) {
    const std::string own = "schemes." + scheme.key;
    const auto changes = [&](const Key& key) {
      return is_term(key.path) && (is_below(key.path, own) || !key.path.starts_with("schemes."));
    };
    std::vector<std::size_t>& axes = result.emplace_back();
    for (std::size_t axis = 0; axis < sweep.axes.size(); ++axis) {
      if (std::ranges::any_of(sweep.axes[axis].keys, changes)) {
        axes.push_back(axis);
      }
    }
  }
  return result;
}

std::vector<Task> tasks_of(const Sweep& sweep,
                           const document::Node& base,
                           const Points& points,
                           std::size_t most_schemes) {
  const std::vector<std::vector<std::size_t>> axes = axes_of_schemes(sweep, base);
  std::vector<Task> tasks;
  for (const std::vector<std::uint64_t>& group : by_futures(sweep, points)) {
    std::set<std::pair<std::size_t, Places>> schemes;
    tasks.emplace_back();
    for (const std::uint64_t point : group) {
      std::set<std::pair<std::size_t, Places>> more;
      for (std::size_t scheme = 0; scheme < axes.size(); ++scheme) {
        std::pair one(scheme, points.places(point, axes[scheme]));
        if (!schemes.contains(one)) {
          more.insert(std::move(one));
        }
      }
      if (!tasks.back().points.empty() && schemes.size() + more.size() > most_schemes) {
        tasks.emplace_back();
        schemes.clear();
        for (std::size_t scheme = 0; scheme < axes.size(); ++scheme) {
          more.emplace(scheme, points.places(point, axes[scheme]));
        }
      }
      schemes.merge(more);
      tasks.back().points.push_back(point);
    }
  }
  return tasks;
}

}  // namespace shanhai::sweep
