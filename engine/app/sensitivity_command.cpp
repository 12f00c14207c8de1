#include "app/sensitivity_command.hpp"

#include <algorithm>
#include <numeric>
#include <ostream>

#include "app/conduct.hpp"
#include "app/scheme_option.hpp"
#include "core/say.hpp"
#include "memo/spreads_json.hpp"
#include "memo/spreads_text.hpp"
#include "study/sensitivity.hpp"

namespace shanhai::app {

namespace {

constexpr std::uint64_t least_paths = 1000;  // of which indices can be estimated

int analyse(const run::Scenario& scenario, const Arguments& arguments, const Console& console) {
  std::vector<std::size_t> shown(scenario.schemes.size());
  std::iota(shown.begin(), shown.end(), std::size_t{0});
  if (arguments.has("scheme")) {
    const OrFault<std::size_t> scheme = scheme_asked(arguments, scenario);
    if (const auto* fault = std::get_if<Fault>(&scheme)) {
      return complain(*fault, console);
    }
    shown = {std::get<std::size_t>(scheme)};
  }
  if (scenario.uncertain.empty()) {
    return complain({exit_code::user,
                     {"方案中没有不确定的数（分布），无从分析；园区的随机因素之外，把拿不准的数写成分布，如 {uniform: "
                      "[4%, 8%]}，或用 sweep 逐一改动",
                      "no number of the scenario is uncertain, so there is nothing to tell apart; write a distribution "
                      "for a number that is not known, such as {uniform: [4%, 8%]}, or vary it with sweep"}},
                    console);
  }
  const OrFault<run::Plan> plan = plan_of(arguments, scenario);
  const auto found =
      conduct(scenario, plan, arguments, console, [&](study::Laboratory& laboratory) -> study::Tried<memo::Spreads> {
        if (laboratory.plan().paths < least_paths) {
          return study::Unusable{
              say({"--paths：分析敏感性至少要 {}", "--paths: sensitivity needs at least {}"}, least_paths)};
        }
        return study::sensitivity(laboratory, scenario);
      });
  if (const auto* code = std::get_if<int>(&found)) {
    return *code;
  }
  memo::Spreads spreads = std::get<memo::Spreads>(found);
  std::erase_if(spreads, [&](const study::SpreadOf& one) { return std::ranges::count(shown, one.scheme) == 0; });
  console.out << (arguments.has("json") ? memo::written(memo::to_json(scenario, std::get<run::Plan>(plan), spreads))
                                        : memo::spreads_text(scenario, spreads, console.language));
  return exit_code::ok;
}

int run_sensitivity(const Arguments& arguments, const Console& console) {
  return with_scenario(arguments, console, analyse);
}

}  // namespace

Command sensitivity_command() {
  std::vector<Option> options = study_options({{"scheme", "S", {"只看一个方案", "only one scheme"}}});
  options.push_back(json_option());
  return {"sensitivity",
          "scenario.yaml",
          {"各方净现值的波动来自哪些不确定的数", "which uncertain numbers the spread of each NPV comes from"},
          std::move(options),
          run_sensitivity};
}

}  // namespace shanhai::app
