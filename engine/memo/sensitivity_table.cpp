#include "memo/sensitivity_table.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/neighbour_index.hpp"
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
  if (page.indices == Indices::all) {
    text +=
        say(language, {"{} 组，每组 {} 个点", "{} base rows of {} points"}, page.base_rows, page.effects.size() + 2);
  } else {
    text += say(language, {"{} 个点", "{} points"}, page.points);
  }
  if (page.rows_left_out > 0) {
    text += say(language,
                page.indices == Indices::all
                    ? Words{"；另有 {} 组含没有结果的点，未计", "; {} more left out, with points that have no outcome"}
                    : Words{"；另有 {} 个点没有结果，未计", "; {} more left out, without an outcome"},
                page.rows_left_out);
  }
  return wrapped(text + say(language, {"）", ")"}), page_width, 0);
}

/// Whether any axis has something.
template <class Has>
bool any_has(const SensitivityPage& page, const Has& has) {
  return std::ranges::any_of(page.effects, has);
}

bool has_first(const AxisEffect& effect) {
  return effect.first.has_value();
}

bool has_total(const AxisEffect& effect) {
  return effect.total.has_value();
}

bool has_error(const AxisEffect& effect) {
  return effect.effect && effect.effect->difference.error > 0;
}

std::vector<Table::Column> columns(const SensitivityPage& page, Language language) {
  std::vector<Table::Column> columns{{say(language, {"轴", "Axis"}), Align::left},
                                     {say(language, {"从", "from"}), Align::right},
                                     {say(language, {"到", "to"}), Align::right}};
  const auto add_index = [&](Words title) {
    columns.push_back({say(language, title), Align::right});
    columns.push_back({say(language, {"95% 区间", "95%"}), Align::left});
  };
  if (any_has(page, has_first)) {
    add_index({"单独", "Alone"});
  }
  if (any_has(page, has_total)) {
    add_index({"连同共同作用", "In all"});
  }
  columns.insert(columns.end(),
                 {{say(language, {"低端", "Low end"}), Align::right},
                  {say(language, {"高端", "High end"}), Align::right},
                  {say(language, {"差", "Change"}), Align::right},
                  {any_has(page, has_error) ? say(language, {"± 误差", "± error"}) : "", Align::left}});
  return columns;
}

std::vector<std::string> cells(const SensitivityPage& page, const AxisEffect& effect) {
  const OutcomeFigures figures(page.outcome);
  std::vector<std::string> row{printable(effect.name), printable(effect.from), printable(effect.to)};
  const auto add_index = [&](const std::optional<analysis::Index>& index) {
    row.push_back(index ? share(*index) : "-");
    row.push_back(index ? share_interval(*index) : "");
  };
  if (any_has(page, has_first)) {
    add_index(effect.first);
  }
  if (any_has(page, has_total)) {
    add_index(effect.total);
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
    const std::optional<analysis::Index>& index = one.total ? one.total : one.first;
    return std::pair(index ? index->value : -1, difference);
  };
  std::ranges::stable_sort(effects,
                           [&](const AxisEffect& one, const AxisEffect& other) { return size(one) > size(other); });
}

std::string sensitivity_text(const SensitivityPage& page, Language language) {
  Table table(columns(page, language));
  for (const AxisEffect& effect : page.effects) {
    table.row(cells(page, effect));
  }
  std::string text = heading(page, language) + table.text();
  if (page.indices != Indices::none && !any_has(page, has_first)) {
    text += wrapped(say(language,
                        {"没有指数：至少要 {} 组（拉丁超立方至少 {} 个点），且结果要有变化。",
                         "No indices: they need {} base rows or more ({} points of a Latin hypercube), and an outcome "
                         "that moves."},
                        analysis::least_base_rows,
                        analysis::least_points),
                    page_width,
                    0);
  }
  return text + sensitivity_words(page, language);
}

std::string sensitivity_legend(Indices indices, const std::string& money, Language language) {
  std::string text = money;
  text +=
      say(language,
          {"低端、高端：轴上最低、最高五分之一的点的平均；只有几个值的轴，取首末两个值。",
           "Low end, high end: the mean over the points in the lowest and the highest fifth of the axis; of an axis "
           "with few values, at the first and the last. "});
  if (indices != Indices::none) {
    text +=
        say(language,
            {"单独：若能事先知道这个轴，方差平均减少的比例（一阶索博尔指数）；各轴在其范围内同等可能。",
             "Alone: the share of the variance that would go if the axis were known (first-order Sobol index), every "
             "value of an axis being as likely as another. "});
  }
  constexpr Words in_all{"连同共同作用：若只有这个轴不知道，方差还剩的比例（总指数）。",
                         "In all: the share that would stay if the axis alone were unknown (total index)."};
  constexpr Words no_total{
      "连同共同作用的总指数，须用 design: {{saltelli: 64}} 另作测算。",
      "Total indices, which count what axes do together, need a sweep with design: {{saltelli: 64}}."};
  constexpr Words none{"索博尔指数需要 design: {{saltelli: 64}} 的成批测算。",
                       "Sobol indices need a sweep with design: {{saltelli: 64}}."};
  text += say(language, indices == Indices::all ? in_all : indices == Indices::first ? no_total : none);
  return wrapped(text, page_width, 0);
}

}  // namespace shanhai::memo
