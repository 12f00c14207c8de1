#include "scheme/pool.hpp"

#include "at_work.hpp"
#include <catch2/catch.hpp>

namespace shanhai::scheme {

constexpr flow::Shape two_streams{2, 2, 1, 10};

TEST_CASE("Pool leaves outside what is not listed and what was not introduced", "[scheme][pool]") {
  const std::vector<StreamRef> first{{0}};
  AtWork work(contract({Pool{first, Number{0.75}, host}, half()}), two_streams);
  work.year({60, 40});
  CHECK(work.left(0) == 45);  // 0.75 · 60
  CHECK(work.books().opened()[0] == 45);
  CHECK(work.kept(host) == 55);  // 40 + 0.25 · 60
  CHECK(work.kept(origin) == 0);
  CHECK(work.shared(origin) == 22.5);
}

TEST_CASE("Pool gives what is not shared to the party it names", "[scheme][pool]") {
  AtWork work(contract({Pool{std::nullopt, Number{0.25}, origin}, half()}), two_streams);
  work.year({60, 40});
  CHECK(work.left(0) == 25);
  CHECK(work.kept(origin) == 75);
  CHECK(work.kept(host) == 0);
}

TEST_CASE("A pool without the clause holds every stream", "[scheme][pool]") {
  AtWork work(contract({half()}), two_streams);
  work.year({60, 40});
  CHECK(work.shared(host) == 50);
  CHECK(work.books().opened()[0] == 100);
}

TEST_CASE("Pool counts the years of its introduced part on the contract's clock", "[scheme][pool]") {
  const Pool pool{std::nullopt, by_year({0.5, 1.0}), host};
  AtWork work(contract({pool, half()}, ContractClock::first_revenue), two_streams);
  work.year({0, 0});
  work.year({60, 40});
  CHECK(work.left(0) == 50);
  work.year({60, 40});
  CHECK(work.left(0) == 100);
}

}  // namespace shanhai::scheme
