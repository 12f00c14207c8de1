#include <algorithm>

#include <catch2/catch.hpp>

#include "memo/outcome_figures.hpp"
#include "memo/regret_table.hpp"
#include "memo/sensitivity_table.hpp"

namespace shanhai::memo {
namespace {

using Catch::Matchers::Contains;

RegretPage regret_page() {
  RegretPage page;
  page.outcome = "npv_wuyi";
  page.schemes = {{"按比例", "Shares"}, {"按税种", "By tax"}};
  page.regrets = {{{1234.5, 40}, 5678.9, 3, 1}, {{2000, 300}, 4000.4, 0, 3}};
  page.worst_point = {7, 2};
  page.worst_values = {"land 0.6", "land 0.5"};
  page.is_sampled = true;
  page.points = 4;
  page.left_out = 2;
  return page;
}

AxisEffect axis(const std::string& name, double total, double error) {
  AxisEffect effect{name, "1", "2", analysis::Index{total, {total - 2 * error, total + 2 * error}}, {}, {}};
  effect.total = effect.first;
  effect.effect = analysis::MainEffect{{total * 10, 1}, {total * 20, 1}, {total * 10, 1.5}, {}, {}};
  return effect;
}

SensitivityPage sensitivity_page(std::vector<AxisEffect> effects) {
  SensitivityPage page;
  page.outcome = "npv_wuyi";
  page.scheme = {"按比例", "Shares"};
  page.indices = Indices::all;
  page.base_rows = 64;
  page.effects = std::move(effects);
  sort_effects(page.effects);
  return page;
}

}  // namespace

TEST_CASE("Outcomes have no digits beyond their error, and three where it is not known", "[memo][analysis]") {
  const OutcomeFigures money("npv_wuyi");
  CHECK(money.value({12345.6, 120}) == "12,350");
  CHECK(money.value({12345.6, 700}) == "12,300");
  CHECK(money.error({12345.6, 700}) == "± 700");
  CHECK(money.difference({-12345.6, 0}) == "-12,300");
  CHECK(money.difference({0.98765, 0}) == "0.988");
  CHECK(money.difference({0, 0}) == "0");
  const OutcomeFigures chance("acceptance");
  CHECK(chance.value({0.6234, 0.03}) == "62%");
  CHECK(chance.difference({-0.1234, 0.004}) == "-12.3%");
  CHECK(chance.error({-0.1234, 0.03}) == "± 3%");
  CHECK(OutcomeFigures("p_negative_a + p_negative_b").value({1.25, 0}) == "1.25");  // may be above 1
}

TEST_CASE("Money is told in its unit, chances in none", "[memo][analysis]") {
  CHECK(money_in_words("npv_wuyi", "CNY", 10000, Language::zh) == "金额单位：万元。");
  CHECK(money_in_words("npv_wuyi", "USD", 1000, Language::zh) == "金额单位：1,000 USD。");
  CHECK(money_in_words("min(npv_a, npv_b)", "CNY", 10000, Language::en) == "Money is in units of 10,000 CNY. ");
  CHECK(money_in_words("acceptance", "CNY", 10000, Language::en).empty());
}

TEST_CASE("A table of regret says who wins by which rule, and what was left out", "[memo][analysis]") {
  CHECK(regret_text(regret_page(), Language::en) ==
        "Regret of npv_wuyi over 4 points: what the best scheme of a point has more than this one; 2 points\n"
        "left out, where a scheme has no such outcome.\n"
        "  Scheme   Mean  ± error  Largest  At point  Best at\n"
        "  Shares  1,230  ± 40       5,680         7    25.0%\n"
        "  By tax  2,000  ± 300      4,000         2    75.0%\n"
        "  point 7: land 0.6\n"
        "  point 2: land 0.5\n"
        "\"By tax\" is regretted least at its worst (Savage's rule), \"Shares\" on average.\n");
  CHECK_THAT(regret_text(regret_page(), Language::zh),
             Contains("最坏时后悔最少的是“按税种”（Savage 准则），平均后悔最少的是“按比例”。"));
}

TEST_CASE("Shares of the variance have the digits of their intervals, which end at 0 and 1", "[memo][analysis]") {
  const std::string text = sensitivity_text(
      sensitivity_page(
          {axis("a", 0.62, 0.04), axis("b", 0.0312, 0.002), axis("c", 0.95, 0.05), axis("d", 0.00001, 0.0001)}),
      Language::en);
  CHECK_THAT(text,
             Contains(" 62%  54–70%") && Contains(" 3.1%  2.7–3.5%") && Contains(" 95%  85–100%") && Contains("<0.1%"));
  CHECK(text.find("  c ") < text.find("  a "));
}

TEST_CASE("A difference of the ends is told where it is beyond its error", "[memo][analysis]") {
  SensitivityPage page = sensitivity_page({axis("a", 0.3, 0.02)});
  page.indices = Indices::none;
  const auto told = [&](double difference, double error) {
    page.effects[0].effect->difference = {difference, error};
    return sensitivity_text(page, Language::en);
  };
  CHECK_THAT(told(-30, 4), Contains("falls by 30 ± 4 on average"));
  CHECK_THAT(told(7, 4), Contains("no difference beyond its error"));
  CHECK_THAT(told(0, 0), Contains("axes make no difference."));
}

TEST_CASE("What matters most is named only where intervals tell it", "[memo][analysis]") {
  const std::string clear =
      sensitivity_text(sensitivity_page({axis("a", 0.3, 0.02), axis("b", 0.6, 0.02)}), Language::en);
  CHECK_THAT(clear,
             Contains("\"b\" moves it most: were it known, 60% of the variance would go on average (95% interval"));
  const std::string close =
      sensitivity_text(sensitivity_page({axis("a", 0.5, 0.05), axis("b", 0.6, 0.05)}), Language::zh);
  CHECK_THAT(close, Contains("“b”影响最大，但与“a”难分先后"));
  AxisEffect mixed = axis("m", 0.5, 0.02);
  mixed.first = analysis::Index{0.1, {0.05, 0.15}};
  std::string together = sensitivity_text(sensitivity_page({mixed, axis("b", 0.01, 0.005)}), Language::en);
  std::ranges::replace(together, '\n', ' ');
  CHECK_THAT(together, Contains("What \"m\" does depends clearly on other axes") && Contains("Hardly: \"b\""));
}

}  // namespace shanhai::memo
