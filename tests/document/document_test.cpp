#include "document/document.hpp"

#include <string>
#include <string_view>

#include <catch2/catch.hpp>

#include "document/utf8.hpp"

using namespace shanhai;
using namespace shanhai::document;

namespace {

// All faults of a text, a line each: `line:column path: message`.
std::string faults(std::string_view text, Language language = Language::en, const Limits& limits = {}) {
  const Document document = parse(text, limits);
  REQUIRE(document.root.has_value() == document.diagnostics.empty());
  std::string lines;
  for (const Diagnostic& one : document.diagnostics) {
    lines += lines.empty() ? "" : "\n";
    lines += std::to_string(one.place.line) + ':' + std::to_string(one.place.column) + ' ';
    lines += (one.path.empty() ? "" : one.path + ": ") + one.message.in(language);
  }
  return lines;
}

std::string help(std::string_view text) {
  return parse(text).diagnostics.at(0).help.en;
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) {
    result += text;
  }
  return result;
}

}  // namespace

TEST_CASE("A document becomes a tree with places", "[input]") {
  const Document document = parse("%YAML 1.2\n---\n武义: {b: [1, '2']}\nd: |\n  x\n  y\n...\n");
  REQUIRE(document.root);
  const Node& root = *document.root;
  CHECK(root.kind == Node::Kind::map);
  CHECK(root.place == Place{3, 1});
  REQUIRE(root.entries.size() == 2);
  CHECK(root.entries[0].key == "武义");
  CHECK(root.entries[1].place == Place{4, 1});
  const Node* list = root.find("武义")->find("b");
  REQUIRE(list != nullptr);
  CHECK(list->kind == Node::Kind::list);
  CHECK(list->place == Place{3, 9});
  CHECK(list->items.at(0).text == "1");
  CHECK_FALSE(list->items.at(0).quoted);
  CHECK(list->items.at(1).text == "2");
  CHECK(list->items.at(1).quoted);
  CHECK(list->items.at(1).place == Place{3, 13});
  CHECK(root.find("d")->text == "x\ny\n");
  CHECK(root.find("d")->quoted);
  CHECK(root.find("b") == nullptr);
}

TEST_CASE("Scalars stay as written", "[input]") {
  const Document document = parse("a: 010\nb: NO\nc: 1e-400\nd: \"x\\n\\u4e00\"\ne: ''\nf: x # note\n? g\n: 1\n");
  REQUIRE(document.root);
  CHECK(document.root->find("a")->text == "010");
  CHECK(document.root->find("b")->text == "NO");
  CHECK(document.root->find("c")->text == "1e-400");
  CHECK(document.root->find("d")->text == "x\n一");
  CHECK(document.root->find("e")->text.empty());
  CHECK(document.root->find("f")->text == "x");
  CHECK(document.root->find("g")->text == "1");
}

TEST_CASE("A byte order mark and carriage returns change nothing", "[input]") {
  const Document document = parse("\uFEFFa: 1\r\nb: 业\r\n");
  REQUIRE(document.root);
  CHECK(document.root->entries.at(0).place == Place{1, 1});
  CHECK(document.root->entries.at(1).place == Place{2, 1});
  CHECK(document.root->find("b")->text == "业");
  CHECK(faults("\uFEFFa: ~") == "1:4 a: expected a value, found '~'");
}

TEST_CASE("A last line without its end reads the same", "[input]") {
  CHECK(parse("a: |+\n  x\n").root->find("a")->text == "x\n");
  CHECK(parse("a: x").root->find("a")->text == "x");
  CHECK(parse("a: 'x'").root->find("a")->text == "x");
}

TEST_CASE("What YAML shares by reference is refused", "[input][message]") {
  CHECK(faults("a: &x 1\nb: *x\n") ==
        "1:4 a: expected a plain value, found '&x'\n2:4 b: expected a plain value, found '*x'");
  CHECK(faults("a: &a [*a]") ==
        "1:4 a: expected a plain value, found '&a'\n1:8 a[0]: expected a plain value, found '*a'");
  CHECK(faults("a: *x") == "1:4 a: expected a plain value, found '*x'");
  CHECK(faults("a:\n  <<: {b: 1}") == "2:3 a.<<: expected a key in plain text, found '<<'");
  CHECK(faults("'<<': {b: 1}") == "1:1 <<: expected a key in plain text, found '<<'");
  CHECK(help("a: *x") == "there are no anchors, aliases and tags here");
}

