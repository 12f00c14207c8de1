#include "store/sample.hpp"

#include <bit>
#include <stdexcept>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

namespace shanhai::store {
namespace {

/// Numbers of all sizes and signs, no two the same.
class Numbers {
 public:
  explicit Numbers(std::uint64_t point) : state_(point * 1000 + 1) {}

  double next() {
    state_ += 0x9e3779b97f4a7c15U;  // splitmix64
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    const auto value = std::bit_cast<double>(z ^ (z >> 31U));
    return value == value ? value : 0.5;
  }

  run::Estimate estimate() {
    const double value = next();
    return {value, next()};
  }

 private:
  std::uint64_t state_;
};

run::PartyOutcome party(Numbers& numbers, int year) {
  run::PartyOutcome of;
  of.npv = {numbers.estimate(),
            numbers.estimate(),
            numbers.estimate(),
            numbers.estimate(),
            numbers.estimate(),
            numbers.estimate(),
            numbers.estimate()};
  of.p_negative = numbers.estimate();
  of.p_below_reservation = numbers.estimate();
  of.cvar05 = numbers.estimate();
  of.payback.q50 = year;
  of.payback.never = numbers.estimate();
  of.floor_calls = numbers.estimate();
  of.broken_promises = numbers.estimate();
  return of;
}

std::string cell(const SQLite::Column& column) {
  if (column.isFloat()) {
    return fmt::format("real {:016x}", std::bit_cast<std::uint64_t>(column.getDouble()));
  }
  return fmt::format("{} {}", column.getType(), column.getString());
}

}  // namespace

Manifest sample_manifest() {
  return {.program = "0.1.0",
          .base = "start: 2026\n# a note\ncapital: 50\n",
          .sweep = "axes: {share: [40%, 60%]}\n",
          .content = "c0ffee",
          .seed = 7,
          .paths = 1000,
          .points = 60,
          .currency = "CNY",
          .unit = 1e4,
          .axes = {{"share", {"schemes.half.shares.shan", "schemes.half.shares.hai"}}, {"kind", {"schemes.half.kind"}}},
          .schemes = {{"half", {"五五分成", "Half and half"}}, {"cap", {"封顶", "Capped"}}},
          .parties = {{"shan", {"山", "Shan"}}, {"hai", {"海", "Hai"}}}};
}

PointResult sample_point(std::uint64_t point) {
  PointResult result{.point = point,
                     .values = {fmt::format("{}%", point), point % 2 == 0 ? "even" : "odd"},
                     .hash = fmt::format("{:032x}", point * 77),
                     .failure = {},
                     .schemes = {}};
  if (point % 9 == 8) {
    result.hash.clear();
    result.failure = fmt::format("shares add up to {}%", 100 + point);
    return result;
  }
  Numbers numbers(point);
  for (const Named& scheme : sample_manifest().schemes) {
    run::SchemeOutcome& of = result.schemes.emplace_back();
    of.id = scheme.id;
    of.total_npv.mean = numbers.estimate();
    of.acceptance = numbers.estimate();
    of.nash = numbers.estimate();
    of.jain = numbers.estimate();
    of.ratio_change = numbers.estimate();
    of.parties = {party(numbers, static_cast<int>(point)), party(numbers, 3)};
  }
  return result;
}

std::vector<PointResult> sample_points(std::uint64_t begin, std::uint64_t end) {
  std::vector<PointResult> points;
  for (std::uint64_t p = begin; p < end; ++p) {
    points.push_back(sample_point(p));
  }
  return points;
}

void make_store(const std::string& file, const Manifest& manifest, std::span<const PointResult> points) {
  Store store = granted(Store::open(file, manifest, Store::If::absent));
  if (const std::optional<Refusal> refusal = store.write(points)) {
    throw std::runtime_error("refused: " + refusal->reason.en);
  }
}

std::vector<std::string> cells_of(const std::string& file) {
  const SQLite::Database database(file);
  std::vector<std::string> cells;
  for (const char* table :
       {"manifest", "axis", "axis_key", "scheme", "party", "point", "point_value", "scheme_outcome", "party_outcome"}) {
    SQLite::Statement rows(database, fmt::format("SELECT * FROM {} ORDER BY 1, 2", table));
    while (rows.executeStep()) {
      for (int c = 0; c < rows.getColumnCount(); ++c) {
        cells.push_back(fmt::format("{}.{}: {}", table, rows.getColumnName(c), cell(rows.getColumn(c))));
      }
    }
  }
  return cells;
}

}  // namespace shanhai::store
