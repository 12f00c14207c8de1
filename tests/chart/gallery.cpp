#include "gallery.hpp"

#include <cmath>

namespace shanhai::chart {
namespace {

using Names = std::vector<std::string>;

/// The names of one language.
struct Tongue {
  Names schemes;
  Names long_schemes;
  Names parties;
  Names long_parties;
  Names terms;
  std::string money;
  std::string share;
  std::string long_title;
  std::string band;
  std::string median;
  std::string low;
  std::string high;
};

Tongue chinese() {
  return {{"固定分成", "分阶段分成", "保底加分成", "超额累进", "股份合作"},
          {"前五年全留后五年逐年递减的分阶段税收分成",
           "按投入比例确定基数并对增量实行累进的分成",
           "保底收益加超额部分对半分成的综合分配方案",
           "注册地与生产地按统计口径折算的税收分享",
           "由双方平台公司共同出资按股权比例分配利润"},
          {"武义县", "海宁市"},
          {"浙江省金华市武义县人民政府及其平台公司",
           "浙江省嘉兴市海宁市人民政府及其平台公司",
           "山海协作产业园建设投资发展有限责任公司"},
          {"企业落户数量",
           "亩均税收",
           "增值税地方留存比例",
           "折现率",
           "土地出让单价",
           "基础设施总投资及其年度安排进度",
           "退出概率"},
          "净现值（万元）",
          "分成比例（%）",
          "各方在合作期内按百分之五折现率计算的累计净现值（单位：万元，二〇二五年不变价）",
          "5%–95%区间",
          "中位数",
          "取低值",
          "取高值"};
}

Tongue english() {
  return {{"Fixed share", "Phased share", "Floor plus share", "Tiers", "Joint company"},
          {"Phased tax sharing falling from the sixth year",
           "Progressive sharing of growth over the baseline year",
           "Guaranteed floor and an even split of the excess",
           "Sharing by statistical credit of place of output",
           "Dividends of a joint company by shares of equity"},
          {"Wuyi", "Haining"},
          {"County of Wuyi and its development corporation",
           "City of Haining and its development corporation",
           "Mountain-Sea Park Investment & Development Ltd"},
          {"Number of firms",
           "Tax per mu",
           "Local part of VAT",
           "Discount rate",
           "Land price",
           "Investment in infrastructure and its yearly plan",
           "Chance of leaving"},
          "NPV (CNY 10k)",
          "Share of the pool (%)",
          "Cumulative net present value of each party over the term at a discount rate of five percent (CNY 10,000, "
          "prices of 2025)",
          "5%–95% range",
          "Median",
          "low",
          "high"};
}

Names years(int count) {
  Names all;
  for (int year = 0; year < count; ++year) {
    all.push_back(std::to_string(2025 + year));
  }
  return all;
}

/// Numbers that look like none in particular.
double wave(std::size_t i, std::size_t j) {
  return 0.55 + 0.45 * std::sin(1.7 * static_cast<double>(i) + 2.9 * static_cast<double>(j));
}

Fan fan(const std::string& title, std::size_t count, double scale, double start) {
  Fan out{title, {}, {}, {}};
  for (std::size_t i = 0; i < count; ++i) {
    const auto t = static_cast<double>(i);
    const double middle = scale * (start + 0.12 * t - 0.0025 * t * t);
    const double spread = scale * (0.1 + 0.035 * t);
    out.q05.push_back(middle - spread);
    out.q50.push_back(middle);
    out.q95.push_back(middle + 1.4 * spread);
  }
  return out;
}

Fans fans(const Tongue& in, const Names& panels, int count, double scale) {
  Fans out{years(count), {}, in.money, in.band, in.median};
  for (std::size_t i = 0; i < panels.size(); ++i) {
    out.panels.push_back(fan(panels[i], out.x.size(), scale * (i == 1 ? 0.6 : 1), -0.6 + 0.3 * static_cast<double>(i)));
  }
  return out;
}

Boxes boxes(const Tongue& in, const Names& schemes, const Names& parties, double scale, double shift) {
  Boxes out{{}, in.money, in.band, "25%–75%", in.median};
  for (std::size_t i = 0; i < schemes.size(); ++i) {
    out.groups.push_back({schemes[i], {}});
    for (std::size_t j = 0; j < parties.size(); ++j) {
      const double middle = scale * (wave(i, j) + shift);
      const double s = scale * (0.2 + 0.2 * wave(j, i));
      out.groups.back().boxes.push_back(
          {parties[j], {middle - 1.5 * s, middle - 0.5 * s, middle, middle + 0.7 * s, middle + 2 * s}});
    }
  }
  return out;
}

Bars bars(const Tongue& in, const Names& schemes, const Names& parties, double scale, double shift) {
  Bars out{schemes, {}, in.money, false};
  for (std::size_t j = 0; j < parties.size(); ++j) {
    out.series.push_back({parties[j], {}});
    for (std::size_t i = 0; i < schemes.size(); ++i) {
      out.series.back().values.push_back(scale * (wave(i, j) + shift));
    }
  }
  return out;
}

std::vector<Series> along(const Names& names, std::size_t count, double scale, double shift) {
  std::vector<Series> all;
  for (std::size_t j = 0; j < names.size(); ++j) {
    all.push_back({names[j], {}});
    for (std::size_t i = 0; i < count; ++i) {
      const double growth = 1 - std::exp(-0.2 * static_cast<double>(i));
      all.back().values.push_back(scale * (growth * (0.4 + 0.2 * static_cast<double>(j)) + 0.03 * wave(i, j) + shift));
    }
  }
  return all;
}

Tornado tornado(const Tongue& in, double scale, double base) {
  Tornado out{scale * base, {}, in.money, in.low, in.high};
  for (std::size_t i = 0; i < in.terms.size(); ++i) {
    const double reach = scale * 0.5 / static_cast<double>(i + 1);
    const double sign = i % 3 == 1 ? -1 : 1;
    out.arms.push_back({in.terms[i], scale * base - sign * reach, scale * base + sign * 0.8 * reach});
  }
  out.arms[2].low = out.base + 0.02 * scale;
  out.arms[2].high = out.base + 0.3 * scale;
  out.arms.back().high = out.base;
  return out;
}

HeatMap heat_map(const Tongue& in, std::size_t columns, std::size_t rows) {
  HeatMap out{{}, {}, in.share, in.terms[1], {}, {{2, 3, "N"}, {3, 2, "K"}, {0, 0, "S"}}};
  for (std::size_t x = 0; x < columns; ++x) {
    out.x.push_back(std::to_string(10 + 5 * x));
  }
  for (std::size_t y = 0; y < rows; ++y) {
    out.y.push_back(std::to_string(100 + 50 * y));
    out.values.emplace_back();
    for (std::size_t x = 0; x < columns; ++x) {
      const double share = 1.2 * static_cast<double>(x) / static_cast<double>(columns) -
                           0.5 * std::abs(static_cast<double>(y) - 3) / static_cast<double>(rows);
      out.values.back().push_back(x + y < 3 ? std::nullopt : std::optional(std::min(1.0, std::max(0.0, share))));
    }
  }
  return out;
}

void add_usual(std::vector<Example>& all, const Tongue& in) {
  const Names three{in.long_parties[0], in.long_parties[1], in.long_parties[2]};
  all.push_back({"fans", fans(in, in.parties, 20, 12000)});
  all.push_back({"fans-four-long",
                 fans(in, {in.long_schemes[0], in.long_schemes[1], in.long_schemes[2], in.long_schemes[3]}, 30, 0.1)});
  all.push_back({"fans-one", fans(in, {in.schemes[0]}, 30, 1e6)});
  all.push_back({"boxes", boxes(in, {in.schemes[0], in.schemes[1], in.schemes[2]}, in.parties, 9000, 0)});
  all.push_back({"boxes-long", boxes(in, in.long_schemes, three, 1e6, 0)});
  all.push_back({"bars", bars(in, in.schemes, in.parties, 9000, 0)});
  all.push_back({"bars-long", bars(in, in.long_schemes, three, 1e6, -0.4)});
  all.push_back({"areas", Areas{years(20), along(in.terms, 20, 5000, 0), in.money}});
  all.push_back({"areas-long", Areas{years(30), along(in.long_schemes, 30, 1e6, 0), in.long_title}});
  all.push_back({"lines", Lines{years(20), along(in.schemes, 20, 0.4, 0), in.share, true}});
  all.push_back({"lines-long", Lines{years(30), along(in.long_schemes, 30, 1e6, -0.5), in.long_title, false}});
  all.push_back({"tornado", tornado(in, 9000, 1)});
  all.push_back({"tornado-negative", tornado(in, 1e6, -2)});
  all.push_back({"heat-map", heat_map(in, 9, 7)});
  all.push_back({"heat-map-dense", heat_map(in, 21, 11)});
}

void add_extremes(std::vector<Example>& all, const Tongue& in) {
  const double none = std::nan("");
  Bars shares = bars(in, in.schemes, in.parties, 1, 0);
  shares.in_percent = true;
  shares.y_title = in.share;
  all.push_back({"bars-percent", shares});
  all.push_back({"bars-one", bars(in, {in.schemes[0], in.schemes[1]}, {in.parties[0]}, 0.1, 0)});
  all.push_back({"bars-negative", bars(in, in.schemes, in.parties, 300, -2)});
  all.push_back({"bars-zero", bars(in, in.schemes, in.parties, 0, 0)});
  all.push_back({"boxes-negative", boxes(in, in.schemes, in.parties, 0.1, -9)});
  all.push_back({"boxes-zero", boxes(in, in.schemes, in.parties, 0, 0)});
  all.push_back({"fans-zero", fans(in, in.parties, 20, 0)});
  all.push_back({"fans-short", fans(in, in.parties, 1, 10)});
  all.push_back({"areas-zero", Areas{years(20), along(in.schemes, 20, 0, 0), in.money}});
  all.push_back({"areas-short", Areas{years(1), along(in.schemes, 1, 10, 1), in.money}});
  all.push_back({"lines-negative", Lines{years(20), along(in.parties, 20, 10, -5), in.money, false}});
  all.push_back(
      {"lines-gaps",
       Lines{years(3), {{in.parties[0], {1, none, 2}}, {in.parties[1], {none, none, none}}}, in.money, false}});
  Tornado still = tornado(in, 0, 0);
  all.push_back({"tornado-zero", still});
  all.push_back({"empty-fans", Fans{}});
  all.push_back({"empty-boxes", Boxes{}});
  all.push_back({"empty-bars", Bars{}});
  all.push_back({"empty-areas", Areas{}});
  all.push_back({"empty-lines", Lines{}});
  all.push_back({"empty-tornado", Tornado{}});
  all.push_back({"empty-heat-map", HeatMap{}});
}

struct Texts {
  std::vector<std::string> operator()(const Fans& chart) const {
    std::vector<std::string> all{chart.y_title, chart.band_name, chart.median_name};
    for (const Fan& panel : chart.panels) {
      all.push_back(panel.title);
    }
    return all;
  }

