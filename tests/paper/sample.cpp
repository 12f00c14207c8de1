#include "paper/sample.hpp"

#include <cmath>

#include <fmt/format.h>

namespace shanhai::paper {

namespace {

Line plain(std::string text) {
  return {std::move(text)};
}

/// One text in two languages, in the language of the sample.
struct Say {
  Language language;

  std::string operator()(std::string_view zh, std::string_view en) const {
    return std::string(Words{zh, en}.in(language));
  }
};

void add_findings(std::vector<Block>& blocks, const Say& say) {
  blocks.emplace_back(Heading{1, say("一、主要结论", "1. Findings")});
  blocks.emplace_back(Paragraph{
      {say("按五五分成，武义县净现值大于零的概率为", "With an even split, Wuyi’s net present value is above zero in "),
       Bound{"62.3%", "schemes/even/wuyi/npv/positive", 0.62345, 0.0016},
       say("，均值", " of futures; its mean is "),
       Bound{say("3.87亿元", "CNY 387 million"), "schemes/even/wuyi/npv/mean", 38712.4, 210.5},
       say("（5%～95%分位数：−1.2亿～9.6亿元）。与“分期递减”方案相比，",
           " (5% to 95%: −120 to 960 million). Compared with the phased scheme, "),
       Strong{say("两县都不吃亏的可能性", "the chance that neither county loses")},
       say("高出14.2个百分点——这主要来自前五年的保底条款。",
           " is 14.2 points higher, which the floor of the first five years explains.")}});
  blocks.emplace_back(Paragraph{plain(
      say("本报告比较三种分成办法。所有方案都在同一组10,000种未来情形下测算，因此方案之间的差异只来自条款本身，"
          "不来自运气。金额均为2026年价格，折现率6%。",
          "This report compares three ways to share what the park yields. All of them meet the same 10,000 futures, so "
          "what differs between them comes from their terms and not from luck. Amounts are in prices of 2026, "
          "discounted at 6%."))});
  blocks.emplace_back(
      Bullets{{{Strong{say("分成比例：", "The split: ")},
                say("前五年各得地方留成的50%，此后飞出地每年递减2个百分点，至30%为止；",
                    "half of what is kept locally for five years, then two points less for the origin each year, down "
                    "to 30%;")},
               plain(say("保底：每年不少于3,000万元，由海宁市承担，履约概率90%；",
                         "a floor of CNY 30 million a year, which Haining owes and keeps with a probability of 90%;")),
               plain(say("统计：产值按6∶4分别计入两地。", "statistics: output is credited six to four."))},
              false});
}

/// Nine columns, of which the first holds long names.
Table wide_table(const Say& say) {
  Table table{say("表1　各方案下各方的净现值（万元）", "Table 1. Net present value by scheme and party (CNY 10,000)"),
              {{say("一方", "Party"), false}},
              {},
              say("注：净现值的抽样误差见“±”一列。5%、50%、95%"
                  "为分位数；“亏损”为净现值小于零的情形所占比例。资料来源：本报告测算。",
                  "Note: ± is the standard error of the mean. 5%, 50% and 95% are quantiles; “loss” is the share of "
                  "futures below zero. Source: own computation.")};
  for (const auto& [zh, en] : std::vector<std::pair<const char*, const char*>>{{"均值", "Mean"},
                                                                               {"±", "±"},
                                                                               {"5%", "5%"},
                                                                               {"50%", "50%"},
                                                                               {"95%", "95%"},
                                                                               {"亏损", "Loss"},
                                                                               {"回收年份", "Payback year"},
                                                                               {"收益率", "Rate of return"}}) {
    table.columns.push_back({say(zh, en), true});
  }
  const std::vector<std::string> schemes{say("五五分成", "Even split"),
                                         say("分期递减，前五年保底", "Phased, with a floor for five years"),
                                         say("不分享（全归属地）", "Nothing shared (all to the host)")};
  const std::vector<std::string> parties{
      say("武义县", "Wuyi County"),
      say("海宁市（含经济开发区管委会及下属平台公司）", "Haining, with the zone’s board and its companies"),
      say("浙江省级财政", "Zhejiang Province")};
  for (std::size_t s = 0; s < schemes.size(); ++s) {
    table.rows.push_back({{plain(schemes[s])}});
    for (std::size_t p = 0; p < parties.size(); ++p) {
      const double mean = 38712.4 - 9000.0 * static_cast<double>(s) + 41000.0 * static_cast<double>(p);
      const std::string what = fmt::format("schemes/{}/{}/npv/mean", s, p);
      table.rows.push_back({{plain(parties[p]),
                             {Bound{fmt::format("{:.0f}", mean), what, mean, 210.5}},
                             plain("210"),
                             plain(fmt::format("−{:.0f}", mean / 3)),
                             plain(fmt::format("{:.0f}", mean * 0.93)),
                             plain(fmt::format("{:.0f}", mean * 2.48)),
                             {Bound{fmt::format("{}.{}%", 12 + s, p), what + "/loss", 0.12, 0.003}},
                             plain(p == 2 ? "—" : "2034"),
                             plain("11.4%")}});
    }
  }
  return table;
}

Table long_table(const Say& say) {
  Table table{say("表2　逐年地方留成（万元）", "Table 2. Revenue kept locally by year (CNY 10,000)"),
              {{say("年份", "Year"), false},
               {say("增值税", "VAT"), true},
               {say("企业所得税", "Corporate income tax"), true},
               {say("合计", "Sum"), true}},
              {},
              say("资料来源：武义县财政局，2024年。", "Source: Wuyi finance bureau, 2024.")};
  for (int year = 2026; year < 2066; ++year) {
    const double vat = 3000 / (1 + std::exp(-0.35 * (year - 2034)));
    table.rows.push_back({{plain(std::to_string(year)),
                           plain(fmt::format("{:.1f}", vat)),
                           plain(fmt::format("{:.1f}", vat * 0.6)),
                           plain(fmt::format("{:.1f}", vat * 1.6))}});
  }
  return table;
}

void add_method(std::vector<Block>& blocks, const Say& say) {
  blocks.emplace_back(Heading{1, say("二、测算办法", "2. Method")});
  blocks.emplace_back(Heading{2, say("（一）收入从哪里来", "2.1 Where revenue comes from")});
  blocks.emplace_back(Paragraph{
      plain(say("园区收入按“签约—落地—投产—达产”逐步形成，四到七年后投产的项目占签约项目的25%～40%。各税种按现行中央、"
                "省、市县分成办法计算地方留成。数据来自Zhejiang Statistical Yearbook 2024与两地协议。",
                "Revenue builds up from signing to land, to production, to capacity; of the projects that are signed, "
                "25 to 40% produce after four to seven years. What stays in the counties follows today’s shares of the "
                "centre, the province and the counties (中央、省、市县)."))});
  blocks.emplace_back(
      Picture{say("图2　前五年各方所得", "Figure 2. What each party is due in the first five years"),
              chart::Bars{},
              say("柱状图：武义县逐年增加，海宁市先减后增。", "Bars: Wuyi rises each year, Haining falls first."),
              ""});
  blocks.emplace_back(Heading{2, say("（二）步骤", "2.2 Steps")});
  blocks.emplace_back(
      Bullets{{plain(say("抽取每条路径的增长、延误与价格；", "draw growth, delays and prices of each path;")),
               plain(say("逐年计算园区各税收入；", "reckon the taxes of the park year by year;")),
               plain(say("按各方案的条款分给各方，折成现值。", "split them by each scheme, and discount."))},
              true});
  blocks.emplace_back(long_table(say));
}

std::string svg_of(const Say& say, int number) {
  std::string bars;
  for (int i = 0; i < 12; ++i) {
    const double height = 18 + 190 / (1 + std::exp(-0.6 * (i - 5.0)));
    bars += fmt::format(
        "<rect x='{}' y='{:.1f}' width='30' height='{:.1f}' fill='{}'/><text x='{}' y='268' font-size='12' "
        "text-anchor='middle'>{}</text>",
        70 + 48 * i,
        250 - height,
        height,
        number == 1 ? "#2f5d8a" : "#b0703c",
        85 + 48 * i,
        2026 + i);
  }
  return fmt::format(
      "<?xml version='1.0' encoding='UTF-8'?>\n<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 680 300' "
      "width='680' "
      "height='300' font-family='sans-serif'><path d='M60 250H650' stroke='#333'/><text x='60' y='24' "
      "font-size='13'>{}</text>"
      "{}</svg>\n",
      say("万元", "CNY 10,000"),
      bars);
}

}  // namespace

Paper sample_paper(Language language) {
  const Say say{language};
  Paper paper;
  paper.language = language;
  paper.title =
      say("武义县—海宁市山海协作“飞地”产业园收益分享测算报告", "Sharing the revenue of the Wuyi–Haining enclave park");
  paper.subtitle = say("——三种分成办法的比较", "Three ways to share, compared");
  paper.byline = {say("武义县财政局　2026年11月", "Wuyi finance bureau, November 2026"),
                  say("情景 3f9a2c71　10,000条路径", "Scenario 3f9a2c71, 10,000 paths")};
  paper.proof = {"0.1.0", "shanhai: 1\r\ntitle: 'a park'\n", "3f9a2c71d04be865", R"({"paths":10000,"lang":"zh"})"};
  add_findings(paper.blocks, say);
  paper.blocks.emplace_back(wide_table(say));
  paper.blocks.emplace_back(
      Picture{say("图1　地方留成的逐年变化", "Figure 1. Revenue kept locally, by year"),
              chart::Bars{},
              say("柱状图：收入在2031年前后增长最快。", "Bars: revenue grows fastest around 2031."),
              say("资料来源：本报告测算。", "Source: own computation.")});
  add_method(paper.blocks, say);
  return paper;
}

std::vector<Image> sample_images(Language language) {
  const Say say{language};
  return {{svg_of(say, 1), "", 680, 300}, {svg_of(say, 2), "", 680, 300}};
}

std::vector<std::string> hostile_texts() {
  return {"<script>alert(1)</script>",
          "]]>",
          "\"><img src=x onerror=alert(1)>",
          "'><svg onload=alert(1)>",
          "../../etc/passwd",
          "=cmd()",
          "--><!--",
          "</style></title></data><iframe src=//example.com>",
          "&lt;script&gt;",
          "&#x3C;b>",
          "{} {0} {{"};
}

Paper paper_of(std::string_view text) {
  const std::string all(text);
  const Line line{all, Strong{all}, Bound{all, all, 1, 0.1}};
  return {Language::en,
          all,
          all,
          {all, all},
          {Heading{1, all},
           Paragraph{line},
           Bullets{{line}, true},
           Table{all, {{all, false}, {all, true}}, {{{line, line}}, {{line}}}, all},
           Picture{all, chart::Bars{}, all, all}},
          {all, all, all, all}};
}

}  // namespace shanhai::paper