TEST_CASE("Tags are refused, quotes are not tags", "[input][message]") {
  CHECK(faults("a: !!int 20") == "1:4 a: expected a value without a tag, found '!!int'");
  CHECK(faults("a: ! 20") == "1:4 a: expected a value without a tag, found '!'");
  CHECK(faults("a: !x {b: 1}") == "1:4 a: expected a value without a tag, found '!x'");
  CHECK(faults("a: !<tag:yaml.org,2002:str> [b]") == "1:4 a: expected a value without a tag, found '!<tag:yaml.org'");
  CHECK(faults("a: '!x'").empty());
}

TEST_CASE("A key stands once, as plain text", "[input][message]") {
  CHECK(faults("a: 1\nb:\n  c: 1\n  \"c\": 2\n") ==
        "4:3 b.c: expected each key once, found 'c' again (first on line 3)");
  CHECK(faults("a: 1\nb:\n  c: 1\n  \"c\": 2\n", Language::zh) ==
        "4:3 b.c: 应为 各不相同的键，实际为 第 3 行已有的 'c'");
  CHECK(faults("{a: {b: 1}, c: {b: 1}}").empty());
  CHECK(faults("'': 1") == "1:1 expected a key in plain text, found an empty text");
  CHECK(faults(": 1") == "1:1 expected a key, found nothing");
  CHECK(faults("?\n") == "1:2 expected a key, found nothing");
  CHECK(faults("~: 1") == "1:1 expected a key, found '~'");
  CHECK(faults("? [a]\n: 1\n") == "1:3 expected a key in plain text, found a list");
  CHECK(faults("b: {? {a: 1} : 1}") == "1:7 b: expected a key in plain text, found a map");
  CHECK(faults("\"a\\n\": 1") == "1:1 a\n: expected visible characters, found an escaped hidden character");
}

TEST_CASE("Every value is written out", "[input][message]") {
  CHECK(faults("a:\nb: 1\n") == "1:1 a: expected a value, found nothing");
  CHECK(faults("a:\nb: 1\n", Language::zh) == "1:1 a: 应为 一个值，实际为 空");
  CHECK(faults("a: null\nb: {c, d: 1}\n") ==
        "1:4 a: expected a value, found 'null'\n2:5 b.c: expected a value, found nothing");
  CHECK(faults("a: [1, , 2]") == "1:6 a[1]: expected a value, found nothing");
  CHECK(faults("a:\n  -\n  - 1\n") == "2:3 a[0]: expected a value, found nothing");
  CHECK(faults("v:\n- 1\n-3\n") == "3:1 expected a key lined up with those above, found '-3'");
  CHECK(faults("a: [1, 2,]\nb: ''\nc: nullify\n").empty());
}

TEST_CASE("A file holds one map and nothing after it", "[input][message]") {
  for (const char* text : {"", "\n \n", "# a\n", "---\n", "...\n", "~\n", "\uFEFF"}) {
    CHECK(faults(text) == "0:0 expected keys and values, as 'key: value', found an empty file");
  }
  CHECK(faults("", Language::zh) == "0:0 应为 'key: value' 形式的键和值，实际为 空文件");
  CHECK(faults("- a") == "1:1 expected keys and values, as 'key: value', found a list");
  CHECK(faults("shanhai：1") == "1:1 expected keys and values, as 'key: value', found a text");
  CHECK(faults("a: 1\n---\nb: 2\n") == "2:1 expected the end of the file, found '---'");
  CHECK(faults("a: 1\n...\nb: 2\n") == "3:1 expected the end of the file, found 'b: 2'");
  CHECK(faults("{a: 1}, {b: 2}") == "1:7 expected the end of the file, found ', {b: 2}'");
  CHECK(faults(",") == "1:1 expected the end of the file, found ','");
}

