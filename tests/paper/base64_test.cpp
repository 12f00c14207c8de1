#include "paper/base64.hpp"

#include <catch2/catch.hpp>

namespace shanhai::paper {

TEST_CASE("The examples of RFC 4648", "[paper][base64]") {
  const std::vector<std::pair<std::string, std::string>> examples{{"", ""},
                                                                  {"f", "Zg=="},
                                                                  {"fo", "Zm8="},
                                                                  {"foo", "Zm9v"},
                                                                  {"foob", "Zm9vYg=="},
                                                                  {"fooba", "Zm9vYmE="},
                                                                  {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, letters] : examples) {
    CHECK(base64(bytes) == letters);
    CHECK(from_base64(letters) == bytes);
  }
}

TEST_CASE("Every byte comes back, at every place", "[paper][base64]") {
  std::string bytes;
  for (int length = 0; length < 600; ++length) {
    REQUIRE(from_base64(base64(bytes)) == bytes);
    bytes += static_cast<char>(length * 7);
  }
}

TEST_CASE("Line ends are passed over, and what is not base 64 is refused", "[paper][base64]") {
  CHECK(from_base64(" Zm9v\r\n YmFy\t") == "foobar");
  for (const char* letters :
       {"Z", "Zg", "Zg=", "Zg===", "Z===", "====", "Zh==", "Zm9=", "Zm9v*mFy", "Zg==Zg==", "=Zg="}) {
    CAPTURE(letters);
    CHECK(from_base64(letters) == std::nullopt);
  }
}

}  // namespace shanhai::paper
