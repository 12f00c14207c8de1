#include "study/want.hpp"

#include <algorithm>

#include "core/say.hpp"
#include "core/trimmed.hpp"
#include "core/width.hpp"
#include "document/suggest.hpp"
#include "input/number_text.hpp"

namespace shanhai::study {
namespace {

/// The fault of a name that is no figure's.
Text unknown(std::string_view name, const std::vector<Figure>& figures) {
  std::vector<std::string_view> known(figures.size());
  std::ranges::transform(figures, known.begin(), &Figure::name);
  const Text fault = say({"--want：没有指标 {}", "--want: there is no figure {}"}, printable(name));
  const Text help = document::suggest(name, known);
  return help.en.empty() ? fault : say({"{}；{}", "{}; {}"}, fault, help);
}

}  // namespace

std::variant<Want, Text> read_want(std::string_view text, const run::Scenario& scenario) {
  const std::size_t sign = text.find_first_of("<>=");
  const std::size_t equals = text.find('=');
  const bool is_relation = equals != std::string_view::npos && (equals == sign || equals == sign + 1);
  const auto value = is_relation ? input::to_number(trimmed(text.substr(equals + 1))).value : std::nullopt;
  if (!value) {
    return say({"--want：应为 指标 <= 数（或 >=、=），如 p_below_wuyi <= 10%，写的是 {}",
                "--want: expected FIGURE <= NUMBER (or >=, =), such as p_below_wuyi <= 10%, found {}"},
               printable(text));
  }
  std::vector<Figure> figures = figures_of(scenario);
  const std::string_view name = trimmed(text.substr(0, sign));
  const auto found = std::ranges::find(figures, name, &Figure::name);
  if (found == figures.end()) {
    return unknown(name, figures);
  }
  const auto relation = text[sign] == '<'   ? Want::Relation::at_most
                        : text[sign] == '>' ? Want::Relation::at_least
                                            : Want::Relation::equal;
  return Want{std::move(*found), relation, *value};
}

}  // namespace shanhai::study
