#include "store/manifest.hpp"

#include <catch2/catch.hpp>

#include "store/sample.hpp"

namespace shanhai::store {
namespace {

struct Changed {
  void (*change)(Manifest&);
  std::string en;
};

const std::vector<Changed>& changes() {
  static const std::vector<Changed> all{
      {[](Manifest& m) { m.program = "0.2.0"; }, "the program's version differs: 0.1.0 against 0.2.0"},
      {[](Manifest& m) { m.seed = 8; }, "the seed differs: 7 against 8"},
      {[](Manifest& m) { m.paths = 10; }, "the number of paths differs: 1000 against 10"},
      {[](Manifest& m) { m.content = "x", m.base = "start: 2026\ncapital: 60\n"; },
       "the base scenario differs: 'capital: 50' against 'capital: 60'"},
      {[](Manifest& m) { m.content = "x", m.base = "start: 2026\n"; },
       "the base scenario differs: 'capital: 50' against ''"},
      {[](Manifest& m) { m.content = "x", m.sweep = "axes: {}\n"; },
       "the sweep differs: 'axes: {share: [40%, 60%]}' against 'axes: {}'"},
      {[](Manifest& m) { m.content = "x"; }, "the content, by its hash, differs: c0ffee against x"},
      {[](Manifest& m) { m.points = 61; }, "the number of points differs: 60 against 61"},
      {[](Manifest& m) { m.currency = "USD"; }, "the currency differs: CNY against USD"},
      {[](Manifest& m) { m.unit = 1; }, "the unit of money differs: 10000 against 1"},
      {[](Manifest& m) { m.axes.pop_back(); }, "an axis differs: kind → schemes.half.kind against -"},
      {[](Manifest& m) {
         m.axes[1].keys = {"a", "b"};
       },
       "an axis differs: kind → schemes.half.kind against kind → a + b"},
      {[](Manifest& m) { m.schemes[1].id = "caps"; }, "a scheme differs: cap (封顶 Capped) against caps (封顶 Capped)"},
      {[](Manifest& m) {
         m.parties.push_back({"lu", {"陆", "Lu"}});
       },
       "a party differs: - against lu (陆 Lu)"},
  };
  return all;
}

TEST_CASE("The difference of two manifests is told with both values", "[store][manifest]") {
  for (const Changed& changed : changes()) {
    Manifest other = sample_manifest();
    changed.change(other);
    const std::optional<Text> found = difference(sample_manifest(), other);
    CAPTURE(changed.en);
    REQUIRE(found);
    CHECK(found->en == changed.en);
    CHECK_FALSE(found->zh.empty());
  }
}

TEST_CASE("Texts that mean the same do not differ", "[store][manifest]") {
  Manifest other = sample_manifest();
  other.base += "# another note\n";
  CHECK_FALSE(difference(sample_manifest(), other));
  other.content = "x";  // now they do, and comments are not to blame
  CHECK(difference(sample_manifest(), other)->zh == "内容（摘要）不同：c0ffee 与 x");
}

TEST_CASE("Long values are shortened", "[store][manifest]") {
  Manifest other = sample_manifest();
  other.currency = std::string(1000, 'x');
  CHECK(difference(sample_manifest(), other)->en.size() < 120);
}

}  // namespace
}  // namespace shanhai::store
