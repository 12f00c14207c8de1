#include "memo/regret_table.hpp"

#include <algorithm>

#include "core/say.hpp"
#include "core/width.hpp"
#include "memo/figures.hpp"
#include "memo/outcome_figures.hpp"
#include "memo/table.hpp"
#include "memo/wrap.hpp"

namespace shanhai::memo {

namespace {

double share_best(const RegretPage& page, std::size_t scheme) {
  return static_cast<double>(page.regrets[scheme].times_best) / static_cast<double>(page.points);
}

std::string explained(const RegretPage& page, Language language) {
  std::string text = say(language,
                         {"{} 的后悔值，比较 {} 个点：一点上最好的方案比本方案多多少",
                          "Regret of {} over {} points: what the best scheme of a point has more than this one"},
                         printable(page.outcome),
                         page.points);
  if (page.left_out > 0) {
    text += say(language,
                {"；{} 个点不是每个方案都有结果，未计", "; {} points left out, where a scheme has no such outcome"},
                page.left_out);
  }
  text += say(language, {"。", ". "}) + page.money;
  text.erase(text.find_last_not_of(' ') + 1);
  return wrapped(text, page_width, 0);
}

std::string table(const RegretPage& page, Language language) {
  const OutcomeFigures figures(page.outcome);
  Table table({{say(language, {"方案", "Scheme"}), Align::left},
               {say(language, {"平均", "Mean"}), Align::number},
               {page.is_sampled ? say(language, {"± 误差", "± error"}) : "", Align::left},
               {say(language, {"最大", "Largest"}), Align::number},
               {say(language, {"最大时的点", "At point"}), Align::right},
               {say(language, {"占优的点", "Best at"}), Align::number}});
  for (std::size_t s = 0; s < page.schemes.size(); ++s) {
    const analysis::Regret& regret = page.regrets[s];
    const stats::Estimate mean{regret.mean.value, page.is_sampled ? regret.mean.error : 0};
    table.row({page.schemes[s].in(language),
               figures.difference(mean),
               figures.error(mean),
               figures.difference({regret.largest, 0}),
               regret.largest > 0 ? fmt::format("{}", page.worst_point[s]) : "-",
               percentage({share_best(page, s), 0})});
  }
  return table.text();
}

/// The points of the table, each once.
std::string places(const RegretPage& page, Language language) {
  constexpr std::size_t hanging = 4;
  std::string text;
  std::vector<std::uint64_t> told;
  for (std::size_t s = 0; s < page.schemes.size(); ++s) {
    const std::uint64_t point = page.worst_point[s];
    if (page.regrets[s].largest > 0 && std::ranges::find(told, point) == told.end()) {
      told.push_back(point);
      text += wrapped(say(language, {"  点 {}：{}", "  point {}: {}"}, point, printable(page.worst_values[s])),
                      page_width,
                      hanging);
    }
  }
  return text;
}

std::string advice(const RegretPage& page, Language language) {
  const auto by = [&](const auto& measure) {
    return static_cast<std::size_t>(std::ranges::min_element(page.regrets, {}, measure) - page.regrets.begin());
  };
  const std::size_t at_worst = by(&analysis::Regret::largest);
  const std::size_t on_average = by([](const analysis::Regret& regret) { return regret.mean.value; });
  const Text& name = page.schemes[at_worst];
  if (at_worst == on_average) {
    return wrapped(say(language,
                       {"选“{}”最不容易后悔：最坏时少得最少（Savage 准则），平均也最少。",
                        R"("{}" is regretted least: at its worst (Savage's rule) and on average.)"},
                       name),
                   page_width,
                   0);
  }
  return wrapped(say(language,
                     {"最坏时后悔最少的是“{}”（Savage 准则），平均后悔最少的是“{}”。",
                      R"("{}" is regretted least at its worst (Savage's rule), "{}" on average.)"},
                     name,
                     page.schemes[on_average]),
                 page_width,
                 0);
}

}  // namespace

std::string regret_text(const RegretPage& page, Language language) {
  std::string text = explained(page, language) + table(page, language) + places(page, language);
  return page.schemes.size() > 1 ? text + advice(page, language) : text;
}

}  // namespace shanhai::memo
