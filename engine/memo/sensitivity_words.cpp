#include "memo/sensitivity_words.hpp"

#include <algorithm>
#include <cmath>

#include "core/say.hpp"
#include "core/width.hpp"
#include "memo/figures.hpp"
#include "memo/outcome_figures.hpp"
#include "memo/table.hpp"
#include "memo/wrap.hpp"

namespace shanhai::memo {

namespace {

constexpr double percent = 100;

double in_percent(double share) {
  return std::clamp(share, 0.0, 1.0) * percent;
}

/// By a standard error, of which a 95% interval is about four wide.
int decimals_of(const analysis::Index& index) {
  constexpr double errors_wide = 4;
  constexpr int most = 1;
  return std::clamp(
      supported_decimals((index.interval95.high - index.interval95.low) / errors_wide * percent, most), 0, most);
}

bool is_nothing(const analysis::Index& index) {
  constexpr double least = 5e-4;
  return index.interval95.high < least;
}

std::string quoted(const AxisEffect& effect, Language language) {
  return say(language, {"“{}”", "\"{}\""}, printable(effect.name));
}

std::string names(const std::vector<const AxisEffect*>& effects, Language language) {
  std::vector<std::string> all;
  std::ranges::transform(
      effects, std::back_inserter(all), [&](const AxisEffect* one) { return quoted(*one, language); });
  return fmt::format("{}", fmt::join(all, say(language, {"、", ", "})));
}

/// By which index axes are compared.
const std::optional<analysis::Index>& leading(const AxisEffect& effect) {
  return effect.total ? effect.total : effect.first;
}

/// Axes with an index of which something holds.
template <class Holds>
std::vector<const AxisEffect*> those(const SensitivityPage& page, const Holds& holds) {
  std::vector<const AxisEffect*> all;
  for (const AxisEffect& effect : page.effects) {
    if (effect.first && holds(effect)) {
      all.push_back(&effect);
    }
  }
  return all;
}

std::string most(const SensitivityPage& page, Language language) {
  const AxisEffect& first = page.effects.front();
  const std::vector<const AxisEffect*> rivals = those(page, [&](const AxisEffect& one) {
    return &one != &first && leading(one)->interval95.high > leading(first)->interval95.low;
  });
  if (!rivals.empty()) {
    return say(language,
               {"{}影响最大，但与{}难分先后：区间重叠。",
                "{} moves it most, but is too close to {} to tell: their intervals overlap. "},
               quoted(first, language),
               names(rivals, language));
  }
  return say(language,
             {"{}影响最大：若能事先知道它，方差平均少 {}（95% 区间 {}）。",
              "{} moves it most: were it known, {} of the variance would go on average (95% interval {}). "},
             quoted(first, language),
             share(*first.first),
             share_interval(*first.first));
}

std::string hardly(const SensitivityPage& page, Language language) {
  constexpr double little = 0.05;
  const std::vector<const AxisEffect*> all =
      those(page, [](const AxisEffect& one) { return one.total && one.total->interval95.high < little; });
  return all.empty() ? ""
                     : say(language,
                           {"{}几乎不影响：连同与别的轴的共同作用，各不到 5%。",
                            "Hardly: {}, each below 5% with all that it does together with others. "},
                           names(all, language));
}

std::string together(const SensitivityPage& page, Language language) {
  const std::vector<const AxisEffect*> all = those(
      page, [](const AxisEffect& one) { return one.total && one.total->interval95.low > one.first->interval95.high; });
  return all.empty() ? ""
                     : say(language,
                           {"{}的影响明显随别的轴而变：不能只看单独一项。",
                            "What {} does depends clearly on other axes: do not read the single share alone. "},
                           names(all, language));
}

/// What the axis with the largest difference of its ends does.
std::string swing(const SensitivityPage& page, Language language) {
  const OutcomeFigures figures(page.outcome);
  const AxisEffect* widest = nullptr;
  for (const AxisEffect& one : page.effects) {
    if (one.effect &&
        (widest == nullptr || std::abs(one.effect->difference.value) > std::abs(widest->effect->difference.value))) {
      widest = &one;
    }
  }
  if (widest == nullptr) {
    return "";
  }
  const stats::Estimate& difference = widest->effect->difference;
  if (difference.value == 0) {
    return say(
        language,
        {"从各轴的低端到高端，都没有差别。", "From their low ends to their high ends axes make no difference. "});
  }
  constexpr double errors = 2;
  if (std::abs(difference.value) < errors * difference.error) {
    return say(language,
               {"从各轴的低端到高端，差别都在误差之内。",
                "From their low ends to their high ends axes make no difference beyond its error. "});
  }
  const stats::Estimate size{std::abs(difference.value), difference.error};
  const std::string error = figures.error(difference);
  return say(language,
             difference.value < 0 ? Words{"从{0}的低端到高端，平均减少 {1}{2}。",
                                          "From the low end of {0} to its high end it falls by {1}{2} on average. "}
                                  : Words{"从{0}的低端到高端，平均增加 {1}{2}。",
                                          "From the low end of {0} to its high end it rises by {1}{2} on average. "},
             quoted(*widest, language),
             figures.difference(size),
             error.empty() ? "" : ' ' + error);
}

}  // namespace

std::string share(const analysis::Index& index) {
  return is_nothing(index) ? "<0.1%" : figure(in_percent(index.value), decimals_of(index)) + '%';
}

std::string share_interval(const analysis::Index& index) {
  const int decimals = decimals_of(index);
  return is_nothing(index) ? ""
                           : fmt::format("{}–{}%",
                                         figure(in_percent(index.interval95.low), decimals),
                                         figure(in_percent(index.interval95.high), decimals));
}

std::string sensitivity_words(const SensitivityPage& page, Language language) {
  if (page.effects.empty()) {
    return "";
  }
  std::string text;
  if (leading(page.effects.front())) {
    text += most(page, language) + together(page, language) + hardly(page, language);
  }
  text += swing(page, language);
  text.erase(text.find_last_not_of(' ') + 1);
  return text.empty() ? "" : wrapped(text, page_width, 0);
}

}  // namespace shanhai::memo
