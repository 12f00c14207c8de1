#include "read_text.hpp"
#include <catch2/catch.hpp>

#include "app/fault.hpp"
#include "app/shanhai_says.hpp"
#include "app/temporary_folder.hpp"

namespace shanhai::app {
namespace {

using Catch::Matchers::Contains;

std::string shipped(const std::string& name) {
  return std::string(SHANHAI_SOURCE_DIR) + "/scenarios/" + name;
}

Said memo(const std::string& scenario, const TemporaryFolder& folder, std::vector<std::string> more) {
  std::vector<std::string> words{"memo", scenario, "--paths", "1500", "--out", folder.path()};
  words.insert(words.end(), more.begin(), more.end());
  return shanhai_says(words);
}

/// The place of the first digit of the n-th figure that an HTML file binds.
std::size_t digit_of_figure(const std::string& html, int n) {
  std::size_t at = 0;
  for (int i = 0; i < n; ++i) {
    at = html.find("<data ", at + 1);
  }
  return html.find_first_of("0123456789", html.find('>', at));
}

}  // namespace

TEST_CASE("A memo is written in both languages and all formats that need no browser, and holds", "[app][memo]") {
  const TemporaryFolder folder;
  const Said said = memo(shipped("minimal.yaml"), folder, {"--lang", "zh,en", "--format", "html,docx,xlsx"});
  CHECK(said.err.empty());
  REQUIRE(said.code == exit_code::ok);
  CHECK(folder.names() ==
        std::set<std::string>{
            "memo.en.docx", "memo.en.html", "memo.en.xlsx", "memo.zh.docx", "memo.zh.html", "memo.zh.xlsx"});
  CHECK_THAT(folder.content("memo.zh.html"), Contains("一、核心观点") && Contains("附表"));
  CHECK_THAT(folder.content("memo.en.html"), Contains("1. Key points") && Contains("Annex"));
  for (const std::string file : {"memo.zh.html", "memo.en.html", "memo.zh.docx", "memo.en.docx"}) {
    const Said verified = shanhai_says({"memo", "--verify", folder.inside(file)});
    INFO(file);
    CHECK(verified.code == exit_code::ok);
    CHECK_THAT(verified.out, Contains("figures hold"));
  }
  // The same again gives the same bytes.
  const TemporaryFolder again;
  static_cast<void>(memo(shipped("minimal.yaml"), again, {"--lang", "zh,en", "--format", "html,docx,xlsx"}));
  for (const std::string& file : folder.names()) {
    CHECK(folder.content(file) == again.content(file));
  }
}

TEST_CASE("A digit that was changed in a memo is named with what holds", "[app][memo]") {
  const TemporaryFolder folder;
  REQUIRE(memo(shipped("minimal.yaml"), folder, {"--lang", "en"}).code == exit_code::ok);
  std::string html = folder.content("memo.en.html");
  const std::size_t digit = digit_of_figure(html, 12);
  html[digit] = html[digit] == '9' ? '8' : '9';
  const Said verified = shanhai_says({"memo", "--verify", folder.file("edited.html", html)});
  CHECK(verified.code == exit_code::user);
  CHECK_THAT(verified.out, Contains("1 do not hold") && Contains("reckoned again it is"));
}

TEST_CASE("A memo draws the zone of agreement of a sweep around its scenario, and holds", "[app][memo]") {
  const TemporaryFolder folder;
  const std::string sweep = shipped("sweeps/wuyi-haining-zone.yaml");
  REQUIRE(memo(shipped("parks/wuyi-haining.yaml"), folder, {"--lang", "zh", "--sweep", sweep}).code == exit_code::ok);
  CHECK_THAT(folder.content("memo.zh.html"), Contains("（四）协议区间") && Contains("纳什谈判解"));
  CHECK(shanhai_says({"memo", "--verify", folder.inside("memo.zh.html")}).code == exit_code::ok);
  const Said other = memo(shipped("minimal.yaml"), folder, {"--sweep", sweep});
  CHECK(other.code == exit_code::user);
  CHECK_THAT(other.err, Contains("its base scenario is not this scenario"));
}

TEST_CASE("Hostile names are only text in a memo", "[app][memo]") {
  const TemporaryFolder folder;
  std::string text = text_of(shipped("minimal.yaml"));
  const std::string name = R"(zh: 五年四六分, en: "40 : 60 for five years")";
  const std::string hostile = R"x(zh: "<script>alert(1)</script>]]>=cmd()", en: "</data><img src=x onerror=1>")x";
  text.replace(text.find(name), name.size(), hostile);
  const std::string file = folder.file("hostile.yaml", text);
  const TemporaryFolder out;
  REQUIRE(memo(file, out, {"--lang", "zh,en", "--format", "html,docx"}).code == exit_code::ok);
  for (const std::string one : {"memo.zh.html", "memo.en.html"}) {
    CHECK_THAT(out.content(one), !Contains("<script") && !Contains("<img src=x"));
    CHECK(shanhai_says({"memo", "--verify", out.inside(one)}).code == exit_code::ok);
  }
  CHECK_THAT(out.content("memo.zh.html"), Contains("&lt;script&gt;"));
  CHECK(shanhai_says({"memo", "--verify", out.inside("memo.zh.docx")}).code == exit_code::ok);
}

TEST_CASE("What memo cannot do it refuses before it reckons", "[app][memo]") {
  const TemporaryFolder folder;
  const std::string file = shipped("minimal.yaml");
  CHECK_THAT(memo(file, folder, {"--format", "html,odt"}).err, Contains("html, pdf, docx, xlsx"));
  CHECK_THAT(memo(file, folder, {"--lang", "en,fr"}).err, Contains("zh or en"));
  CHECK_THAT(memo(file, folder, {"--weights", "acceptanse=3"}).err, Contains("acceptance"));
  CHECK_THAT(memo(file, folder, {"--weights", "gap=-1"}).err, Contains("--weights"));
  CHECK_THAT(memo(file, folder, {"--weights", "acceptance=0,shortfall=0,fairness=0,gap=0"}).err, Contains("above 0"));
  CHECK_THAT(memo(file, folder, {"--template", file, "--format", "docx"}).err, Contains("--template"));
  CHECK(shanhai_says({"memo"}).code == exit_code::user);
  CHECK(shanhai_says({"memo", "--verify", file}).code == exit_code::user);
  CHECK(shanhai_says({"run", file, "--lang", "zh,en"}).code == exit_code::user);
  CHECK(folder.names().empty());
}

TEST_CASE("Weights choose what a memo recommends, and are proved with the rest", "[app][memo]") {
  const TemporaryFolder folder;
  REQUIRE(memo(shipped("parks/wuyi-haining.yaml"),
               folder,
               {"--lang", "en", "--weights", "acceptance=0,shortfall=0,fairness=0,gap=1"})
              .code == exit_code::ok);
  CHECK_THAT(folder.content("memo.en.html"), Contains("Adopt “By kind of tax”"));
  CHECK(shanhai_says({"memo", "--verify", folder.inside("memo.en.html")}).code == exit_code::ok);
}

}  // namespace shanhai::app
