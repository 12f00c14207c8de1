#include "flow/product.hpp"

#include <vector>

#include <catch2/catch.hpp>

namespace shanhai::flow {
namespace {

Draws some_draws() {
  Draws draws(3, 2);
  for (std::size_t number = 0; number < 3; ++number) {
    draws[number][0] = 2.0 + static_cast<double>(number);
    draws[number][1] = 5.0 + static_cast<double>(number);
  }
  return draws;
}

}  // namespace

TEST_CASE("A product without factors is 1", "[flow][product]") {
  std::vector<double> scratch(2, -1);
  CHECK(Product().known().value() == 1);
  CHECK(Product().drawn(some_draws(), scratch).value() == 1);
}

TEST_CASE("Known factors of a product are multiplied apart from drawn ones", "[flow][product]") {
  const Draws draws = some_draws();
  std::vector<double> scratch(2, -1);
  Product product;
  product.times(Number{0.5});
  product.times(Number{99, 1});
  product.times(Number{8});
  CHECK(product.known().value() == 4);
  const Operand one = product.drawn(draws, scratch);
  CHECK(one[0] == 3);
  CHECK(one[1] == 6);
  CHECK(scratch == std::vector<double>{-1, -1});
  product.times(Number{99, 0});
  product.times(Number{99, 2});
  const Operand three = product.drawn(draws, scratch);
  CHECK(three[0] == 2 * 3 * 4);
  CHECK(three[1] == 5 * 6 * 7);
  CHECK(product.known().value() == 4);
}

}  // namespace shanhai::flow
