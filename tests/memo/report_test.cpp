#include "memo/report.hpp"

#include <sstream>

#include <catch2/catch.hpp>

#include "core/width.hpp"
#include "memo/sample.hpp"
#include "memo/table.hpp"

namespace shanhai::memo {

using Catch::Matchers::Contains;

namespace {

std::size_t widest_line(const std::string& text) {
  std::istringstream lines(text);
  std::size_t widest = 0;
  for (std::string line; std::getline(lines, line);) {
    widest = std::max(widest, display_width(line));
  }
  return widest;
}

std::string sample_report(Language language) {
  return report(sample_scenario(), sample_outcome(), language);
}

}  // namespace

TEST_CASE("A report says what was simulated", "[app][report]") {
  CHECK_THAT(
      sample_report(Language::zh),
      Catch::Matchers::StartsWith("武义—海宁山海协作产业园利益分享方案比较\n"
                                  "2019—2020 年（2 年）；100,000 种未来，随机种子 20180802；内容指纹 3f9a2c7be01d\n"));
  CHECK_THAT(sample_report(Language::en),
             Contains("2019-2020 (2 years); 100,000 futures, seed 20180802; content 3f9a2c7be01d\n"));
}

TEST_CASE("A report tells what each party has under each scheme", "[app][report]") {
  CHECK_THAT(sample_report(Language::zh),
             Contains("  各方       中位数  差的情形     均值  ± 误差  亏损概率   回本年份  不回本  收益率\n"
                      "  按比例分成\n"
                      "    武义县   62,300    50,300   62,400  ± 40        8.1%  12 (2030)    8.3%    7.3%\n"
                      "    海宁市   -3,200   -15,200   -3,100  ± 40       62.4%     未回本    8.3%    7.3%\n"));
  CHECK_THAT(sample_report(Language::en),
             Contains("  Party      Median  Bad case    Mean  ± error  P(loss)    Payback  Never   IRR\n"
                      "  Proportional\n"
                      "    Wuyi      623.0     503.0   624.0  ± 0.4       8.1%  12 (2030)   8.3%  7.3%\n"
                      "    Haining   -32.0    -152.0   -31.0  ± 0.4      62.4%      never   8.3%  7.3%\n"));
}

TEST_CASE("A report tells of each scheme as a whole", "[app][report]") {
  CHECK_THAT(sample_report(Language::zh),
             Contains("  方案                        都能接受  ± 误差  合计净现值  ± 误差  均衡度  人均财力比\n"
                      "  按比例分成                     37.6%  ± 0.2%      59,200  ± 60      0.87        1.62\n"));
}

TEST_CASE("A report tells of floors and caps where there are any", "[app][report]") {
  CHECK_THAT(sample_report(Language::zh),
             Contains("  方案            一方    保底年数  未兑付   封顶年份  从未封顶\n"
                      "  分期按比例分成  海宁市      -       -     11 (2029)     17.0%\n"
                      "  按税种分享      海宁市      2.31    0.24          -      -\n"));
  run::Scenario scenario = sample_scenario();
  run::Outcome outcome = sample_outcome();
  scenario.schemes.back().clauses.clear();
  outcome.schemes[1].parties[1].cap_year.reset();
  CHECK_THAT(report(scenario, outcome, Language::zh), !Contains("保底"));
}

TEST_CASE("A report says how far revenue is from the forecast, and how much is assumed", "[app][report]") {
  CHECK_THAT(sample_report(Language::zh), Contains("收入平均比无风险的预测低 3.1%（原因可能是冲击事件、"));
  CHECK_THAT(sample_report(Language::zh), Contains("2 个数字没有出处"));
  run::Outcome outcome = sample_outcome();
  for (run::StreamOutcome& stream : outcome.revenue.front()) {
    stream.twin = {stream.local.mean[0].value + 1, stream.local.mean[1].value};
  }
  CHECK_THAT(report(sample_scenario(), outcome, Language::zh), !Contains("比无风险的预测"));
}

TEST_CASE("A report says whether the precision asked for was reached", "[app][report]") {
  run::Outcome outcome = sample_outcome();
  CHECK_THAT(report(sample_scenario(), outcome, Language::en), !Contains("precision"));
  outcome.precision = run::Precision{0.005, true, 2, {}, 9.6};
  CHECK_THAT(report(sample_scenario(), outcome, Language::zh), Contains("±0.5%") && Contains("减到约 1/10"));
  CHECK_THAT(report(sample_scenario(), outcome, Language::en),
             Contains("precision: each mean net present value is known at 95% to ±0.5%"));
  outcome.precision = run::Precision{0.00125, false, 5, {}, 9.6};
  CHECK_THAT(report(sample_scenario(), outcome, Language::zh), Contains("未达到 ±0.125% 的精度：100,000 种未来已用完"));
}

TEST_CASE("A rate of return that few futures have is not told", "[app][report]") {
  run::Outcome outcome = sample_outcome();
  outcome.schemes[0].parties[0].irr.none = {0.6, 0.004};
  CHECK_THAT(report(sample_scenario(), outcome, Language::zh), Contains("12 (2030)    8.3%    -\n"));
}

TEST_CASE("A report fits a page, with five schemes, four parties and long names", "[app][report]") {
  const Language language = GENERATE(Language::zh, Language::en);
  run::Scenario scenario = sample_scenario();
  run::Outcome outcome = sample_outcome();
  for (run::Party& party : scenario.parties) {
    party.name = {"山海协作产业园开发建设有限公司筹备组", "The joint development company of the park"};
  }
  scenario.schemes[0].name = {"先还本后分成并设封顶与保底的分期分享方案（试行）",
                              "Recovery first, then shares by phase, with a floor and a cap, on trial"};
  for (std::size_t p = 2; p < 4; ++p) {
    scenario.parties.push_back(scenario.parties[0]);
    for (run::SchemeOutcome& scheme : outcome.schemes) {
      scheme.parties.push_back(scheme.parties[0]);
    }
    for (const run::Comparison& one : std::vector(outcome.comparisons)) {
      if (one.party == 0) {
        outcome.comparisons.push_back(one);
        outcome.comparisons.back().party = p;
      }
    }
  }
  CHECK(widest_line(report(scenario, outcome, language)) <= page_width);
}

TEST_CASE("The report of a twin speaks of no chance", "[app][report]") {
  run::Outcome outcome = sample_outcome();
  outcome.plan.twin = true;
  for (run::SchemeOutcome& scheme : outcome.schemes) {
    scheme.acceptance = {1, 0};
    for (run::PartyOutcome& party : scheme.parties) {
      party.npv.mean.error = 0;
    }
  }
  const std::string text = report(sample_scenario(), outcome, Language::en);
  CHECK_THAT(text, Contains("one future without risk"));
  CHECK_THAT(text, Contains("    Wuyi      624.00  12 (2030)  7.3%\n"));
  CHECK_THAT(text, !Contains("P(loss)"));
  CHECK_THAT(text, !Contains("±"));
}

TEST_CASE("A report sets what came true beside the simulation", "[app][report]") {
  run::Scenario scenario = sample_scenario();
  CHECK_THAT(report(scenario, sample_outcome(), Language::zh), !Contains("实绩"));
  scenario.realised = {{{"各级税收累计", "All taxes"}, run::Quantity::taxes, {1, 2}, 152'300},
                       {{"企业数", "Firms"}, run::Quantity::firms, {1, YearRange::forever}, 43}};
  run::Outcome outcome = sample_outcome();
  outcome.realised = {{{150'000, 400}, {90'000, 900}, {}, {149'000, 700}, {}, {230'000, 1100}, {0.547, 0.014}},
                      {{41, 0.3}, {20, 0.8}, {}, {41, 0.6}, {}, {79, 1.2}, {0.6, 0.013}}};
  CHECK_THAT(report(scenario, outcome, Language::zh),
             Contains("实绩与模拟（亿元）") &&
                 Contains("  指标               年份   实绩     5%  中位数    95%   位置  ± 误差\n"
                          "  各级税收累计  2019-2020  15.23   9.00   14.90  23.00  54.7%  ± 1.4%\n"
                          "  企业数        2019-2020  43     20      41     79     60.0%  ± 1.3%\n"));
  outcome.plan.twin = true;
  CHECK_THAT(report(scenario, outcome, Language::en),
             Contains("Realised, and forecast without risk (CNY billion)\n"
                      "  Figure         Years  Realised  Without risk\n"));
  scenario.realised = {scenario.realised[1]};
  outcome.realised = {outcome.realised[1]};
  CHECK_THAT(report(scenario, outcome, Language::zh), Contains("\n实绩与无风险的预测\n  指标"));
}

}  // namespace shanhai::memo
