#include "store/reader.hpp"

#include <catch2/catch.hpp>

#include "app/temporary_folder.hpp"
#include "store/sample.hpp"

namespace shanhai::store {
namespace {

using app::TemporaryFolder;

/// Values of a column, as far as they are numbers.
std::vector<double> numbers(const Found& found, const std::string& column) {
  const auto at = std::ranges::find(found.columns, column) - found.columns.begin();
  std::vector<double> values;
  for (const std::vector<Cell>& row : found.rows) {
    values.push_back(std::get<double>(row.at(static_cast<std::size_t>(at))));
  }
  return values;
}

/// Four points whose acceptance is known.
std::vector<PointResult> ranked() {
  std::vector<PointResult> points = sample_points(0, 4);
  for (PointResult& point : points) {
    const auto number = static_cast<double>(point.point);
    point.schemes[0].acceptance.value = number * (3 - number);  // 0 2 2 0
    point.schemes[1].acceptance.value = -1;
  }
  return points;
}

TEST_CASE("The view has a column an axis, and six a party", "[store][reader]") {
  const TemporaryFolder folder;
  make_store(folder.inside("a.db"), sample_manifest(), {});
  const Reader reader = granted(Reader::open(folder.inside("a.db")));
  const std::vector<std::string> expected{
      "point",        "scheme",      "share",        "kind",     "acceptance",  "total_npv_mean",
      "nash",         "jain",        "ratio_change", "npv_shan", "npv_se_shan", "p_negative_shan",
      "p_below_shan", "cvar05_shan", "payback_shan", "npv_hai",  "npv_se_hai",  "p_negative_hai",
      "p_below_hai",  "cvar05_hai",  "payback_hai"};
  CHECK(reader.columns() == expected);
  CHECK(granted(reader.ask({})).columns == expected);
  CHECK(granted(reader.ask({})).rows.empty());
}

TEST_CASE("Rows come in the order of points and schemes, or the best first", "[store][reader]") {
  const TemporaryFolder folder;
  make_store(folder.inside("a.db"), sample_manifest(), ranked());
  const Reader reader = granted(Reader::open(folder.inside("a.db")));
  const Found all = granted(reader.ask({}));
  CHECK(numbers(all, "point") == std::vector<double>{0, 0, 1, 1, 2, 2, 3, 3});
  CHECK(std::get<std::string>(all.rows[0][1]) == "half");  // not by name
  CHECK(numbers(granted(reader.ask({{}, "", "acceptance", 3})), "point") == std::vector<double>{1, 2, 0});
  CHECK(numbers(granted(reader.ask({"cap", "", "-point", {}})), "point") == std::vector<double>{0, 1, 2, 3});
  CHECK(numbers(granted(reader.ask({"half", "share >= 0.01 AND kind = 'odd'", "", {}})), "point") ==
        std::vector<double>{1, 3});
  CHECK(granted(reader.ask({{}, "", "", 0})).rows.empty());
}

TEST_CASE("Cells of the view are those of the outcomes", "[store][reader]") {
  const TemporaryFolder folder;
  make_store(folder.inside("a.db"), sample_manifest(), sample_points(0, 4));
  const Reader reader = granted(Reader::open(folder.inside("a.db")));
  const std::vector<Cell> row = granted(reader.ask({"cap", "point = 3", "", {}})).rows.at(0);
  const run::SchemeOutcome of = sample_point(3).schemes[1];
  std::vector<Cell> expected{3.0,
                             "cap",
                             0.03,
                             "odd",
                             of.acceptance.value,
                             of.total_npv.mean.value,
                             of.nash->value,
                             of.jain->value,
                             of.ratio_change->value};
  for (const run::PartyOutcome& party : of.parties) {
    for (const double value : {party.npv.mean.value,
                               party.npv.mean.error,
                               party.p_negative.value,
                               party.p_below_reservation.value,
                               party.cvar05.value,
                               static_cast<double>(*party.payback.q50)}) {
      expected.emplace_back(value);
    }
  }
  CHECK(row == expected);
}

TEST_CASE("A reader sees what is written while it reads", "[store][reader]") {
  const TemporaryFolder folder;
  const std::string file = folder.inside("a.db");
  std::optional<Store> store = granted(Store::open(file, sample_manifest(), Store::If::absent));
  CHECK_FALSE(store->write(sample_points(0, 5)));
  const Reader reader = granted(Reader::open(file));
  CHECK(reader.counts().done == 5);
  CHECK_FALSE(store->write(sample_points(5, 7)));
  CHECK(granted(reader.ask({})).rows.size() == 14);
  store.reset();  // the writer leaves while the reader stays
  CHECK(granted(reader.ask({})).rows.size() == 14);
  store = granted(Store::open(file, sample_manifest(), Store::If::present));
  CHECK_FALSE(store->write(sample_points(7, 8)));
  CHECK(granted(reader.ask({})).rows.size() == 16);
}

TEST_CASE("Names may be anything", "[store][reader]") {
  const TemporaryFolder folder;
  Manifest manifest = sample_manifest();
  manifest.axes = {{"a\"b", {"x"}}, {"select", {"y"}}, {"Point", {"y"}}, {"npv_海", {"y"}}, {"'; --", {}}};
  manifest.schemes = {{"half'); DROP TABLE point; --", {}}, {"\"", {}}};
  manifest.parties = {{"海", {}}, {"a-b", {}}};
  PointResult point = sample_point(1);
  point.values = {"1", "2", "3", "山", "5"};
  make_store(folder.inside("a.db"), manifest, std::vector{point});
  const Reader reader = granted(Reader::open(folder.inside("a.db")));
  CHECK(reader.manifest() == manifest);
  const std::vector<std::string> columns = reader.columns();
  CHECK(std::vector(columns.begin() + 2, columns.begin() + 7) ==
        std::vector<std::string>{"a\"b", "select", "Point_", "npv_海", "'; --"});
  CHECK(columns.at(12) == "npv_海_");
  const Found found = granted(reader.ask(
      {manifest.schemes[0].id, R"("a""b" = 1 AND "select" = 2 AND Point_ = 3 AND npv_海 = '山')", R"("npv_a-b")", {}}));
  REQUIRE(found.rows.size() == 1);
  CHECK(std::get<double>(found.rows[0][12]) == point.schemes[0].parties[0].npv.mean.value);
}

TEST_CASE("Sixty parties are not too many for the view", "[store][reader]") {
  const TemporaryFolder folder;
  Manifest manifest = sample_manifest();
  PointResult point = sample_point(1);
  for (int p = 2; p < 64; ++p) {
    manifest.parties.push_back({"p" + std::to_string(p), {}});
    for (run::SchemeOutcome& scheme : point.schemes) {
      scheme.parties.push_back(scheme.parties[0]);
    }
  }
  make_store(folder.inside("a.db"), manifest, std::vector{point});
  const Reader reader = granted(Reader::open(folder.inside("a.db")));
  CHECK(granted(reader.ask({{}, "npv_p63 = npv_shan", "", {}})).rows.size() == 2);
}

}  // namespace
}  // namespace shanhai::store
