#include "app/explain_command.hpp"

#include <optional>
#include <ostream>

#include "app/complain.hpp"
#include "app/plan_options.hpp"
#include "app/scheme_option.hpp"
#include "core/say.hpp"
#include "memo/explain_json.hpp"
#include "memo/explain_text.hpp"

namespace shanhai::app {

namespace {

/// A whole number from 0 to `most`.
OrFault<std::uint64_t> number_asked(const Arguments& arguments, std::string_view name, std::uint64_t most) {
  OrFault<std::uint64_t> number = whole_number(arguments, name, 0);
  const auto* value = std::get_if<std::uint64_t>(&number);
  if (value != nullptr && *value > most) {
    return Fault{exit_code::user,
                 say({"--{}：应为 0 至 {}，写的是 {}", "--{}: expected 0 to {}, found {}"},
                     name,
                     most,
                     arguments.options.find(name)->second)};
  }
  return number;
}

int tell(const memo::Future& future,
         const Arguments& arguments,
         std::optional<std::size_t> only,
         const Console& console) {
  if (const std::optional<int> year = future.overflow()) {
    return complain({exit_code::user,
                     say({"第 {} 年：数值溢出或无定义；方案文件中有过大的数字",
                          "year {}: a number became infinite or undefined; the scenario's numbers are too large "
                          "somewhere"},
                         *year)},
                    console);
  }
  console.out << (arguments.has("json") ? memo::written(memo::to_json(future, only))
                                        : memo::explained(future, only, console.language));
  return exit_code::ok;
}

int explain(const run::Scenario& scenario, const Arguments& arguments, const Console& console) {
  const auto scheme = scheme_asked(arguments, scenario);
  const auto path = number_asked(arguments, "path", most_paths - 1);
  const auto year = number_asked(arguments, "year", static_cast<std::uint64_t>(scenario.horizon.years));
  const auto plan = plan_of(arguments, scenario);
  if (const Fault* fault = first_fault(scheme, path, year, plan)) {
    return complain(*fault, console);
  }
  const memo::Future future(
      scenario, std::get<run::Plan>(plan), std::get<std::size_t>(scheme), std::get<std::uint64_t>(path));
  const auto only = arguments.has("year") ? std::optional<std::size_t>(std::get<std::uint64_t>(year)) : std::nullopt;
  return tell(future, arguments, only, console);
}

int run_explain(const Arguments& arguments, const Console& console) {
  return with_scenario(arguments, console, explain);
}

}  // namespace

Command explain_command() {
  return {"explain",
          "scenario.yaml",
          {"逐年逐条讲清一种未来里的算术", "the arithmetic of one future, clause by clause"},
          {scheme_option(),
           {"path", "K", {"第几号未来，从 0 起，默认 0", "which future, counted from 0; by default 0"}},
           {"year", "T", {"只讲这一年；0 为签约", "only this year; 0 is signing"}},
           {"seed", "N", {"随机种子，默认用方案文件的", "seed of the random numbers; by default the scenario's"}},
           {"twin", "", {"改讲无风险的一种未来", "the one future without risk instead"}},
           {"json", "", {"以 JSON 输出", "print JSON"}}},
          run_explain};
}

}  // namespace shanhai::app
