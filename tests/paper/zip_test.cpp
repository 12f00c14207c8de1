#include "paper/zip.hpp"

#include <catch2/catch.hpp>

namespace shanhai::paper {

TEST_CASE("Files come out of an archive as they went in", "[paper][zip]") {
  const std::string all_bytes = [] {
    std::string bytes;
    for (int i = 0; i < 5000; ++i) {
      bytes += static_cast<char>(i * i / 7);
    }
    return bytes;
  }();
  const Files files = unzipped(zipped({{"b", all_bytes}, {"word/名.xml", ""}})).value();
  CHECK(files == Files{{"b", all_bytes}, {"word/名.xml", ""}});
}

TEST_CASE("An archive has one date, whenever it was written", "[paper][zip]") {
  const std::string date = zipped({{"a", "b"}}).substr(10, 4);  // of its first file: time, date
  CHECK(date == std::string_view("\0\0\x21\0", 4));
}

TEST_CASE("A few bytes that stand for many are not read", "[paper][zip]") {
  const std::string bomb = zipped({{"a", std::string(1 << 20, '0')}, {"b", std::string(1 << 20, '0')}});
  CHECK(bomb.size() < 10'000);
  CHECK(unzipped(bomb, {.bytes = 2 << 20}).has_value());
  CHECK_FALSE(unzipped(bomb, {.bytes = (2 << 20) - 1}).has_value());
  CHECK_FALSE(unzipped(bomb, {.files = 1}).has_value());
}

TEST_CASE("An archive that lies about its sizes or lost a byte is not read", "[paper][zip]") {
  const std::string text(1000, 'x');
  const std::string good = zipped({{"a", text}});
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 0x10);
    const std::optional<Files> files = unzipped(bad);
    CHECK((!files || files->size() != 1 || files->begin()->second == text));
  }
}

}  // namespace shanhai::paper