  std::vector<std::string> operator()(const Boxes& chart) const {
    std::vector<std::string> all{chart.x_title, chart.whisker_name, chart.box_name, chart.median_name};
    for (const Boxes::Group& group : chart.groups) {
      all.push_back(group.title);
      for (const Box& box : group.boxes) {
        all.push_back(box.name);
      }
    }
    return all;
  }

  std::vector<std::string> operator()(const Bars& chart) const {
    std::vector<std::string> all = chart.categories;
    all.push_back(chart.y_title);
    return chart.series.size() > 1 ? with(all, chart.series) : all;
  }

  std::vector<std::string> operator()(const Areas& chart) const { return with({chart.y_title}, chart.series); }

  std::vector<std::string> operator()(const Lines& chart) const { return with({chart.y_title}, chart.series); }

  std::vector<std::string> operator()(const Tornado& chart) const {
    std::vector<std::string> all{chart.x_title, chart.low_name, chart.high_name};
    for (const Tornado::Arm& arm : chart.arms) {
      all.push_back(arm.name);
    }
    return all;
  }

  std::vector<std::string> operator()(const HeatMap& chart) const {
    std::vector<std::string> all = chart.y;
    all.insert(all.end(), {chart.x_title, chart.y_title});
    for (const HeatMap::Mark& mark : chart.marks) {
      all.push_back(mark.text);
    }
    return all;
  }

  static std::vector<std::string> with(std::vector<std::string> all, const std::vector<Series>& series) {
    for (const Series& one : series) {
      all.push_back(one.name);
    }
    return all;
  }
};

}  // namespace

std::vector<Example> gallery(Language language) {
  const Tongue in = language == Language::zh ? chinese() : english();
  std::vector<Example> all;
  add_usual(all, in);
  add_extremes(all, in);
  return all;
}

std::vector<std::string> texts_of(const Chart& chart) {
  return std::visit(Texts{}, chart);
}

}  // namespace shanhai::chart
