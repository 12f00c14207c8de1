#pragma once

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "store/reader.hpp"
#include "store/store.hpp"

namespace shanhai::store {

/// A sweep of 60 points over two axes, with two schemes and two parties.
[[nodiscard]] Manifest sample_manifest();

/// A point of it, with other bits in every number; every ninth failed.
[[nodiscard]] PointResult sample_point(std::uint64_t point);

[[nodiscard]] std::vector<PointResult> sample_points(std::uint64_t begin, std::uint64_t end);

/// What an open or a query gave; fails the test where it was refused.
template <class T>
[[nodiscard]] T granted(OrRefusal<T> given) {
  if (const Refusal* refusal = std::get_if<Refusal>(&given)) {
    throw std::runtime_error("refused: " + refusal->reason.en);
  }
  return std::get<T>(std::move(given));
}

/// Why an open or a query was refused; fails the test where it was not.
template <class T>
[[nodiscard]] Refusal refused(const OrRefusal<T>& given) {
  return std::get<Refusal>(given);
}

/// Makes a store with some points and closes it.
void make_store(const std::string& file, const Manifest& manifest, std::span<const PointResult> points);

/// Every cell of every table of a file, with its type and all its bits, read past our own reader.
[[nodiscard]] std::vector<std::string> cells_of(const std::string& file);

}  // namespace shanhai::store
