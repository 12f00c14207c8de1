#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cluster/packed.hpp"

namespace shanhai::cluster {

/// What a rank does with points; called by one thread.
struct Duty {
  /// Takes what all ranks need to know; gives a self-test, which must be the same on all of them, or why it cannot go
  /// on.
  std::function<std::variant<std::string, Text>(std::string_view work)> prepare;

  /// The results of some points, in the order of the points; nothing where `stop` was called.
  std::function<std::optional<std::vector<store::PointResult>>(const std::vector<std::uint64_t>& points)> results;

  /// Ends `results` soon; called by another thread.
  std::function<void()> stop;
};

/// A self-test, an answer to an order, or why it cannot go on.
using Finished = std::variant<std::string, Answer, Text>;

/// Who does a rank's duty while the rank goes on talking.
struct Hands {
  std::function<void(std::string work)> prepare;
  std::function<void(Order order)> give;              ///< done one after the other
  std::function<std::optional<Finished>()> finished;  ///< the next that is done
  std::function<void()> stop;                         ///< leaves all
};

}  // namespace shanhai::cluster
