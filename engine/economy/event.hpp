#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/field.hpp"
#include "core/number.hpp"
#include "core/reference.hpp"

namespace shanhai::economy {

/// Something that may happen to the park and then lasts for some years.
struct Event {
  static constexpr std::array<std::string_view, 2> choice{"probability", "in"};

  std::string id;
  Text name;
  std::optional<Levels> probability;
  std::optional<int> in;
  int years = 1;
  Number growth;
  Number arrivals{1};
  Number exits{1};
  Number margin;
  std::optional<std::vector<SectorRef>> sectors;

  static constexpr auto fields() {
    return std::tuple{
        optional("name", &Event::name, {"名称，默认为键名", "name, by default the key"}),
        optional("probability", &Event::probability, {"每年发生的概率", "probability of starting, by year"})
            .in(range::share),
        optional("in", &Event::in, {"发生的公历年份", "the calendar year in which it starts"}).in({1900, 2400}),
        required("years", &Event::years, {"持续年数", "how many years it lasts"}).in({1, 200}),
        optional("growth", &Event::growth, {"持续期间的增长变化", "growth while it lasts"}).in(range::rate),
        optional("arrivals", &Event::arrivals, {"落户乘数", "multiplies arrivals"}).in(range::multiple),
        optional("exits", &Event::exits, {"退出乘数", "multiplies exits"}).in(range::multiple),
        optional("margin", &Event::margin, {"利润率变化", "added to margins"}).in({-1, 1}),
        optional("sectors", &Event::sectors, {"影响的行业，默认全部", "the sectors it touches, by default all"}),
    };
  }

  [[nodiscard]] bool touches(std::size_t sector) const noexcept;
};

}  // namespace shanhai::economy
