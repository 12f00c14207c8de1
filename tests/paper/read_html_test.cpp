#include "paper/read_html.hpp"

#include <catch2/catch.hpp>
#include <libxml/parser.h>

#include "paper/html.hpp"
#include "paper/sample.hpp"

namespace shanhai::paper {
namespace {

using Catch::Contains;

/// The bound figures of a paper as they are in it, with what they show.
void add_figures(std::vector<std::string>& figures, const Line& line) {
  for (const Piece& piece : line) {
    if (const auto* bound = std::get_if<Bound>(&piece)) {
      figures.push_back(bound->what + ": " + bound->shown);
    }
  }
}

std::vector<std::string> figures_of(const Paper& paper) {
  std::vector<std::string> figures;
  for (const Block& block : paper.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      add_figures(figures, paragraph->line);
    } else if (const auto* bullets = std::get_if<Bullets>(&block)) {
      for (const Line& line : bullets->lines) {
        add_figures(figures, line);
      }
    } else if (const auto* table = std::get_if<Table>(&block)) {
      for (const Table::Row& row : table->rows) {
        for (const Line& cell : row.cells) {
          add_figures(figures, cell);
        }
      }
    }
  }
  return figures;
}

std::vector<std::string> figures_of(const Found& found) {
  std::vector<std::string> figures;
  for (const FoundFigure& figure : found.figures) {
    figures.push_back(figure.what + ": " + figure.shown);
  }
  return figures;
}

Found found_in(const std::string& page) {
  const std::variant<Found, Text> read = read_html(page);
  if (const Text* reason = std::get_if<Text>(&read)) {
    FAIL(reason->en);
  }
  return std::get<Found>(read);
}

std::string reason_of(const std::string& page) {
  const std::variant<Found, Text> read = read_html(page);
  REQUIRE(std::holds_alternative<Text>(read));
  return std::get<Text>(read).en;
}

std::string replaced(std::string text, std::string_view old, std::string_view by) {
  const std::size_t at = text.find(old);
  REQUIRE(at != std::string::npos);
  return text.replace(at, old.size(), by);
}

TEST_CASE("Proof and figures come back from a page as they were", "[paper][read_html]") {
  for (const Language language : {Language::zh, Language::en}) {
    const Paper paper = sample_paper(language);
    const Found found = found_in(html(paper, sample_images(language)));
    CHECK(figures_of(found) == figures_of(paper));
    CHECK(found.figures.size() == 20);
    CHECK(found.proof.program == paper.proof.program);
    CHECK(found.proof.hash == paper.proof.hash);
    CHECK(found.proof.options == paper.proof.options);
    CHECK(found.proof.scenario == paper.proof.scenario);
  }
}

TEST_CASE("Hostile texts come back as they were", "[paper][read_html]") {
  for (const std::string& text : hostile_texts()) {
    CAPTURE(text);
    const Paper paper = paper_of(text);
    const Found found = found_in(html(paper, {}));
    CHECK(figures_of(found) == figures_of(paper));
    CHECK(found.proof.scenario == text);
    CHECK(found.proof.options == text);
    CHECK(found.proof.hash == text);
  }
  CHECK(found_in(html(paper_of("\xFF\u202E\r\n"), {})).proof.scenario == "\xFF\u202E\r\n");
}

TEST_CASE("One digit that was changed is read as it stands now", "[paper][read_html]") {
  const Paper paper = sample_paper(Language::zh);
  const std::string page = html(paper, {});
  std::vector<std::string> expected = figures_of(paper);
  expected[0] = "schemes/even/wuyi/npv/positive: 63.3%";
  CHECK(figures_of(found_in(replaced(page, ">62.3%</data>", ">63.3%</data>"))) == expected);
}

TEST_CASE("A page that an editor wrapped and marked up reads the same", "[paper][read_html]") {
  const Paper paper = sample_paper(Language::en);
  std::string page = replaced(html(paper, {}), ">CNY 387 million</data>", ">\n  CNY\r\n <b>387</b>\tmillion\n</data>");
  page = replaced(page, "<!DOCTYPE html>\n<html", "<!DOCTYPE HTML>\r\n<!-- saved -->\r\n<HTML");
  page = replaced(page, "<meta charset=\"utf-8\"/>", "");
  CHECK(figures_of(found_in("\uFEFF" + page)) == figures_of(paper));
}

TEST_CASE("What is no page of ours, or a damaged one, is refused with a reason", "[paper][read_html]") {
  const std::string page = html(sample_paper(Language::zh), {});
  for (const std::string& other :
       {std::string(), std::string("<p>"), std::string(1000, '\0'), std::string("\xFF<<>&#")}) {
    CHECK_THAT(reason_of(other), Contains("carries no proof"));
  }
  CHECK_THAT(reason_of(replaced(page, "shanhai-hash", "other-hash")), Contains("carries no proof"));
  CHECK_THAT(reason_of(replaced(page, "name=\"shanhai-scenario\" content=\"", "name=\"shanhai-scenario\" content=\"*")),
             Contains("damaged"));
  CHECK_THAT(reason_of(std::string((std::size_t{32} << 20U) + 1, 'x')), Contains("too large"));
}

TEST_CASE("A page cut anywhere is refused or read in part, and never breaks the reader", "[paper][read_html]") {
  const std::string page = html(sample_paper(Language::en), {});
  std::size_t most = 0;
  for (std::size_t size = 0; size < page.size(); size += 97) {
    const std::variant<Found, Text> read = read_html(page.substr(0, size));
    if (const Found* found = std::get_if<Found>(&read)) {
      CHECK(found->figures.size() >= most);
      most = found->figures.size();
    }
  }
  CHECK(most == 20);
}

TEST_CASE("A page that is nested deeply is refused, whatever it would cost to read", "[paper][read_html]") {
  const std::string page = html(sample_paper(Language::en), {});
  std::string deep;
  for (int i = 0; i < 1'000'000; ++i) {
    deep += "<b>";
  }
  for (int i = 0; i < 1'000'000; ++i) {
    deep += "</x>";
  }
  CHECK_THAT(reason_of(deep), Contains("nested too deeply"));
  CHECK_THAT(reason_of(replaced(page, "<main>", "<main>" + deep)), Contains("nested too deeply"));
}

TEST_CASE("Nothing outside a page is read", "[paper][read_html]") {
  const std::string page = html(sample_paper(Language::en), {});
  const std::string with_entity =
      replaced(replaced(page, "<!DOCTYPE html>", "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"),
               ">62.3%</data>",
               ">&x;</data>");
  CHECK(found_in(with_entity).figures.front().shown == "&x;");
}

TEST_CASE("A page is well-formed XML too", "[paper][read_html]") {
  for (const Paper& paper : {sample_paper(Language::zh), sample_paper(Language::en), paper_of("]]><&\"'>")}) {
    const std::string page = html(paper, sample_images(paper.language));
    xmlDocPtr document = xmlReadMemory(
        page.data(), static_cast<int>(page.size()), nullptr, "UTF-8", XML_PARSE_NONET | XML_PARSE_NOERROR);
    CHECK(document != nullptr);
    xmlFreeDoc(document);
  }
}

}  // namespace
}  // namespace shanhai::paper
