#include "memo/zone_text.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/say.hpp"
#include "memo/figures.hpp"
#include "memo/money.hpp"
#include "memo/table.hpp"
#include "memo/wrap.hpp"
#include "sweep/points.hpp"

namespace shanhai::memo {

namespace {

constexpr std::size_t hanging = 4;
constexpr std::size_t most_columns = 11;  // of a map on a page
constexpr std::string_view nash_mark = "N";
constexpr std::string_view kalai_smorodinsky_mark = "K";

/// The map as a table: a line a value of one axis, a column a value of the other, if there is one.
class Map {
 public:
  Map(const ZonePage& page, Language language) : page_(&page), language_(language) {
    for (std::size_t at = 0; at < page.zone.terms.size(); ++at) {
      const std::vector<std::size_t>& levels = page.zone.terms[at].levels;
      cells_[{levels[row_axis()], levels.size() > 1 ? levels[1 - row_axis()] : 0}] = at;
    }
  }

  [[nodiscard]] bool has_columns() const noexcept { return page_->sweep.axes.size() > 1; }

  /// The axis that goes down: the one with more values.
  [[nodiscard]] std::size_t row_axis() const noexcept {
    return has_columns() && page_->sweep.axes[1].levels > page_->sweep.axes[0].levels ? 1 : 0;
  }

  [[nodiscard]] std::size_t columns() const noexcept {
    return has_columns() ? page_->sweep.axes[1 - row_axis()].levels : 1;
  }

  [[nodiscard]] std::string text() const {
    std::vector<Table::Column> columns_of_table{{page_->sweep.axes[row_axis()].name, Align::right}};
    for (std::size_t column = 0; column < columns(); ++column) {
      columns_of_table.push_back({column_title(column), Align::right});
    }
    Table table(std::move(columns_of_table));
    for (std::size_t row = 0; row < page_->sweep.axes[row_axis()].levels; ++row) {
      std::vector<std::string> cells{value(row_axis(), row)};
      for (std::size_t column = 0; column < columns(); ++column) {
        cells.push_back(cell(row, column));
      }
      table.row(std::move(cells));
    }
    return table.text();
  }

 private:
  [[nodiscard]] std::string value(std::size_t axis, std::size_t level) const {
    return sweep::text_at(page_->sweep, axis, static_cast<double>(level));
  }

  [[nodiscard]] std::string column_title(std::size_t column) const {
    if (!has_columns()) {
      return std::string(Words{"都能接受", "All accept"}.in(language_));
    }
    const std::size_t axis = 1 - row_axis();
    return column == 0 ? fmt::format("{} = {}", page_->sweep.axes[axis].name, value(axis, 0)) : value(axis, column);
  }

  [[nodiscard]] std::string cell(std::size_t row, std::size_t column) const {
    const auto found = cells_.find({row, column});
    if (found == cells_.end()) {
      return "-";
    }
    const auto is = [&](const std::optional<study::Bargain>& bargain) {
      return bargain && bargain->terms == found->second;
    };
    return fmt::format("{}{}{}",
                       is(page_->zone.nash) ? nash_mark : "",
                       is(page_->zone.kalai_smorodinsky) ? kalai_smorodinsky_mark : "",
                       (is(page_->zone.nash) || is(page_->zone.kalai_smorodinsky) ? " " : "") +
                           percentage(page_->zone.terms[found->second].acceptance));
  }

  const ZonePage* page_;
  Language language_;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> cells_;
};

class Writer {
 public:
  Writer(const ZonePage& page, Language language) : page_(&page), language_(language) {
    double largest = 0;
    for (const study::Terms& terms : page.zone.terms) {
      for (const run::Estimate& gain : terms.gain) {
        largest = std::max(largest, std::abs(gain.value));
      }
    }
    unit_ = money_unit(page.scenario.currency, largest, language);
  }

  [[nodiscard]] std::string text() const {
    const Map map(*page_, language_);
    std::string text = wrapped(title(), page_width, 0);
    text +=
        map.columns() <= most_columns
            ? map.text()
            : wrapped(tell({"  （图太宽，这里不显示；--json 给出全部）", "  (too wide for this page; --json has all)"}),
                      page_width,
                      hanging);
    if (!page_->zone.failures.empty()) {
      text += wrapped(tell({"  {} 个点不成立，如：{}", "  {} points are no scenarios, such as: {}"},
                           page_->zone.failures.size(),
                           page_->zone.failures.front().reason),
                      page_width,
                      hanging);
    }
    text += '\n' + bargains();
    for (const study::Concession& concession : page_->zone.concessions) {
      text += wrapped("  " + concession_text(concession), page_width, hanging);
    }
    return text;
  }

 private:
  template <class... Values>
  [[nodiscard]] std::string tell(Words form, const Values&... values) const {
    return say(language_, form, values...);
  }

