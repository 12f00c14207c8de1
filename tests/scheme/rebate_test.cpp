#include "scheme/rebate.hpp"

#include "at_work.hpp"
#include <catch2/catch.hpp>

namespace shanhai::scheme {

TEST_CASE("Rebate goes back to the firms before anything is shared", "[scheme][rebate]") {
  AtWork work(contract({Rebate{by_year({0.25, 0.0})}, half()}));
  work.year({80});
  CHECK(work.books()[Books::Total::rebated][0] == 20);
  CHECK(work.left(0) == 60);
  CHECK(work.shared(host) == 30);
  work.year({80});
  CHECK(work.books()[Books::Total::rebated][0] == 0);
}

// Henry–Martinsville: all tax goes back in the first year and half of it in the second, then a tenth of the rest feeds
// the development fund, and the two governments share what is left.
TEST_CASE("Rebates before a fund cascade as in Henry-Martinsville", "[scheme][rebate][example]") {
  Fund fund;
  fund.share = Number{0.1};
  fund.yield.mean = Number{0};
  fund.ownership = parts({0.5, 0.5});
  AtWork work(contract({Rebate{by_year({1.0, 0.5})}, fund, half()}));
  work.year({1000});
  CHECK(work.books()[Books::Total::rebated][0] == 1000);
  CHECK(work.books()[Books::Total::fund_inflow][0] == 0);
  CHECK(work.shared(host) == 0);
  work.year({1000});
  CHECK(work.books()[Books::Total::rebated][0] == 500);
  CHECK(work.books()[Books::Total::fund_inflow][0] == 50);  // 5% of the total
  CHECK(work.shared(host) + work.shared(origin) == 450);
}

}  // namespace shanhai::scheme
