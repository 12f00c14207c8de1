#include "memo/sensitivity_table.hpp"

#include <algorithm>
#include <cmath>

#include "core/say.hpp"
#include "core/width.hpp"
#include "memo/outcome_figures.hpp"
#include "memo/sensitivity_words.hpp"
#include "memo/table.hpp"
#include "memo/wrap.hpp"

namespace shanhai::memo {

namespace {

std::string heading(const SensitivityPage& page, Language language) {
  std::string text = say(language, {"{}：什么影响 {}（", "{}: what moves {} ("}, page.scheme, printable(page.outcome));
  if (page.is_saltelli) {
    text +=
        say(language, {"{} 组，每组 {} 个点", "{} base rows of {} points"}, page.base_rows, page.effects.size() + 2);
  } else {
    text += say(language, {"{} 个点", "{} points"}, page.points);
  }
  if (page.rows_left_out > 0) {
    text += say(language,
                page.is_saltelli
                    ? Words{"；另有 {} 组含没有结果的点，未计", "; {} more left out, with points that have no outcome"}
                    : Words{"；另有 {} 个点没有结果，未计", "; {} more left out, without an outcome"},
                page.rows_left_out);
  }
  return wrapped(text + say(language, {"）", ")"}), page_width, 0);
}

std::vector<std::string> cells(const AxisEffect& effect, bool has_indices, const OutcomeFigures& figures) {
  std::vector<std::string> row{printable(effect.name), printable(effect.from), printable(effect.to)};
  if (has_indices) {
    for (const std::optional<analysis::Index>& index : {effect.first, effect.total}) {
      row.push_back(index ? share(*index) : "-");
      row.push_back(index ? share_interval(*index) : "");
    }
  }
  if (effect.effect) {
    const analysis::MainEffect& ends = *effect.effect;
    row.insert(row.end(),
               {figures.value(ends.low),
                figures.value(ends.high),
                figures.difference(ends.difference),
                figures.error(ends.difference)});
  } else {
    row.insert(row.end(), {"-", "-", "-", ""});
  }
  return row;
}

}  // namespace

void sort_effects(std::vector<AxisEffect>& effects) {
  const auto size = [](const AxisEffect& one) {
    const double difference = one.effect ? std::abs(one.effect->difference.value) : -1;
    return std::pair(one.total ? one.total->value : -1, difference);
  };
  std::ranges::stable_sort(effects,
                           [&](const AxisEffect& one, const AxisEffect& other) { return size(one) > size(other); });
}

std::string sensitivity_text(const SensitivityPage& page, Language language) {
  const bool has_indices =
      std::ranges::any_of(page.effects, [](const AxisEffect& one) { return one.total.has_value(); });
  const bool has_errors = std::ranges::any_of(
      page.effects, [](const AxisEffect& one) { return one.effect && one.effect->difference.error > 0; });
  std::vector<Table::Column> columns{{say(language, {"轴", "Axis"}), Align::left},
                                     {say(language, {"从", "from"}), Align::right},
                                     {say(language, {"到", "to"}), Align::right}};
  if (has_indices) {
    columns.insert(columns.end(),
                   {{say(language, {"单独", "Alone"}), Align::right},
                    {say(language, {"95% 区间", "95%"}), Align::left},
                    {say(language, {"连同共同作用", "In all"}), Align::right},
                    {say(language, {"95% 区间", "95%"}), Align::left}});
  }
  columns.insert(columns.end(),
                 {{say(language, {"低端", "Low end"}), Align::right},
                  {say(language, {"高端", "High end"}), Align::right},
                  {say(language, {"差", "Change"}), Align::right},
                  {has_errors ? say(language, {"± 误差", "± error"}) : "", Align::left}});
  Table table(std::move(columns));
  const OutcomeFigures figures(page.outcome);
  for (const AxisEffect& effect : page.effects) {
    table.row(cells(effect, has_indices, figures));
  }
  std::string text = heading(page, language) + table.text();
  if (page.is_saltelli && !has_indices) {
    text += wrapped(say(language,
                        {"没有指数：至少要 {} 组，且结果要有变化。",
                         "No indices: they need {} base rows or more, and an outcome that moves."},
                        analysis::least_base_rows),
                    page_width,
                    0);
  }
  return text + sensitivity_words(page, language);
}

std::string sensitivity_legend(bool is_saltelli, const std::string& money, Language language) {
  std::string text = money;
  text +=
      say(language,
          {"低端、高端：轴上最低、最高五分之一的点的平均；只有几个值的轴，取首末两个值。",
           "Low end, high end: the mean over the points in the lowest and the highest fifth of the axis; of an axis "
           "with few values, at the first and the last. "});
  text +=
      say(language,
          is_saltelli ? Words{"单独：若能事先知道这个轴，方差平均减少的比例（一阶索博尔指数）。连同共同作用：若只有这"
                              "个轴不知道，方差还剩的比例（总指数）。各轴在其范围内同等可能。",
                              "Alone: the share of the variance that would go if the axis were known (first-order "
                              "Sobol index). In all: the share that would stay if the axis alone were unknown (total "
                              "index). Every value of an axis is taken to be as likely as another."}
                      : Words{"索博尔指数需要 design: {{saltelli: 64}} 的成批测算。",
                              "Sobol indices need a sweep with design: {{saltelli: 64}}."});
  return wrapped(text, page_width, 0);
}

}  // namespace shanhai::memo
