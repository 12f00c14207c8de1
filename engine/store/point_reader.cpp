#include "store/point_reader.hpp"

#include <algorithm>
#include <initializer_list>
#include <limits>
#include <string>

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include "store/axis_number.hpp"
#include "store/columns.hpp"
#include "store/digest.hpp"
#include "store/point_digest.hpp"
#include "store/trouble.hpp"

namespace shanhai::store {
namespace {

using run::PartyOutcome;
using run::SchemeOutcome;

// The rows of a table in the order of points.
class Rows {
 public:
  Rows(const SQLite::Database& database, std::string_view table, std::string_view order)
      : rows_(database, fmt::format("SELECT * FROM {} ORDER BY {}", table, order)), some_(rows_.executeStep()) {}

  [[nodiscard]] bool some() const { return some_; }

  /// Whether the row's first columns, its key, are these.
  [[nodiscard]] bool at(std::initializer_list<std::uint64_t> key) const {
    int column = 0;
    return some_ && std::ranges::all_of(key, [&](std::uint64_t part) { return whole(column++) == part; });
  }

  void next() { some_ = rows_.executeStep(); }

  [[nodiscard]] std::uint64_t whole(int column) const {
    return static_cast<std::uint64_t>(rows_.getColumn(column).getInt64());
  }

  [[nodiscard]] std::string text(int column) const { return rows_.getColumn(column).getString(); }

  [[nodiscard]] double number(int column, bool is_whole) const {
    const SQLite::Column cell = rows_.getColumn(column);
    if (cell.isNull()) {
      return std::numeric_limits<double>::quiet_NaN();
    }
    if (is_whole ? !cell.isInteger() : !cell.isFloat()) {
      damaged();
    }
    return cell.getDouble();
  }

  template <class Outcome>
  void take(int first, const std::vector<Column<Outcome>>& columns, Outcome& outcome) const {
    for (const Column<Outcome>& column : columns) {
      column.set(outcome, number(first++, column.is_whole));
    }
  }

 private:
  mutable SQLite::Statement rows_;
  bool some_;
};

// All tables of points side by side.
class PointReader {
 public:
  PointReader(const SQLite::Database& database, const Manifest& manifest)
      : manifest_(manifest),
        points_(database, "point", "id"),
        values_(database, "point_value", "point, axis"),
        schemes_(database, "scheme_outcome", "point, scheme"),
        parties_(database, "party_outcome", "point, scheme, party") {}

  [[nodiscard]] std::optional<PointResult> next() {
    if (!points_.some()) {
      return values_.some() || schemes_.some() || parties_.some() ? (damaged(), std::nullopt) : std::nullopt;
    }
    PointResult result{
        .point = points_.whole(0), .values = {}, .hash = points_.text(1), .failure = points_.text(2), .schemes = {}};
    const auto digest = static_cast<std::int64_t>(points_.whole(3));
    points_.next();
    for (; values_.at({result.point, result.values.size()}); values_.next()) {
      result.values.push_back(values_.text(2));
      check_number(result.values.back());
    }
    while (schemes_.at({result.point, result.schemes.size()})) {
      result.schemes.push_back(scheme(result.point, result.schemes.size()));
    }
    if (!is_whole(result) || digest != digest_of(result, of_scheme_, of_party_)) {
      damaged();
    }
    return result;
  }

 private:
  // The number beside a value is not in the digest: it follows from the value.
  void check_number(const std::string& value) const {
    const double number = values_.number(3, false);
    const double expected = axis_number(value).value_or(std::numeric_limits<double>::quiet_NaN());
    if (Digest().add(number).value() != Digest().add(expected).value()) {
      damaged();
    }
  }

  [[nodiscard]] SchemeOutcome scheme(std::uint64_t point, std::uint64_t index) {
    if (index >= manifest_.schemes.size()) {
      damaged();
    }
    SchemeOutcome outcome;
    outcome.id = manifest_.schemes[index].id;
    schemes_.take(2, of_scheme_, outcome);
    schemes_.next();
    for (; parties_.at({point, index, outcome.parties.size()}); parties_.next()) {
      parties_.take(3, of_party_, outcome.parties.emplace_back());
    }
    return outcome;
  }

  [[nodiscard]] bool is_whole(const PointResult& result) const {
    const std::size_t schemes = result.failure.empty() ? manifest_.schemes.size() : 0;
    return result.point < manifest_.points && result.values.size() == manifest_.axes.size() &&
           result.schemes.size() == schemes && std::ranges::all_of(result.schemes, [this](const SchemeOutcome& scheme) {
             return scheme.parties.size() == manifest_.parties.size();
           });
  }

  const Manifest& manifest_;
  std::vector<Column<SchemeOutcome>> of_scheme_ = scheme_columns();
  std::vector<Column<PartyOutcome>> of_party_ = party_columns();
  Rows points_;
  Rows values_;
  Rows schemes_;
  Rows parties_;
};

}  // namespace

std::optional<Refusal> read_points(const SQLite::Database& database,
                                   const Manifest& manifest,
                                   const std::function<std::optional<Refusal>(const PointResult&)>& visit) {
  PointReader reader(database, manifest);
  while (const std::optional<PointResult> point = reader.next()) {
    if (std::optional<Refusal> refusal = visit(*point)) {
      return refusal;
    }
  }
  return std::nullopt;
}

}  // namespace shanhai::store
