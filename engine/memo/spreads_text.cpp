#include "memo/spreads_text.hpp"

#include <algorithm>
#include <cmath>

#include "core/say.hpp"
#include "memo/figures.hpp"
#include "memo/label.hpp"
#include "memo/money.hpp"
#include "memo/table.hpp"
#include "memo/wrap.hpp"

namespace shanhai::memo {

namespace {

constexpr std::size_t shown = 10;  // of the numbers of one party; JSON has all

std::vector<std::string> row(const study::Influence& of, const std::string& name, const MoneyUnit& unit) {
  return {"  " + name,
          part(of.first),
          part_error(of.first),
          part(of.total),
          part_error(of.total),
          money(of.ends.low, unit),
          money(of.ends.high, unit)};
}

/// Those that move it at all, the most first.
std::vector<study::Influence> most_first(std::vector<study::Influence> numbers) {
  std::erase_if(numbers, [](const study::Influence& of) { return of.total.value == 0; });
  std::ranges::stable_sort(numbers, std::greater<>(), [](const study::Influence& of) { return of.total.value; });
  numbers.resize(std::min(numbers.size(), shown));
  return numbers;
}

double largest_amount(const Spreads& spreads) {
  double largest = 0;
  for (const study::SpreadOf& one : spreads) {
    largest = std::max(largest, std::abs(one.npv.value) + one.sd);
  }
  return largest;
}

std::string title(const MoneyUnit& unit, Language language) {
  return wrapped(
      say(language,
          {"各方净现值的波动来自哪里（占方差的比例；{}）。单独：只有它变时；连同：加上它与别的因素共同的作用；"
           "低、高：它在最低、最高的一成时净现值的均值",
           "Where the spread of each NPV comes from (shares of its variance; {}). Alone: by itself. In all: "
           "with what it does together with others. Low, high: mean NPV while it is in its lowest or "
           "highest tenth"},
          unit.name()),
      page_width,
      0);
}

}  // namespace

std::string spreads_text(const run::Scenario& scenario, const Spreads& spreads, Language language) {
  const MoneyUnit unit = money_unit(scenario.currency, largest_amount(spreads), language);
  const auto tell = [language](Words words) {
    return std::string(words.in(language));
  };
  Table table({{tell({"不确定的数", "Uncertain number"}), Align::left},
               {tell({"单独", "Alone"}), Align::number},
               {tell({"± 误差", "± error"}), Align::left},
               {tell({"连同", "In all"}), Align::number},
               {tell({"± 误差", "± error"}), Align::left},
               {tell({"低", "Low"}), Align::number},
               {tell({"高", "High"}), Align::number}});
  for (const study::SpreadOf& one : spreads) {
    table.heading(say(language,
                      {"{} · {}：均值 {}，标准差 {}", "{} · {}: mean {}, standard deviation {}"},
                      scenario.schemes[one.scheme].name,
                      scenario.parties[one.party].name,
                      money(one.npv, unit),
                      money(one.sd, one.npv.error, unit)));
    for (const study::Influence& of : most_first(one.numbers)) {
      table.row(row(of, label_of(scenario, of.name, language), unit));
    }
    table.row({tell({"  各年的机遇（这些数都已知时仍有的）", "  the years' fortune (left if all were known)"}),
               part(one.fortune),
               part_error(one.fortune),
               "",
               "",
               "",
               ""});
  }
  return title(unit, language) + table.text();
}

}  // namespace shanhai::memo
