#include "random/philox.hpp"

#include <Random123/philox.h>
#include <catch2/catch.hpp>

namespace shanhai::random {

TEST_CASE("Philox gives the known answers of its authors", "[random][philox]") {
  // Random123 1.14, tests/kat_vectors, "philox4x32 10".
  CHECK(philox({0, 0, 0, 0}, {0, 0}) == PhiloxWords{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  CHECK(philox({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}) ==
        PhiloxWords{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
  CHECK(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
        PhiloxWords{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("Philox agrees with the library of its authors on many counters", "[random][philox]") {
  r123::Philox4x32 reference;
  PhiloxWords counter = {1, 2, 3, 4};
  PhiloxKey key = {5, 6};
  bool same = true;
  for (int i = 0; i < 200'000; ++i) {
    const PhiloxWords words = philox(counter, key);
    const r123::Philox4x32::ctr_type c = {{counter[0], counter[1], counter[2], counter[3]}};
    const auto expected = reference(c, {{key[0], key[1]}});
    for (std::size_t w = 0; w < words.size(); ++w) {
      same = same && words[w] == expected[w];
    }
    counter = words;  // wanders over all bits
    key = {words[3], words[0] ^ key[1]};
  }
  CHECK(same);
}

}  // namespace shanhai::random
