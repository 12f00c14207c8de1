#include "store/point_writer.hpp"

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "store/axis_number.hpp"
#include "store/point_digest.hpp"

namespace shanhai::store {
namespace {

// An INSERT with a place for every value.
std::string insertion(std::string_view table, std::size_t values) {
  std::string places = "?";
  for (std::size_t i = 1; i < values; ++i) {
    places += ", ?";
  }
  return fmt::format("INSERT INTO {} VALUES ({})", table, places);
}

void put(SQLite::Statement& row) {
  row.exec();
  row.reset();
}

// From the place of the first on; SQLite takes NaN for NULL.
template <class Outcome>
void fill(SQLite::Statement& row, int first, const std::vector<Column<Outcome>>& columns, const Outcome& outcome) {
  for (const Column<Outcome>& column : columns) {
    row.bind(first++, column.get(outcome));
  }
}

}  // namespace

PointWriter::PointWriter(const SQLite::Database& database)
    : of_scheme_(scheme_columns()),
      of_party_(party_columns()),
      digest_(database, "SELECT digest FROM point WHERE id = ?"),
      point_(database, insertion("point", 4)),
      value_(database, insertion("point_value", 4)),
      scheme_(database, insertion("scheme_outcome", 2 + of_scheme_.size())),
      party_(database, insertion("party_outcome", 3 + of_party_.size())) {}

PointWriter::Added PointWriter::add(const PointResult& point) {
  const auto id = static_cast<std::int64_t>(point.point);
  const std::int64_t digest = digest_of(point, of_scheme_, of_party_);
  if (const std::optional<std::int64_t> before = stored(id)) {
    return *before == digest ? Added::before : Added::conflict;
  }
  point_.bind(1, id);
  point_.bind(2, point.hash);
  point.failure.empty() ? point_.bind(3) : point_.bind(3, point.failure);
  point_.bind(4, digest);
  put(point_);
  add_values(point);
  for (std::size_t s = 0; s < point.schemes.size(); ++s) {
    add_scheme(id, static_cast<std::int64_t>(s), point.schemes[s]);
  }
  return Added::now;
}

std::optional<std::int64_t> PointWriter::stored(std::int64_t point) {
  digest_.bind(1, point);
  std::optional<std::int64_t> found;
  if (digest_.executeStep()) {
    found = digest_.getColumn(0).getInt64();
  }
  digest_.reset();
  return found;
}

void PointWriter::add_values(const PointResult& point) {
  for (std::size_t a = 0; a < point.values.size(); ++a) {
    const std::optional<double> number = axis_number(point.values[a]);
    value_.bind(1, static_cast<std::int64_t>(point.point));
    value_.bind(2, static_cast<std::int64_t>(a));
    value_.bind(3, point.values[a]);
    number ? value_.bind(4, *number) : value_.bind(4);
    put(value_);
  }
}

void PointWriter::add_scheme(std::int64_t point, std::int64_t scheme, const run::SchemeOutcome& outcome) {
  scheme_.bind(1, point);
  scheme_.bind(2, scheme);
  fill(scheme_, 3, of_scheme_, outcome);
  put(scheme_);
  for (std::size_t p = 0; p < outcome.parties.size(); ++p) {
    party_.bind(1, point);
    party_.bind(2, scheme);
    party_.bind(3, static_cast<std::int64_t>(p));
    fill(party_, 4, of_party_, outcome.parties[p]);
    put(party_);
  }
}

}  // namespace shanhai::store
