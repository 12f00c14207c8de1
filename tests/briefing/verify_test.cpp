#include "briefing/verify.hpp"

#include <catch2/catch.hpp>

namespace shanhai::briefing {
namespace {

paper::Paper paper_of(const std::vector<paper::Bound>& figures) {
  paper::Paper paper;
  paper::Table table;
  for (const paper::Bound& figure : figures) {
    table.rows.push_back({{paper::Line{figure}}});
  }
  paper.blocks = {paper::Paragraph{{std::string("a "), figures.front()}}, table};
  return paper;
}

}  // namespace

TEST_CASE("Figures that hold are not named", "[briefing][verify]") {
  const paper::Paper paper = paper_of({{"62.3%", "a", 0.623, 0.001}, {"7,701", "b", 7701, 77}});
  CHECK(mismatches(paper, {{"a", "62.3%"}, {"a", "62.3%"}, {"b", "7,701"}}).empty());
}

TEST_CASE("A figure that was changed, lost or added is named with what holds", "[briefing][verify]") {
  const paper::Paper paper = paper_of({{"62.3%", "a", 0.623, 0.001}, {"7,701", "b", 7701, 77}});
  const auto changed = mismatches(paper, {{"a", "62.3%"}, {"a", "62.8%"}, {"b", "7,701"}});
  REQUIRE(changed.size() == 1);
  CHECK(changed[0].what == "a");
  CHECK(changed[0].shown == "62.8%");
  CHECK(changed[0].holds == "62.3%");
  const auto lost = mismatches(paper, {{"a", "62.3%"}, {"a", "62.3%"}});
  REQUIRE(lost.size() == 1);
  CHECK(lost[0].shown.empty());
  const auto added = mismatches(paper, {{"a", "62.3%"}, {"a", "62.3%"}, {"b", "7,701"}, {"c", "1"}});
  REQUIRE(added.size() == 1);
  CHECK(added[0].holds.empty());
}

}  // namespace shanhai::briefing
