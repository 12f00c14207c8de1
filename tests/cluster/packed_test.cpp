#include "cluster/packed.hpp"

#include <bit>
#include <cmath>
#include <limits>

#include <catch2/catch.hpp>

#include "store/columns.hpp"
#include "store/sample.hpp"

namespace shanhai::cluster {
namespace {

using Limits = std::numeric_limits<double>;

/// The bits of all that a store keeps of a point's numbers; one NaN is as good as another.
std::vector<std::uint64_t> bits_of(const store::PointResult& point) {
  std::vector<std::uint64_t> bits;
  const auto add = [&bits](double value) {
    bits.push_back(std::bit_cast<std::uint64_t>(std::isnan(value) ? Limits::quiet_NaN() : value));
  };
  for (const run::SchemeOutcome& scheme : point.schemes) {
    for (const auto& column : store::scheme_columns()) {
      add(column.get(scheme));
    }
    for (const run::PartyOutcome& party : scheme.parties) {
      for (const auto& column : store::party_columns()) {
        add(column.get(party));
      }
    }
  }
  return bits;
}

store::PointResult there_and_back(const store::PointResult& point) {
  const std::optional<Answer> answer = unpack_answer(pack(Answer{7, {point}}));
  REQUIRE(answer);
  CHECK(answer->task == 7);
  REQUIRE(answer->results.size() == 1);
  return answer->results.front();
}

}  // namespace

TEST_CASE("Results travel bit for bit", "[cluster][packed]") {
  for (std::uint64_t i = 0; i < 60; ++i) {
    const store::PointResult point = store::sample_point(i);
    const store::PointResult back = there_and_back(point);
    CHECK(back.point == point.point);
    CHECK(back.values == point.values);
    CHECK(back.hash == point.hash);
    CHECK(back.failure == point.failure);
    CHECK(back.schemes.size() == point.schemes.size());
    CHECK(bits_of(back) == bits_of(point));
  }
}

TEST_CASE("Numbers at the ends of the range, and those that are not there, travel too", "[cluster][packed]") {
  store::PointResult point = store::sample_point(0);
  run::SchemeOutcome& scheme = point.schemes[0];
  scheme.nash = std::nullopt;
  scheme.jain = run::Estimate{-0.0, 0};
  scheme.acceptance = {1, Limits::quiet_NaN()};
  run::PartyOutcome& party = scheme.parties[0];
  party.npv.mean = {-0.0, Limits::denorm_min()};
  party.npv.sd.value = Limits::infinity();
  party.npv.q05.value = -Limits::infinity();
  party.npv.q25.value = Limits::max();
  party.npv.q50.value = std::nextafter(1.0, 2.0);
  party.npv.q75.value = 0x1p63;
  party.npv.q95.value = 16777217.0;  // a whole number that float does not have
  party.payback.q50 = std::nullopt;
  party.cap_year.emplace().never.value = 1;
  const store::PointResult back = there_and_back(point);
  CHECK(bits_of(back) == bits_of(point));
  CHECK_FALSE(back.schemes[0].nash);
  CHECK(std::signbit(back.schemes[0].parties[0].npv.mean.value));
  CHECK_FALSE(back.schemes[0].parties[0].payback.q50);
  CHECK(back.schemes[0].parties[0].cap_year);
  CHECK_FALSE(back.schemes[0].parties[1].cap_year);
}

TEST_CASE("Other messages come back whole", "[cluster][packed]") {
  const Work work{"sweep: 1\n", "title: 武义—海宁\n", std::numeric_limits<std::uint64_t>::max(), 100'000};
  CHECK(unpack_work(pack(work)) == work);
  const Order order{3, {0, 5, std::uint64_t{1} << 40U}};
  CHECK(unpack_order(pack(order)) == order);
  const Ready ready{"host-7", "0.1.0 00ff"};
  CHECK(unpack_ready(pack(ready)) == ready);
  const Text text{"内存不足", "out of memory"};
  CHECK(unpack_text(pack(text)) == text);
}

TEST_CASE("What is cut or of another kind is nothing", "[cluster][packed]") {
  const std::string whole = pack(Answer{7, {store::sample_point(0)}});
  for (std::size_t length = 0; length < whole.size(); ++length) {
    REQUIRE_FALSE(unpack_answer(std::string_view(whole).substr(0, length)));
  }
  CHECK_FALSE(unpack_answer(pack(Text{"a", "b"})));
  CHECK_FALSE(unpack_order(pack(Text{"a", "b"})));
  CHECK_FALSE(unpack_work(pack(Order{1, {2}})));
  CHECK_FALSE(unpack_ready("no CBOR"));
}

}  // namespace shanhai::cluster
