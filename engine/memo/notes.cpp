#include "memo/notes.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "memo/figures.hpp"
#include "memo/table.hpp"
#include "memo/wrap.hpp"

namespace shanhai::memo {

namespace {

constexpr std::size_t hanging = 4;

/// Revenue over all streams and years: simulated, its error at most, and as forecast.
struct Totals {
  double mean = 0;
  double error = 0;
  double twin = 0;
};

Totals totals_of(const std::vector<run::StreamOutcome>& streams) {
  Totals totals;
  for (const run::StreamOutcome& stream : streams) {
    for (const run::Estimate& year : stream.local.mean) {
      totals.mean += year.value;
      totals.error += year.error;  // as if all moved together: never too small
    }
    totals.twin = std::accumulate(stream.twin.begin(), stream.twin.end(), totals.twin);
  }
  return totals;
}

/// What in the scenario can move mean revenue away from the forecast.
std::string causes(const Page& page) {
  std::vector<std::string> found;
  if (const auto* park = std::get_if<economy::Park>(&page.scenario.revenue)) {
    if (std::any_of(park->events.begin(), park->events.end(), [](const auto& event) { return event.probability; })) {
      found.push_back(page.say({"冲击事件", "events"}));
    }
    found.push_back(page.say({"用地限制", "scarce land"}));
    found.push_back(page.say({"亏损年份不缴税", "years of loss without tax"}));
  }
  if (!page.scenario.uncertain.empty()) {
    found.push_back(page.say({"不确定的参数", "uncertain numbers"}));
  }
  return fmt::format("{}", fmt::join(found, page.say({"、", ", "})));
}

/// How far the mean is from the forecast, where that is more than chance; otherwise empty.
std::string shift(const Page& page, const Totals& totals) {
  constexpr double errors_apart = 2;
  constexpr double rounding = 1e-9;
  constexpr double percent = 100;
  const double difference = totals.mean - totals.twin;
  if (std::abs(difference) <= std::max(errors_apart * totals.error, rounding * std::abs(totals.twin))) {
    return "";
  }
  const double unit = std::abs(totals.twin) / percent;
  const std::string amount = figure(std::abs(difference) / unit, supported_decimals(totals.error / unit, 1));
  return difference < 0 ? page.say({"收入平均比无风险的预测低 {}%（原因可能是{}）",
                                    "revenue is on average {}% below the forecast without risk (it may be due to {})"},
                                   amount,
                                   causes(page))
                        : page.say({"收入平均比无风险的预测高 {}%（原因可能是{}）",
                                    "revenue is on average {}% above the forecast without risk (it may be due to {})"},
                                   amount,
                                   causes(page));
}

std::vector<std::string> shifts(const Page& page) {
  std::vector<std::string> lines;
  const bool by_scheme = page.scenario.feedback.has_value();
  for (std::size_t s = 0; s < page.outcome.revenue.size(); ++s) {
    const std::string line = shift(page, totals_of(page.outcome.revenue[s]));
    if (!line.empty()) {
      lines.push_back(by_scheme ? page.say({"“{}”：{}", "\"{}\": {}"}, page.scheme_name(s), line) : line);
    }
  }
  return lines;
}

/// Which futures the rates of return come from.
std::string rates(const Page& page) {
  const run::Plan& plan = page.outcome.plan;
  return page.say({"收益率取自前 {} 种未来中现金流恰好变号一次的；这样的未来不到一半时不写",
                   "rates of return come from those of the first {} futures in which cash flow changes sign just once; "
                   "none is shown where these are less than half"},
                  figure(static_cast<double>(plan.band_paths), 0));
}

/// Whether the precision asked for was reached, and what it took.
std::string precision(const Page& page, const run::Precision& precision) {
  constexpr double percent = 100;
  constexpr int most_decimals = 3;
  const std::string asked = fmt::format("{:.{}g}%", percent * precision.asked, most_decimals);
  const std::string futures = figure(static_cast<double>(page.outcome.plan.paths), 0);
  if (!precision.reached) {
    return page.say({"未达到 ±{} 的精度：{} 种未来已用完；请用 --paths 增加",
                     "the precision of ±{} was not reached: all {} futures are spent; allow more with --paths"},
                    asked,
                    futures);
  }
  return page.say(
      {"精度：各净现值的均值以 95% 的把握准到留成收入现值的 ±{}，各方的方案排序以 95% "
       "的把握定下（差距小于精度的除外）；把握已计入中途查看结果（至多 {} 次）；控制变量使所需未来减到约 1/{}",
       "precision: each mean net present value is known at 95% to ±{} of the retained revenue's present value, "
       "and each party's order of the schemes at 95%, but for differences below the precision; this allows "
       "for looking at the results on the way, up to {} times; control variates cut the futures needed to "
       "about 1/{}"},
      asked,
      run::Precision::most_looks,
      figure(precision.gain, 0));
}

std::string assumed(const Page& page) {
  const std::size_t count = page.scenario.assumptions.size();
  return count == 0 ? page.say({"每个数字都注明了出处", "every number has a source"})
                    : page.say({"{} 个数字没有出处，属于假设；shanhai check 列出它们",
                                "numbers without a source, which are assumptions: {}; shanhai check lists them"},
                               count);
}

}  // namespace

std::string notes(const Page& page) {
  std::vector<std::string> lines;
  if (!page.twin()) {
    lines = shifts(page);
    lines.push_back(
        page.say({"误差为模拟的标准误；只写误差所支持的位数",
                  "errors are standard errors of the simulation; no digits are shown that they do not support"}));
  }
  if (!page.twin()) {
    lines.push_back(rates(page));
  }
  if (page.outcome.precision) {
    lines.push_back(precision(page, *page.outcome.precision));
  }
  lines.push_back(assumed(page));
  std::string text = page.say({"说明\n", "Notes\n"});
  for (const std::string& line : lines) {
    text += wrapped("  - " + line, page_width, hanging);
  }
  return text;
}

}  // namespace shanhai::memo
