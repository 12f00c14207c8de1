#include "memo/wrap.hpp"

#include <catch2/catch.hpp>

namespace shanhai::memo {

TEST_CASE("English is broken between words, later lines are indented", "[app][wrap]") {
  CHECK(wrapped("one two three", 7, 2) == "one two\n  three\n");
  CHECK(wrapped("one", 7, 2) == "one\n");
}

TEST_CASE("Chinese is broken between characters, and no line begins with a closing mark", "[app][wrap]") {
  CHECK(wrapped("山海协作园区", 8, 0) == "山海协作\n园区\n");
  CHECK(wrapped("山海协作，园区", 8, 0) == "山海协\n作，园区\n");
  CHECK(wrapped("比“甲”多 1,200 万元", 8, 0) == "比“甲”多\n1,200 万\n元\n");
}

TEST_CASE("A word wider than the page has a line of its own", "[app][wrap]") {
  CHECK(wrapped("a incomprehensible b", 8, 0) == "a\nincomprehensible\nb\n");
}

TEST_CASE("A clipped text says so", "[app][wrap]") {
  CHECK(clipped("武义县", 6) == "武义县");
  CHECK(clipped("武义县", 5) == "武义…");
  CHECK(clipped("Wuyi county", 5) == "Wuyi…");
}

}  // namespace shanhai::memo
