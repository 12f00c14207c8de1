#include "workbook/about_sheet.hpp"

#include <array>

namespace shanhai::workbook {

namespace {

struct Entry {
  Words term;
  Words meaning;
};

constexpr std::array sheets{
    Entry{summary_sheet,
          {"每个方案一行：各方净现值均值（公式）、合计、各方都能接受的概率、均衡度，附图；下为各方的风险。",
           "One row a scheme: each party's mean NPV (a formula), the total, the chance that all accept, evenness, with "
           "charts; below, each party's risks."}},
    Entry{cash_flow_sheet,
          {"各方历年现金流的均值；折现率可以改动，折现系数、净现值、累计现金流为公式；程序的数列在旁边核对。",
           "Each party's mean cash flow by year. Discount rates may be changed; factors, NPVs and cumulative flows are "
           "formulas, checked against the engine's figures."}},
    Entry{bands_sheet,
          {"各方历年现金流的 5%、50%、95% 分位数及图。没有风险的测算没有此表。",
           "The 5%, 50% and 95% quantiles of the cash flows by year, with charts. A run without risk has none."}},
    Entry{
        revenue_sheet,
        {"分税种（收入来源）的历年收入均值：地方留成，以及有园区模型时的全口径收入、上划中央和省级部分。",
         "Mean revenue by stream and year: what is retained locally and, with a park, the gross revenue and what goes "
         "to the centre and the province."}},
    Entry{comparisons_sheet,
          {"任意两个方案在同样的未来中逐一相减，比单看各自的误差更准。只有一个方案时没有此表。",
           "Any two schemes, subtracted future by future: sharper than two errors side by side. None for a single "
           "scheme."}},
    Entry{sources_sheet,
          {"哪些参数有出处、出自何处；其余为假设，改动前应先核实。",
           "Which numbers have a source, and which; the others are assumptions, to be checked before use."}},
    Entry{outcomes_data,
          {"全部结果，每行一个数：方案、参与方、指标、年份、统计量、数值、误差、单位。",
           "All outcomes, one number a row: scheme, party, metric, year, statistic, value, error, unit."}},
    Entry{revenue_data, {"全部收入数据，列同 revenue.csv。", "All revenue, with the columns of revenue.csv."}},
    Entry{comparisons_data,
          {"全部两两比较，列同 comparisons.csv。", "All comparisons, with the columns of comparisons.csv."}},
};

constexpr std::array terms{
    Entry{{"净现值", "Net present value (NPV)"},
          {"签约时（t = 0）起各年现金流按该方折现率折到签约时之和。",
           "The sum of a party's cash flows from signing (t = 0) on, each discounted to signing at its own rate."}},
    Entry{{"均值、误差", "Mean, error"},
          {"均值是全部模拟未来的平均；误差是该平均的蒙特卡洛标准误，未来数增至四倍，误差减半。误差只反映抽样，不反映参"
           "数是否估准。",
           "The mean is over all simulated futures; its error is the Monte Carlo standard error, halved by four times "
           "as many. It tells of sampling, not of whether the assumptions are right."}},
    Entry{{"分位数", "Quantile"},
          {"5%分位数：二十种未来中约有一种比它更差；中位数：好坏各半。",
           "5%: about one future in twenty is worse. The median has half on each side."}},
    Entry{{"亏损概率", "P(loss)"}, {"净现值小于 0 的未来所占比例。", "The share of futures with an NPV below 0."}},
    Entry{{"低于保留值的概率", "P(below reservation)"},
          {"净现值低于该方不合作时所得的未来所占比例。",
           "The share of futures in which a party has less than without the deal."}},
    Entry{{"各方都能接受的概率", "Chance that all accept"},
          {"每一方净现值都不低于其保留值的未来所占比例。",
           "The share of futures in which no party has less than its reservation."}},
    Entry{
        {"回本年份", "Payback"},
        {"此后累计现金流不再为负的第一年；中位数。括号内为公历年。",
         "The first year from which the cumulative cash flow stays at or above 0; the median. In brackets the calendar "
         "year."}},
    Entry{{"均衡度", "Evenness"},
          {"Jain 指数：各方净现值相等为 1，全归一方为 1 除以方数；有净现值为负时不定义。",
           "Jain's index: 1 where all NPVs are equal, 1 / n where one of n parties has all; undefined where one is "
           "negative."}},
    Entry{{"人均财力比变化", "Change of the ratio per head"},
          {"人均财力最低方与最高方之比因合作而变化的百分点。",
           "By how many percentage points the deal moves the poorest party's revenue per head against the richest's."}},
    Entry{{"CVaR（cvar05）", "CVaR (cvar05)"},
          {"最差 5% 未来的净现值均值，见数据表。", "The mean NPV of the worst 5% of futures; in the data."}},
    Entry{{"收益率（irr）", "IRR (irr)"},
          {"现金流恰变号一次的未来中的内部收益率，见数据表。",
           "The internal rate of return, over futures whose cash flow changes sign exactly once; in the data."}},
    Entry{{"如何测算", "How it was computed"},
          {"同一随机种子下逐条模拟园区的未来，所有方案分享同一批未来的收入；同一情景、种子与未来数得到同样的数，与机器"
           "和线程数无关。",
           "The futures of the park are simulated one by one from the seed, and every scheme shares the revenue of the "
           "same futures. The same scenario, seed and number of futures give the same figures on any machine."}},
    Entry{
        {"颜色", "Colours"},
        {"黄底蓝字：可以改动的数；红字：负数；差额列绿色为相符，橙色为不符（改动折现率之后属正常）。",
         "Blue on yellow: may be changed. Red: negative. Differences: green where there is none, orange where there is "
         "one, as there should be once a rate is changed."}},
};

}  // namespace

void add_about(Workbook& book, const Briefing& briefing) {
  constexpr std::size_t narrow = 28;
  constexpr std::size_t wide = 110;
  Workbook::Sheet sheet = book.sheet(briefing.say(about_sheet));
  sheet.width(0, narrow);
  sheet.width(1, wide);
  sheet.text(0, 0, briefing.say({"说明", "About this workbook"}), title_look);
  std::size_t row = 1;
  const auto add = [&](const Words& head, const auto& entries) {
    write_heads(sheet, {row++, 0}, {briefing.say(head), ""}, 2);
    for (const Entry& entry : entries) {
      sheet.text(row, 0, briefing.say(entry.term), {.bold = true, .side = Side::left, .dress = Dress::wrapped});
      sheet.text(row++, 1, briefing.say(entry.meaning), {.side = Side::left, .dress = Dress::wrapped});
    }
    ++row;
  };
  add({"各表", "Sheets"}, sheets);
  add({"用语与方法", "Words and method"}, terms);
  sheet.freeze(1, 1);
  sheet.print_across();
}

}  // namespace shanhai::workbook