  [[nodiscard]] std::string title() const {
    return tell(
        {"协议区间：方案“{}”下，各方都能接受的概率（每一方净现值都不低于不合作时所得）。{}：纳什谈判解；{}：卡莱—"
         "斯莫罗丁斯基解",
         "Zone of agreement under {}: the chance that all accept (no party has less than without the deal). {}: "
         "Nash's solution, {}: that of Kalai and Smorodinsky"},
        page_->scenario.schemes[page_->zone.scheme].name,
        nash_mark,
        kalai_smorodinsky_mark);
  }

  [[nodiscard]] std::string values_of(const study::Terms& terms) const {
    std::string text;
    for (std::size_t axis = 0; axis < terms.values.size(); ++axis) {
      text += text.empty() ? "" : tell({"，", ", "});
      text += fmt::format("{} = {}", page_->sweep.axes[axis].name, terms.values[axis]);
    }
    return text;
  }

  [[nodiscard]] std::string interval_of(const study::Bargain& bargain) const {
    std::string text;
    for (std::size_t axis = 0; axis < bargain.interval.size(); ++axis) {
      const auto& [low, high] = bargain.interval[axis];
      if (low != high) {
        text += text.empty() ? "" : tell({"，", ", "});
        text += tell({"{} 在 {} 至 {}", "{} from {} to {}"}, page_->sweep.axes[axis].name, low, high);
      }
    }
    return text.empty() ? tell({"95% 以上的重抽样都选这一点", "at least 95% of resamples choose it"})
                        : tell({"95% 的重抽样落在 {}", "95% of resamples choose {}"}, text);
  }

  [[nodiscard]] std::string gains_of(const study::Terms& terms) const {
    std::string text;
    for (std::size_t party = 0; party < terms.gain.size(); ++party) {
      const std::string error = money_error(terms.gain[party], unit_);
      text += text.empty() ? "" : tell({"，", ", "});
      text += tell({"{}比不合作平均多得 {}{}", "{} gains {}{} on average"},
                   page_->scenario.parties[party].name,
                   unit_.with(money(terms.gain[party], unit_)),
                   error.empty() ? "" : " (" + error + ")");
    }
    return text;
  }

  [[nodiscard]] std::string bargain_text(Words name, const std::optional<study::Bargain>& bargain) const {
    const study::Terms& terms = page_->zone.terms[bargain->terms];
    return tell({"{}：{}（{}）。{}；都能接受的概率 {}。", "{}: {} ({}). {}; chance that all accept {}."},
                name,
                values_of(terms),
                interval_of(*bargain),
                gains_of(terms),
                percentage(terms.acceptance));
  }

  [[nodiscard]] std::string bargains() const {
    if (!page_->zone.nash || !page_->zone.kalai_smorodinsky) {
      return wrapped(tell({"  图上没有一组条款能让每一方的净现值均值都不低于不合作时所得。",
                           "  No terms on the map leave every party with a mean NPV as large as without the deal."}),
                     page_width,
                     hanging);
    }
    return wrapped(
               "  " + bargain_text({"纳什谈判解（各方增益之积最大）", "Nash's solution (the largest product of gains)"},
                                   page_->zone.nash),
               page_width,
               hanging) +
           wrapped("  " + bargain_text({"卡莱—斯莫罗丁斯基解（离各自理想最远的一方离得最近）",
                                        "Kalai and Smorodinsky's (the party farthest from its ideal is nearest)"},
                                       page_->zone.kalai_smorodinsky),
                   page_width,
                   hanging);
  }

  [[nodiscard]] std::string concession_text(const study::Concession& concession) const {
    const Text& party = page_->scenario.parties[concession.party].name;
    const std::string chance = fmt::format("{:g}%", 100 * page_->zone.chance);
    if (!concession.needed) {
      return tell({"{}：原方案的条款已使其有 {} 的把握不吃亏，无需让步。",
                   "{}: the scenario's own terms leave it no worse off with a chance of {}; no concession is needed."},
                  party,
                  percentage(page_->zone.base.accepts[concession.party]));
    }
    if (!concession.terms) {
      return tell({"{}：图上没有条款能使其有 {} 的把握不吃亏；最多为 {}。",
                   "{}: no terms on the map leave it no worse off with a chance of {}; the most is {}."},
                  party,
                  chance,
                  percentage(best_chance(concession.party)));
    }
    return tell({"{}：要有 {} 的把握不吃亏，代价最小的让步是 {}：它平均多得 {}，其他方共少得 {}（{}）。",
                 "{}: to be no worse off with a chance of {}, the least concession is {}: it wins {} on average, the "
                 "others lose {} ({})."},
                party,
                chance,
                values_of(page_->zone.terms[*concession.terms]),
                unit_.with(money(concession.won, unit_)),
                unit_.with(money(concession.cost, unit_)),
                money_error(concession.cost, unit_));
  }

  [[nodiscard]] run::Estimate best_chance(std::size_t party) const {
    run::Estimate best;
    for (const study::Terms& terms : page_->zone.terms) {
      best = terms.accepts[party].value > best.value ? terms.accepts[party] : best;
    }
    return best;
  }

  const ZonePage* page_;
  Language language_;
  MoneyUnit unit_;
};

}  // namespace

std::string zone_text(const ZonePage& page, Language language) {
  return Writer(page, language).text();
}

}  // namespace shanhai::memo