TEST_CASE("Only a first %YAML 1.2 may stand as a directive", "[input][message]") {
  CHECK(faults("# x\n%YAML 1.2 # y\n---\na: 1\n").empty());
  CHECK(faults("%YAML 1.1\n---\na: 1\n") == "1:1 expected '---', found '%YAML 1.1'");
  CHECK(faults("%TAG ! x:\n---\na: 1\n") == "1:1 expected '---', found '%TAG ! x:'");
  CHECK(faults("%YAML 1.2\na: 1\n") == "2:1 expected '---', found 'a: 1'");
  CHECK(faults("a: 1\n%YAML 1.2\n") == "2:1 expected '---', found '%YAML 1.2'");
}

TEST_CASE("A text that is not UTF-8 is refused at its first bad byte", "[input][message]") {
  CHECK(faults("a: 1\n业: x\xE9") == "2:5 expected UTF-8 text, found byte 0xE9");
  CHECK(faults("a: \xC0\xAF") == "1:4 expected UTF-8 text, found byte 0xC0");
  CHECK(faults("a: \xED\xA0\x80") == "1:4 expected UTF-8 text, found byte 0xED");
  CHECK(faults("a: \xF4\x90\x80\x80") == "1:4 expected UTF-8 text, found byte 0xF4");
  CHECK(faults("\xFF\xFE"
               "a\xFF") == "0:0 expected UTF-8 text, found UTF-16");
  CHECK(faults(std::string_view("a\0:\0", 4)) == "0:0 expected UTF-8 text, found UTF-16");
  CHECK(faults(std::string_view("\0\0\xFE\xFF", 4)) == "0:0 expected UTF-8 text, found UTF-32");
  CHECK(help("a: \xE9") == "the file may be GBK; save it as UTF-8 in your editor");
}

TEST_CASE("Hidden characters are refused, raw and escaped", "[input][message]") {
  CHECK(faults("a: x\x1b[31m\nb: \u202e") ==
        "1:5 expected visible characters, found the hidden character U+001B\n"
        "2:4 expected visible characters, found the hidden character U+202E");
  for (const char* character : {"\x04", "\x7f", "\u0085", "\u200e", "\u2028", "\u2066", "\ufeff", "\uffff"}) {
    CHECK(faults(std::string("a: x") + character).starts_with("1:5 expected visible characters"));
    CHECK(faults(std::string("a: 1 # ") + character).starts_with("1:8 expected visible characters"));
  }
  CHECK(
      faults("a: 1\rb: 2\r") ==
      "1:5 expected a line end, found a lone carriage return\n1:10 expected a line end, found a lone carriage return");
  for (const char* escape : {"\\0", "\\e", "\\x9b", "\\u202E", "\\uFEFF", "\\N", "\\_", "\\L", "\\r"}) {
    CHECK(faults(std::string("a: \"x") + escape + '"') ==
          "1:4 a: expected visible characters, found an escaped hidden character");
  }
  CHECK(faults("a: \"x\\n\\ty\"\nb: x\ty\n").empty());
}

TEST_CASE("A tab is no indentation", "[input][message]") {
  CHECK(faults("a:\n\tb: 1\n  \tc: 1\n") ==
        "2:1 expected blanks as indentation, found a tab\n3:3 expected blanks as indentation, found a tab");
  CHECK(faults("a:\t1\n").empty());
}

