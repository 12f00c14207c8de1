#include "core/diagnostic.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "core/width.hpp"

using namespace shanhai;

namespace {

const std::string park = "title: x\nparties:\n  growth_rte: 0.05\n";

Diagnostic unknown_key() {
  return {{3, 3},
          "parties.wuyi",
          {"未知的键 'growth_rte'", "unknown key 'growth_rte'"},
          {"是不是 'growth_rate'？", "did you mean 'growth_rate'?"}};
}

Diagnostic at(std::size_t line, std::size_t column) {
  return {{line, column}, {}, {"错", "wrong"}, {}};
}

// The excerpt and the caret below it, of a text of one line.
std::string excerpt(const std::string& line, std::size_t column) {
  const std::string text = render({at(1, column)}, "f", line, Language::en);
  const std::size_t first = text.find('\n') + 1;
  return text.substr(first, text.rfind("1 error") - first);
}

}  // namespace

TEST_CASE("A diagnostic shows place, path, message, line, caret and help", "[core][message]") {
  const Diagnostic whole{{}, {}, {"应为 文本，实际为 空文件", "expected text, found an empty file"}, {}};
  CHECK(render({unknown_key(), whole}, "scenarios/quzhou.yaml", park, Language::en) ==
        "scenarios/quzhou.yaml: error: expected text, found an empty file\n"
        "scenarios/quzhou.yaml:3:3: error: parties.wuyi: unknown key 'growth_rte'\n"
        "  3 |   growth_rte: 0.05\n"
        "    |   ^~~~~~~~~~\n"
        "    = help: did you mean 'growth_rate'?\n"
        "2 errors; nothing was run.\n");
}

TEST_CASE("A diagnostic speaks Chinese", "[core][message]") {
  CHECK(render({unknown_key()}, "衢州.yaml", park, Language::zh) ==
        "衢州.yaml:3:3: 错误: parties.wuyi: 未知的键 'growth_rte'\n"
        "  3 |   growth_rte: 0.05\n"
        "    |   ^~~~~~~~~~\n"
        "    = 提示: 是不是 'growth_rate'？\n"
        "共 1 处错误，未作任何测算。\n");
}

TEST_CASE("Faults are shown in the order of their places", "[core][message]") {
  const std::string text = render({at(10, 1), at(2, 5), at(2, 1)}, "f", "", Language::en);
  CHECK(text.find("f:2:1:") < text.find("f:2:5:"));
  CHECK(text.find("f:2:5:") < text.find("f:10:1:"));
  CHECK(text.find("  10 | \n     | ^\n") != std::string::npos);
}

TEST_CASE("The caret counts display columns and covers a word or a quoted text", "[core][message]") {
  CHECK(excerpt("武义: 5x", 5) == "  1 | 武义: 5x\n    |       ^~\n");
  CHECK(excerpt("a: 武义县, b", 4) == "  1 | a: 武义县, b\n    |    ^~~~~~\n");
  CHECK(excerpt("a: 'b c' # d", 4) == "  1 | a: 'b c' # d\n    |    ^~~~~\n");
  CHECK(excerpt("a: [1", 4) == "  1 | a: [1\n    |    ^\n");
  CHECK(excerpt("t: 12:30", 4) == "  1 | t: 12:30\n    |    ^~~~~\n");
  CHECK(excerpt("a:", 3) == "  1 | a:\n    |   ^\n");
}

TEST_CASE("A byte order mark and a carriage return are no part of the line", "[core][message]") {
  CHECK(excerpt("\uFEFFseed: 1\r\nb: 2\r\n", 1) == "  1 | seed: 1\n    | ^~~~\n");
}

TEST_CASE("A long line is clipped around the place", "[core][message]") {
  const std::string line = std::string(300, 'x') + " here " + std::string(300, 'y');
  CHECK(excerpt(line, 302) == "  1 | …" + std::string(39, 'x') + " here " + std::string(55, 'y') + "…\n    | " +
                                  std::string(41, ' ') + "^~~~\n");
  const std::string wide = excerpt(std::string(300, 'x') + std::string("武") + std::string(300, 'y'), 1);
  CHECK(wide.starts_with("  1 | " + std::string(100, 'x') + "…\n    | ^" + std::string(99, '~') + "\n"));
}

TEST_CASE("Nothing hidden reaches the terminal", "[core][message]") {
  const Diagnostic hostile{{1, 2}, "a\x1b[31m", {"", "found '\u202e\n'"}, {"", "\x07"}};
  CHECK(render({hostile}, "f\x1b.yaml", "a\x1b[31m\t\u2067\xFFz", Language::en) ==
        "f\uFFFD.yaml:1:2: error: a\uFFFD[31m: found '\uFFFD\uFFFD'\n"
        "  1 | a\uFFFD[31m \uFFFD\uFFFDz\n"
        "    |  ^\n"
        "    = help: \uFFFD\n"
        "1 error; nothing was run.\n");
}

TEST_CASE("At most fifty faults are shown", "[core][message]") {
  const std::vector<Diagnostic> many(62, at(1, 1));
  const std::string en = render(many, "f", "a", Language::en);
  CHECK(en.ends_with("… and 12 more\n62 errors; nothing was run.\n"));
  CHECK(en.size() < 50 * 50);
  CHECK(render(many, "f", "a", Language::zh).ends_with("…… 另有 12 处\n共 62 处错误，未作任何测算。\n"));
}

TEST_CASE("Display width follows East Asian Width", "[core]") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("武义，１％") == 10);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("😀") == 2);
  CHECK(display_width("é–…") == 3);
  CHECK(display_width("\xFF\xE6\xAD") == 3);
}

TEST_CASE("A text is padded to a display width", "[core]") {
  CHECK(pad("武义", 6, Side::left) == "武义  ");
  CHECK(pad("12", 6, Side::right) == "    12");
  CHECK(pad("武义", 3, Side::right) == "武义");
}

TEST_CASE("Only well-formed UTF-8 is a character", "[core]") {
  const auto length = [](std::string_view text) {
    return first_character(text).valid ? first_character(text).bytes : 0;
  };
  CHECK(length("a") == 1);
  CHECK(length("\xC2\x80") == 2);
  CHECK(length("\xEF\xBF\xBF") == 3);
  CHECK(length("\xF4\x8F\xBF\xBF") == 4);
  CHECK(first_character("业").code == U'业');
  for (const char* bad : {"\x80",
                          "\xC0\xAF",
                          "\xC1\xBF",
                          "\xE0\x9F\xBF",
                          "\xED\xA0\x80",
                          "\xF0\x8F\xBF\xBF",
                          "\xF4\x90\x80\x80",
                          "\xF8\x88\x80\x80\x80",
                          "\xFF",
                          "\xE4\xB8",
                          "\xC3("}) {
    CHECK(length(bad) == 0);
  }
}
