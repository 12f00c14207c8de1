#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "store/columns.hpp"
#include "store/point_result.hpp"

namespace shanhai::store {

/// Adds points to the tables of a store, within a transaction of the caller.
class PointWriter {
 public:
  explicit PointWriter(const SQLite::Database& database);

  enum class Added : std::uint8_t { now, before, conflict };

  /// A point that is there already must have the same result bit for bit.
  [[nodiscard]] Added add(const PointResult& point);

 private:
  [[nodiscard]] std::optional<std::int64_t> stored(std::int64_t point);
  void add_values(const PointResult& point);
  void add_scheme(std::int64_t point, std::int64_t scheme, const run::SchemeOutcome& outcome);

  std::vector<Column<run::SchemeOutcome>> of_scheme_;
  std::vector<Column<run::PartyOutcome>> of_party_;
  SQLite::Statement digest_;
  SQLite::Statement point_;
  SQLite::Statement value_;
  SQLite::Statement scheme_;
  SQLite::Statement party_;
};

}  // namespace shanhai::store
