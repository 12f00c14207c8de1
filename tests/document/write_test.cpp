#include "document/write.hpp"

#include "read_text.hpp"
#include <catch2/catch.hpp>

#include "document/document.hpp"

namespace shanhai::document {
namespace {

bool same(const Node& a, const Node& b);

bool same_entry(const Node::Entry& a, const Node::Entry& b) {
  return a.key == b.key && same(a.value, b.value);
}

/// Places apart. A plain text that would not stay plain in braces may come back in quotes.
bool same(const Node& a, const Node& b) {
  return a.kind == b.kind && a.text == b.text && (!a.quoted || b.quoted) &&
         std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same) &&
         std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(), same_entry);
}

Node parsed(const std::string& text) {
  Document document = parse(text);
  INFO(text);
  REQUIRE(document.root.has_value());
  return *std::move(document.root);
}

TEST_CASE("What is written reads back to the same", "[input][write]") {
  for (const std::string& text : example_texts()) {
    const Node root = parsed(text);
    const std::string written = write(root);
    const Node again = parsed(written);
    CHECK(same(root, again));
    CHECK(write(again) == written);
  }
}

TEST_CASE("Texts that need quotes get them", "[input][write]") {
  const std::string text = GENERATE("a: 'x: y'",
                                    "a: '12'",
                                    "a: 'it''s'",
                                    "a: '- x'",
                                    "a: ' x '",
                                    "a: \"line\\nline\"",
                                    "a: \"back\\\\slash \\\"q\\\"\"",
                                    "a: [plain, 'with, comma', '{brace}', '#']",
                                    "a: Roads, bridges",
                                    "'a b, c': {d: 6%}",
                                    "a: {1-5: -6%, 6-: x}",
                                    "a: 'null'",
                                    "a: ''",
                                    "a: |\n  one\n  two\n",
                                    "a: x#y");
  const Node root = parsed(text);
  INFO(write(root));
  CHECK(same(root, parsed(write(root))));
}

TEST_CASE("Short values stand on one line, each map of a list on its own", "[input][write]") {
  const std::string text =
      "clauses:\n"
      "  - pool: {streams: [vat, cit]}\n"
      "  - tiers:\n"
      "      bounds: [1000]\n"
      "      shares:\n"
      "        - {wuyi: 100%}\n"
      "        - {wuyi: 70%, haining: 30%}\n"
      "none: []\n";
  CHECK(write(parsed(text)) == text);
}

TEST_CASE("A line is no wider than a page where it can be broken", "[input][write]") {
  const std::string text =
      "a: {one: 武义县武义县武义县武义县武义县, two: 海宁市海宁市海宁市海宁市海宁市, three: 企业迁移分享企业迁移分享}";
  CHECK(write(parsed(text)) ==
        "a:\n  one: 武义县武义县武义县武义县武义县\n  two: 海宁市海宁市海宁市海宁市海宁市\n  three: "
        "企业迁移分享企业迁移分享\n");
}

TEST_CASE("Lines are indented as asked", "[input][write]") {
  CHECK(write(parsed("a: {b: 1}\nc: [{d: 2}]"), 4) == "    a: {b: 1}\n    c:\n      - {d: 2}\n");
}

}  // namespace
}  // namespace shanhai::document
