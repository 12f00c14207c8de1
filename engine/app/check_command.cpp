#include "app/check_command.hpp"

#include <ostream>

#include "app/complain.hpp"
#include "app/load.hpp"
#include "app/plan_options.hpp"
#include "core/say.hpp"
#include "memo/figures.hpp"
#include "memo/json.hpp"
#include "memo/table.hpp"
#include "memo/version.hpp"
#include "memo/wrap.hpp"

namespace shanhai::app {

namespace {

template <class List, class Name>
std::string joined(const List& list, Language language, Name&& name_of) {
  std::vector<std::string> names;
  names.reserve(list.size());
  for (const auto& one : list) {
    names.push_back(name_of(one).in(language));
  }
  return fmt::format("{}", fmt::join(names, say(language, {"、", ", "})));
}

template <class List>
std::string names_of(const List& list, Language language) {
  return joined(list, language, [](const auto& one) -> const Text& { return one.name; });
}

std::string revenue_in_words(const run::Scenario& scenario, Language language) {
  const std::size_t streams = scenario.streams().size();
  if (const auto* park = std::get_if<economy::Park>(&scenario.revenue)) {
    return say(language,
               {"园区：{} 个行业（{}），{} 种税费", "a park: {} sectors ({}), {} taxes and other incomes"},
               park->sectors.size(),
               names_of(park->sectors, language),
               streams);
  }
  return say(language, {"预测表：{} 种收入", "a forecast table: {} streams"}, streams);
}

std::string cost_line(const run::Scenario& scenario, const run::Plan& plan, Language language) {
  return say(language,
             {"{} 种未来：{}", "{} futures: {}"},
             memo::figure(static_cast<double>(plan.paths), 0),
             cost_in_words(run::cost_of(scenario, plan), plan));
}

std::string assumptions_in_words(const run::Scenario& scenario, Language language) {
  if (scenario.assumptions.empty()) {
    return say(language, {"每个数字都注明了出处。\n", "Every number has a source.\n"});
  }
  std::string text =
      say(language,
          {"没有出处、属于假设的数字（{} 个）：\n", "Numbers without a source, which are assumptions ({}):\n"},
          scenario.assumptions.size());
  for (const std::string& path : scenario.assumptions) {
    text += "  " + path + '\n';
  }
  return text;
}

std::string summary(const run::Scenario& scenario, const run::Plan& plan, Language language) {
  constexpr std::size_t begin = 14;
  const run::Horizon& horizon = scenario.horizon;
  const std::vector<std::pair<Words, std::string>> lines{{{"测算期", "horizon"},
                                                          say(language,
                                                              {"{}—{} 年（{} 年）", "{}-{} ({} years)"},
                                                              horizon.start,
                                                              horizon.start + horizon.years - 1,
                                                              horizon.years)},
                                                         {{"各方", "parties"}, names_of(scenario.parties, language)},
                                                         {{"收入", "revenue"}, revenue_in_words(scenario, language)},
                                                         {{"方案", "schemes"}, names_of(scenario.schemes, language)},
                                                         {{"测算量", "run"}, cost_line(scenario, plan, language)},
                                                         {{"内容指纹", "content"}, scenario.hash}};
  std::string text = memo::wrapped(scenario.title.in(language), memo::page_width, 0);
  for (const auto& [label, content] : lines) {
    text += memo::labelled(fmt::format("  {}", label.in(language)), content, begin);
  }
  return text + assumptions_in_words(scenario, language);
}

memo::Json summary_json(const run::Scenario& scenario, const run::Plan& plan) {
  const run::Cost cost = run::cost_of(scenario, plan);
  return {{"shanhai", memo::version()},
          {"scenario", memo::to_json(scenario)},
          {"cost",
           {{"paths", plan.paths},
            {"threads", plan.threads},
            {"path_years", cost.path_years},
            {"bytes", cost.bytes},
            {"seconds", cost.seconds}}},
          {"errors", memo::Json::array()},
          {"assumptions", scenario.assumptions}};
}

memo::Json errors_json(const BadScenario& bad) {
  memo::Json errors = memo::Json::array();
  for (const Diagnostic& one : bad.diagnostics) {
    errors.push_back({{"line", one.place.line},
                      {"column", one.place.column},
                      {"path", one.path},
                      {"message", memo::to_json(one.message)},
                      {"help", memo::to_json(one.help)}});
  }
  return {{"shanhai", memo::version()}, {"errors", std::move(errors)}};
}

int tell_faults(const BadScenario& bad, bool json, const Console& console) {
  if (!json) {
    return complain(bad, console);
  }
  console.out << memo::written(errors_json(bad));
  return exit_code::user;
}

int run_check(const Arguments& arguments, const Console& console) {
  const bool json = arguments.has("json");
  const Loaded loaded = load_scenario(arguments.operands.front());
  if (const auto* fault = std::get_if<Fault>(&loaded)) {
    return complain(*fault, console);
  }
  if (const auto* bad = std::get_if<BadScenario>(&loaded)) {
    return tell_faults(*bad, json, console);
  }
  const auto& scenario = std::get<run::Scenario>(loaded);
  const OrFault<run::Plan> plan = plan_of({}, scenario);
  if (const auto* fault = std::get_if<Fault>(&plan)) {
    return complain(*fault, console);
  }
  const auto& ordinary = std::get<run::Plan>(plan);
  console.out << (json ? memo::written(summary_json(scenario, ordinary))
                       : summary(scenario, ordinary, console.language));
  return exit_code::ok;
}

}  // namespace

Command check_command() {
  return {
      "check",
      "scenario.yaml",
      {"只检查方案文件：错误、测算量、没有出处的数字", "only judge a scenario: errors, cost, numbers without a source"},
      {{"json", "", {"以 JSON 输出", "print JSON"}}},
      run_check};
}

}  // namespace shanhai::app
