#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.hpp"
#include "store/point_result.hpp"

namespace shanhai::cluster {

/// Contents of messages, as CBOR (RFC 8949): every double comes back bit for bit, as far as a store can tell (one NaN
/// is as good as another). What cannot be read is nothing: another program sent it.

/// What a worker needs to know of a sweep, which reads no file itself.
struct Work {
  std::string sweep;  ///< its text
  std::string base;   ///< the base scenario's text
  std::uint64_t seed = 0;
  std::uint64_t paths = 0;

  bool operator==(const Work&) const = default;
};

/// Points to do.
struct Order {
  std::uint64_t task = 0;
  std::vector<std::uint64_t> points;

  bool operator==(const Order&) const = default;
};

/// What a task's points came to: all that a store keeps of them (store/columns.hpp), and nothing else.
struct Answer {
  std::uint64_t task = 0;
  std::vector<store::PointResult> results;
};

/// A worker that has prepared.
struct Ready {
  std::string host;
  std::string self_test;  ///< equal on all machines that compute the same bits

  bool operator==(const Ready&) const = default;
};

[[nodiscard]] std::string pack(const Work& work);
[[nodiscard]] std::string pack(const Order& order);
[[nodiscard]] std::string pack(const Answer& answer);
[[nodiscard]] std::string pack(const Ready& ready);
[[nodiscard]] std::string pack(const Text& text);

[[nodiscard]] std::optional<Work> unpack_work(std::string_view bytes);
[[nodiscard]] std::optional<Order> unpack_order(std::string_view bytes);
[[nodiscard]] std::optional<Answer> unpack_answer(std::string_view bytes);
[[nodiscard]] std::optional<Ready> unpack_ready(std::string_view bytes);
[[nodiscard]] std::optional<Text> unpack_text(std::string_view bytes);

}  // namespace shanhai::cluster
