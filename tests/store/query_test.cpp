#include <catch2/catch.hpp>

#include "app/temporary_folder.hpp"
#include "store/sample.hpp"

namespace shanhai::store {
namespace {

using app::TemporaryFolder;

/// Texts that ask for more than an expression over the view.
const std::vector<std::string>& hostile() {
  static const std::vector<std::string> texts{
      "1; DROP TABLE point",
      "1); DROP TABLE point; --",
      "1) UNION SELECT * FROM manifest --",
      "1) UNION SELECT 1, 2 --",
      "1) OR (1",
      "1 UNION SELECT 2",
      "(SELECT value FROM manifest LIMIT 1) = 'x'",
      "(WITH results AS (SELECT value FROM manifest) SELECT value FROM results LIMIT 1) = 'x'",
      "EXISTS (SELECT 1 FROM point)",
      "EXISTS (SELECT 1 FROM party_outcome)",
      "EXISTS (SELECT 1 FROM sqlite_schema)",
      "EXISTS (SELECT 1 FROM pragma_table_info('point'))",
      "EXISTS (WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r) SELECT 1 FROM r WHERE x < 0)",
      "PRAGMA writable_schema = ON",
      "ATTACH 'x.db' AS x",
      "load_extension('/tmp/x.so')",
      "1 ORDER BY 1",
      "1 LIMIT 1",
      "point = ?1",
      "point = :p",
      "1 --\n) UNION SELECT 1 --",
      "1 /*",
      "--",
      ";",
      ")",
      "(",
      "max(point)",
      "count(*) > 1",
      "row_number() OVER ()",
      "\"no_such_column\" = 'no_such_column'",
      std::string("1\0; DROP TABLE point", 20),
  };
  return texts;
}

TEST_CASE("Nothing that is asked does more than read the view", "[store][query]") {
  const TemporaryFolder folder;
  const std::string file = folder.inside("a.db");
  make_store(file, sample_manifest(), sample_points(0, 9));
  const std::vector<std::string> before = cells_of(file);
  const Reader reader = granted(Reader::open(file));
  for (const std::string& text : hostile()) {
    CAPTURE(text);
    for (const Query& query : {Query{{}, text, "", {}}, Query{{}, "", text, {}}, Query{{}, "1", text, 1}}) {
      const OrRefusal<Found> found = reader.ask(query);
      REQUIRE(std::holds_alternative<Refusal>(found));
      CHECK(std::get<Refusal>(found).of_user);
    }
  }
  CHECK(cells_of(file) == before);
  CHECK(granted(reader.ask({})).rows.size() == 16);
  CHECK(folder.names() == std::set<std::string>{"a.db"});
}

TEST_CASE("What is one expression may be asked, however it is written", "[store][query]") {
  const TemporaryFolder folder;
  const std::string file = folder.inside("a.db");
  make_store(file, sample_manifest(), sample_points(0, 9));
  const Reader reader = granted(Reader::open(file));
  for (const char* text : {"1",
                           "point < 3 -- the first",
                           "(point < 3) OR (point > 5)",
                           "point < (SELECT count(*) FROM results)",
                           "kind LIKE 'o%'",
                           "acceptance = (SELECT max(acceptance) FROM results)",
                           "point IN (SELECT point FROM results WHERE scheme = 'cap')",
                           "abs(npv_hai) > 1 /* far */",
                           "CASE WHEN share > 0.02 THEN jain ELSE nash END",
                           "')' = ')'"}) {
    CAPTURE(text);
    CHECK(std::holds_alternative<Found>(reader.ask({{}, text, "", {}})));
    CHECK(std::holds_alternative<Found>(reader.ask({{}, "", text, {}})));
  }
}

TEST_CASE("A wrong column or scheme is answered with those that there are", "[store][query]") {
  const TemporaryFolder folder;
  Manifest manifest = sample_manifest();
  manifest.axes[1].name = "a b";
  make_store(folder.inside("a.db"), manifest, sample_points(0, 2));
  const Reader reader = granted(Reader::open(folder.inside("a.db")));
  const Refusal column = refused(reader.ask({{}, "aceptance > 0.5", "", {}}));
  CHECK(column.of_user);
  CHECK(column.reason.en ==
        "cannot ask for 'aceptance > 0.5': no such column: aceptance; the columns are point, scheme, share, \"a b\", "
        "acceptance, total_npv_mean, nash, jain, ratio_change, npv_shan, npv_se_shan, p_negative_shan, p_below_shan, "
        "cvar05_shan, payback_shan, npv_hai, npv_se_hai, p_negative_hai, p_below_hai, cvar05_hai, payback_hai");
  CHECK(column.reason.zh.find("无法查询 'aceptance > 0.5'：no such column: aceptance；可用的列：point") == 0);
  const Refusal scheme = refused(reader.ask({"haf", "", "", {}}));
  CHECK(scheme.of_user);
  CHECK(scheme.reason.en == "there is no scheme 'haf'; the schemes are half, cap");
  const Refusal overflow = refused(reader.ask({{}, "abs(-9223372036854775807 - 1) > point", "", {}}));
  CHECK(overflow.reason.en.find("integer overflow") != std::string::npos);
}

}  // namespace
}  // namespace shanhai::store
