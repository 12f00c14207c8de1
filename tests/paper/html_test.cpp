#include "paper/html.hpp"

#include <regex>

#include <catch2/catch.hpp>

#include "paper/html_text.hpp"
#include "paper/sample.hpp"

namespace shanhai::paper {
namespace {

using Catch::Contains;

const std::string turns_around = std::string("\xE2\x80") + "\xAE";  // U+202E, from where text runs from right to left

std::string sample_html(Language language) {
  return html(sample_paper(language), sample_images(language));
}

/// The names of all elements, in order.
std::vector<std::string> elements_of(const std::string& page) {
  const std::regex tag("<(/?[A-Za-z][A-Za-z0-9]*)");
  std::vector<std::string> names;
  for (auto found = std::sregex_iterator(page.begin(), page.end(), tag); found != std::sregex_iterator(); ++found) {
    names.push_back((*found)[1]);
  }
  return names;
}

std::size_t count_of(const std::string& page, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = page.find(part); at != std::string::npos; at = page.find(part, at + 1)) {
    ++count;
  }
  return count;
}

TEST_CASE("Text on its way into HTML is text only", "[paper][html]") {
  CHECK(escaped("<b>&\"'") == "&lt;b&gt;&amp;&quot;&#39;");
  CHECK(escaped("武义" + turns_around + "县\u0007!") == "武义县!");
  CHECK(escaped("a\nb\tc\r") == "a b c");
  CHECK(escaped("a\xFF\xC0\xAF") == "a\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("A bound figure says what it is, and how sure", "[paper][html]") {
  const Line line{Bound{"62.3%", "schemes/phased/wuyi/npv/mean", 0.6234567, 0.00157}};
  CHECK(line_html(line, Language::zh) ==
        R"(<data class="whole" value="0.6234567" data-what="schemes/phased/wuyi/npv/mean" data-error="0.00157" )"
        R"(title="schemes/phased/wuyi/npv/mean：0.6235（标准误 0.0016）">62.3%</data>)");
  CHECK_THAT(line_html(line, Language::en),
             Contains(R"x(title="schemes/phased/wuyi/npv/mean: 0.6235 (standard error 0.0016)")x"));
  CHECK_THAT(line_html({Bound{"CNY 387 million", "x", 38712.4, 210.5}}, Language::en),
             Contains(R"x(title="x: 38712 (standard error 210)")x"));
  CHECK_THAT(line_html({Bound{"6%", "x", 0.06, 0}}, Language::en),
             Contains(R"x(title="x: 0.06 (no sampling error)")x"));
}

TEST_CASE("A title does not break within a short term in quotation marks", "[paper][html]") {
  CHECK(heading_html("山海“飞地”<园>") == "山海<span class=\"whole\">“飞地”</span>&lt;园&gt;");
  CHECK(heading_html("“不成对") == "“不成对");
  CHECK(heading_html("”倒“置”") == "”倒<span class=\"whole\">“置”</span>");
  CHECK(heading_html("“这一段引用的文字实在太长了”") == "“这一段引用的文字实在太长了”");
}

TEST_CASE("Hostile texts change nothing of a page but its texts", "[paper][html]") {
  const std::vector<Image> images{{"<svg viewBox='0 0 1 1'></svg>", "", 1, 1}};
  const std::vector<std::string> usual = elements_of(html(paper_of("x"), images));
  for (const std::string& text : hostile_texts()) {
    CAPTURE(text);
    const std::string page = html(paper_of(text), images);
    CHECK(elements_of(page) == usual);
    CHECK(count_of(page, "\">" + escaped(text) + "</data>") == 5);
  }
}

TEST_CASE("No character of a page turns its text around or is not one", "[paper][html]") {
  const std::string page = html(paper_of(turns_around + "gnp.exe \xFF\u0007<b"), {});
  CHECK_THAT(page, !Contains(turns_around) && !Contains("\xFF") && !Contains("\u0007"));
  CHECK(count_of(page, ">gnp.exe \uFFFD&lt;b</data>") == 5);
}

TEST_CASE("A page asks for nothing and has no script", "[paper][html]") {
  for (const Language language : {Language::zh, Language::en}) {
    const std::string page =
        std::regex_replace(sample_html(language), std::regex("xmlns='http://www.w3.org/2000/svg'"), "");
    CHECK_THAT(page, Contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\""));
    for (const char* part : {"http:", "https:", "<script", "<link", "@import", "url(", "javascript"}) {
      CHECK_THAT(page, !Contains(part));
    }
    CHECK_FALSE(std::regex_search(page, std::regex("<[^>]* on[a-z]+=")));
  }
}

TEST_CASE("The same paper gives the same bytes, each language its own", "[paper][html]") {
  CHECK(sample_html(Language::zh) == sample_html(Language::zh));
  CHECK_THAT(sample_html(Language::zh), Contains("<html lang=\"zh-CN\">"));
  CHECK_THAT(sample_html(Language::en), Contains("<html lang=\"en\">"));
}

TEST_CASE("Pictures stand in their order, by SVG, by PNG, or by what they show", "[paper][html]") {
  Paper paper;
  for (const char* name : {"first", "second", "third"}) {
    paper.blocks.emplace_back(Picture{name, {}, std::string("shows ") + name, ""});
  }
  const std::string page =
      html(paper, std::vector<Image>{{"<?xml version='1.0'?><svg id='a'></svg>\n", "p", 3, 2}, {"", "png", 3, 2}});
  CHECK_THAT(page, Contains(R"(role="img" aria-label="shows first"><svg id='a'></svg></div>)"));
  CHECK_THAT(page, Contains(R"(src="data:image/png;base64,cG5n" width="3" height="2" alt="shows second")"));
  CHECK_THAT(page, Contains("<p>shows third</p>\n<figcaption>third</figcaption>"));
}

TEST_CASE("A single cell is a heading across its table, and a short row is filled", "[paper][html]") {
  Paper paper;
  const Line a{std::string("a")};
  paper.blocks.emplace_back(Table{"", {{"n", false}, {"m", true}, {"o", true}}, {{{a}}, {{a, a}}}, ""});
  const std::string page = html(paper, {});
  CHECK_THAT(page, Contains(R"(<th colspan="3" scope="rowgroup"><span>a</span></th>)"));
  CHECK_THAT(page, Contains(R"(<tr><th scope="row">a</th><td class="number">a</td><td class="number"></td></tr>)"));
}

}  // namespace
}  // namespace shanhai::paper
