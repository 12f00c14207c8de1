#include <bit>
#include <cmath>
#include <limits>

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>

#include "app/temporary_folder.hpp"
#include "store/sample.hpp"

namespace shanhai::store {
namespace {

using app::TemporaryFolder;

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

/// The numbers of a row as their bits; NULL as NaN.
std::vector<std::uint64_t> bits_in(const std::string& file, const std::string& sql) {
  const SQLite::Database database(file);
  SQLite::Statement row(database, sql);
  REQUIRE(row.executeStep());
  std::vector<std::uint64_t> bits;
  for (int c = 0; c < row.getColumnCount(); ++c) {
    const SQLite::Column cell = row.getColumn(c);
    bits.push_back(std::bit_cast<std::uint64_t>(cell.isNull() ? nothing : cell.getDouble()));
  }
  return bits;
}

std::vector<std::uint64_t> bits_of(const std::vector<double>& numbers) {
  std::vector<std::uint64_t> bits;
  bits.reserve(numbers.size());
  for (const double number : numbers) {
    bits.push_back(std::bit_cast<std::uint64_t>(std::isnan(number) ? nothing : number));
  }
  return bits;
}

std::vector<double> kept(const run::PartyOutcome& of) {
  return {of.npv.mean.value,
          of.npv.mean.error,
          of.npv.sd.value,
          of.npv.q05.value,
          of.npv.q25.value,
          of.npv.q50.value,
          of.npv.q75.value,
          of.npv.q95.value,
          of.p_negative.value,
          of.p_negative.error,
          of.p_below_reservation.value,
          of.p_below_reservation.error,
          of.cvar05.value,
          of.cvar05.error,
          of.payback.q50 ? *of.payback.q50 : nothing,
          of.payback.never.value,
          of.floor_calls.value,
          of.broken_promises.value,
          of.cap_year && of.cap_year->q50 ? *of.cap_year->q50 : nothing,
          of.cap_year ? of.cap_year->never.value : nothing};
}

constexpr const char* party_row =
    "SELECT npv_mean, npv_se, npv_sd, npv_q05, npv_q25, npv_q50, npv_q75, npv_q95, p_negative, p_negative_se, "
    "p_below_reservation, p_below_reservation_se, cvar05, cvar05_se, payback_q50, payback_never, floor_calls, "
    "broken_promises, cap_year_q50, cap_never FROM party_outcome WHERE ";

TEST_CASE("Results come back bit for bit", "[store][round_trip]") {
  const TemporaryFolder folder;
  const std::string file = folder.inside("a.db");
  make_store(file, sample_manifest(), sample_points(0, 8));
  for (std::uint64_t p = 0; p < 8; ++p) {
    const PointResult point = sample_point(p);
    for (std::size_t s = 0; s < 2; ++s) {
      const run::SchemeOutcome& of = point.schemes[s];
      const std::string key = "point = " + std::to_string(p) + " AND scheme = " + std::to_string(s);
      CHECK(bits_in(file,
                    "SELECT acceptance, acceptance_se, total_npv_mean, total_npv_se, nash, jain, ratio_change FROM "
                    "scheme_outcome WHERE " +
                        key) == bits_of({of.acceptance.value,
                                         of.acceptance.error,
                                         of.total_npv.mean.value,
                                         of.total_npv.mean.error,
                                         of.nash->value,
                                         of.jain->value,
                                         of.ratio_change->value}));
      for (std::size_t i = 0; i < 2; ++i) {
        CHECK(bits_in(file, party_row + key + " AND party = " + std::to_string(i)) == bits_of(kept(of.parties[i])));
      }
    }
  }
  CHECK(folder.names() == std::set<std::string>{"a.db"});
}

TEST_CASE("Numbers at the ends of the range come back bit for bit", "[store][round_trip]") {
  using Limits = std::numeric_limits<double>;
  const TemporaryFolder folder;
  const std::string file = folder.inside("a.db");
  PointResult point = sample_point(0);
  run::PartyOutcome& of = point.schemes[0].parties[0];
  of.npv.mean = {-0.0, Limits::denorm_min()};
  of.npv.sd.value = -Limits::denorm_min();
  of.npv.q05.value = Limits::max();
  of.npv.q25.value = Limits::lowest();
  of.npv.q50.value = Limits::infinity();
  of.npv.q75.value = 0x1p53;
  of.npv.q95.value = std::nextafter(1.0, 2.0);
  of.p_negative = {0, 1};
  of.cvar05 = {0x1p63, -0x1p63};
  make_store(file, sample_manifest(), std::vector{point});
  CHECK(bits_in(file, std::string(party_row) + "point = 0 AND scheme = 0 AND party = 0") == bits_of(kept(of)));
  const Reader reader = granted(Reader::open(file));
  const Found found = granted(reader.ask({"half", "", "", {}}));
  const auto column = std::ranges::find(found.columns, "npv_shan") - found.columns.begin();
  const double mean = std::get<double>(found.rows.at(0).at(static_cast<std::size_t>(column)));
  CHECK(std::bit_cast<std::uint64_t>(mean) == std::bit_cast<std::uint64_t>(-0.0));
}

TEST_CASE("What an outcome does not have is NULL", "[store][round_trip]") {
  const TemporaryFolder folder;
  const std::string file = folder.inside("a.db");
  PointResult point = sample_point(0);
  run::SchemeOutcome& of = point.schemes[1];
  of.nash = of.jain = of.ratio_change = std::nullopt;
  of.acceptance.error = nothing;  // as of a single path
  of.parties[0].payback.q50 = std::nullopt;
  of.parties[0].cap_year.emplace().never.value = 1;
  of.parties[1].cap_year.emplace().q50 = 4;
  make_store(file, sample_manifest(), std::vector{point});
  CHECK(bits_in(file, "SELECT nash, jain, ratio_change, acceptance_se FROM scheme_outcome WHERE scheme = 1") ==
        bits_of({nothing, nothing, nothing, nothing}));
  for (std::size_t p = 0; p < 2; ++p) {
    CHECK(bits_in(file, std::string(party_row) + "scheme = 1 AND party = " + std::to_string(p)) ==
          bits_of(kept(of.parties[p])));
  }
  CHECK(granted(Store::open(file, sample_manifest(), Store::If::present)).done().at(0));
  const Found found =
      granted(granted(Reader::open(file)).ask({"cap", "nash IS NULL AND payback_shan IS NULL", "", {}}));
  CHECK(found.rows.size() == 1);
}

TEST_CASE("A failed point keeps its reason and its values, and is done", "[store][round_trip]") {
  const TemporaryFolder folder;
  const std::string file = folder.inside("a.db");
  make_store(file, sample_manifest(), sample_points(7, 9));
  const Reader reader = granted(Reader::open(file));
  CHECK(reader.counts().done == 1);
  CHECK(reader.counts().failed == 1);
  CHECK(reader.failures(5) == std::vector<std::pair<std::uint64_t, std::string>>{{8, "shares add up to 108%"}});
  CHECK(reader.failures(0).empty());
  CHECK(granted(reader.ask({})).rows.size() == 2);  // the schemes of the other
  CHECK(bits_in(file, "SELECT number FROM point_value WHERE point = 8 AND axis = 0") == bits_of({0.08}));
}

TEST_CASE("A manifest comes back whole", "[store][round_trip]") {
  const TemporaryFolder folder;
  Manifest manifest = sample_manifest();
  manifest.seed = std::numeric_limits<std::uint64_t>::max();
  manifest.unit = 0.1 + 0.2;
  manifest.base = std::string("a\0b\r\n'\"", 7) + "\xff 方案";
  make_store(folder.inside("a.db"), manifest, {});
  CHECK(granted(Reader::open(folder.inside("a.db"))).manifest() == manifest);
}

}  // namespace
}  // namespace shanhai::store