TEST_CASE("What cannot be read is explained in plain words", "[input][message]") {
  CHECK(faults("a: \"never closed\nb: 1\n") == "1:4 a: expected a closing quote, found '\"never closed'");
  CHECK(faults("a: \"x\"\nb: it's\nc: 'never\n\n") == "3:4 c: expected a closing quote, found ''never'");
  CHECK(faults("a: 'it''s") == "1:4 a: expected a closing quote, found ''it''s'");
  CHECK(faults("a: \"it's 'x") == "1:4 a: expected a closing quote, found '\"it's 'x'");
  CHECK(faults("a: \"\\") == "1:4 a: expected a closing quote, found '\"\\'");
  CHECK(faults("a: \"b\n---\n\"") == "2:1 a: expected a closing quote, found '---'");
  CHECK(faults("a: {b: 1\n") == "1:9 a: expected ',' or '}', found the end");
  CHECK(help("\na: {b: 1\n") == "the '{' of line 2 is not closed");
  CHECK(faults("a: [1, 2\nb: 3\n") == "2:2 a[2]: expected ',' or ']', found ': 3'");
  CHECK(faults("a: [1]]") == "1:7 expected a matching bracket, found ']'");
  CHECK(faults("a: [1, {b: 2]}") == "1:13 a[1]: expected a matching bracket, found ']}'");
  CHECK(faults("a:\n    b: 1\n  c: 2\n") == "3:3 expected a key lined up with those above, found 'c: 2'");
  CHECK(faults("a:\n  - 'x' y\n") == "2:9 a[1]: expected a '- ' lined up with those above, found 'y'");
  CHECK(faults("a: b: c") == "1:5 expected one value, found ': c'");
  CHECK(faults("a: - b") == "1:4 a: expected a value, found '- b'");
  CHECK(faults("a: @b") == "1:4 a: expected a value, found '@b'");
  CHECK(faults("a: @b", Language::zh) == "1:4 a: 应为 一个值，实际为 '@b'");
  CHECK(faults("a: \"\\q\"") == "1:5 a: expected a known escape, found '\\q\"'");
  CHECK(faults("a: \"\\xZZ\"") == "1:5 a: expected hexadecimal digits, found '\\xZZ\"'");
  CHECK(faults("a: \"\\uD800\"") == "1:5 a: expected the number of a character, found '\\uD800\"'");
  CHECK(faults("a: |x\n b") == "1:5 a: expected the text on the next line, found 'x'");
}

TEST_CASE("All faults are reported in one pass, up to fifty", "[input]") {
  CHECK(parse("a: 1\na: 2\nb: &x 1\nc: !t 1\nd:\ne: ~\nf: [").diagnostics.size() == 6);
  CHECK(parse(repeated("a: 1\n", 1000)).diagnostics.size() == 50);
  CHECK(parse(repeated("- *a\n", 1000)).diagnostics.size() == 1);
  CHECK(parse(repeated("\x01", 1000)).diagnostics.size() == 50);
  CHECK(parse(repeated("a: 1\n", 50) + "b: [").diagnostics.size() == 50);
}

TEST_CASE("Large documents are refused at their limits", "[input][message]") {
  CHECK(faults("abcd", Language::en, {.bytes = 3}) == "0:0 expected a file of at most 3 bytes, found 4");
  CHECK(faults("abcd", Language::zh, {.bytes = 3}) == "0:0 应为不超过 3 字节的文件，实际为 4 字节");
  CHECK(faults("a: [[1]]", Language::en, {.depth = 3}).empty());
  CHECK(faults("a: [[1]]", Language::en, {.depth = 2}) == "1:5 a[0]: expected at most 2 nested levels, found more");
  CHECK(faults("a: [1, 2]", Language::en, {.nodes = 4}) == "1:8 a[1]: expected at most 4 values, found more");
  CHECK(faults("a: abc", Language::en, {.scalar_bytes = 2}) == "1:4 a: expected a text of at most 2 bytes, found 3");
}

TEST_CASE("Depth is bounded before it is built, in every style", "[input]") {
  for (const char* opener : {"[", "{a: ", "- ", "? ", ": ", "[{a: ", "? - "}) {
    const Document document = parse(repeated(opener, 250'000 / std::string_view(opener).size()));
    REQUIRE_FALSE(document.diagnostics.empty());
    CHECK(document.diagnostics.back().message.en == "expected at most 32 nested levels, found more");
  }
  std::string block;
  for (std::size_t i = 0; i < 100; ++i) {
    block += std::string(i, ' ') + "a:\n";
  }
  CHECK(parse(block).diagnostics.back().place == Place{33, 33});
}

TEST_CASE("Places count characters, forwards and back", "[input]") {
  Places places("武义\nab\xFF");
  CHECK(places.at(6) == Place{1, 3});
  CHECK(places.at(8) == Place{2, 2});
  CHECK(places.at(3) == Place{1, 2});
  CHECK(places.at(99) == Place{2, 4});
  CHECK(shortened("武义县海宁市", 3) == "武义县…");
  CHECK(shortened("武义县", 3) == "武义县");
}
