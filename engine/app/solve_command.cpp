#include "app/solve_command.hpp"

#include <ostream>

#include "app/conduct.hpp"
#include "app/scheme_option.hpp"
#include "core/say.hpp"
#include "memo/solved_json.hpp"
#include "memo/solved_text.hpp"
#include "study/solve.hpp"
#include "study/vary.hpp"

namespace shanhai::app {

namespace {

/// What is asked, read from the options.
struct Question {
  study::Vary vary;
  study::Want want;
  std::size_t scheme = 0;
};

Fault missing(std::string_view option, Words what) {
  return {exit_code::user, say({"缺少 --{}：{}", "--{} is missing: {}"}, option, what)};
}

/// The scheme asked for; where none is, the one that the key which varies belongs to.
OrFault<std::size_t> scheme_of(const Arguments& arguments, const run::Scenario& scenario, const std::string& key) {
  for (std::size_t scheme = 0; !arguments.has("scheme") && scheme < scenario.schemes.size(); ++scheme) {
    if (key.starts_with(fmt::format("schemes.{}.", scenario.schemes[scheme].id))) {
      return scheme;
    }
  }
  return scheme_asked(arguments, scenario);
}

OrFault<Question> question_of(const Arguments& arguments, const run::Scenario& scenario, const document::Node& base) {
  const auto vary = arguments.options.find("vary");
  if (vary == arguments.options.end()) {
    return missing("vary",
                   {"改动什么，如 \"schemes.equal.shares.wuyi = 30%..70%\"",
                    "what varies, such as \"schemes.equal.shares.wuyi = 30%..70%\""});
  }
  const auto want = arguments.options.find("want");
  if (want == arguments.options.end()) {
    return missing("want", {"要达到什么，如 \"p_below_wuyi <= 10%\"", "the wish, such as \"p_below_wuyi <= 10%\""});
  }
  auto varied = study::read_vary(vary->second, base);
  if (auto* fault = std::get_if<Text>(&varied)) {
    return Fault{exit_code::user, std::move(*fault)};
  }
  auto wanted = study::read_want(want->second, scenario);
  if (auto* fault = std::get_if<Text>(&wanted)) {
    return Fault{exit_code::user, std::move(*fault)};
  }
  auto& of = std::get<study::Vary>(varied);
  const OrFault<std::size_t> scheme = scheme_of(arguments, scenario, of.keys().front().path);
  if (const auto* fault = std::get_if<Fault>(&scheme)) {
    return *fault;
  }
  return Question{std::move(of), std::get<study::Want>(std::move(wanted)), std::get<std::size_t>(scheme)};
}

int solve(const run::Scenario& scenario,
          const document::Node& base,
          const Arguments& arguments,
          const Console& console) {
  const OrFault<Question> asked = question_of(arguments, scenario, base);
  if (const auto* fault = std::get_if<Fault>(&asked)) {
    return complain(*fault, console);
  }
  const auto& question = std::get<Question>(asked);
  const OrFault<run::Plan> plan = plan_of(arguments, scenario);
  const auto found = conduct(scenario, plan, arguments, console, [&](study::Laboratory& laboratory) {
    return study::solve(laboratory, question.vary.sweep, base, question.scheme, question.want);
  });
  if (const auto* code = std::get_if<int>(&found)) {
    return *code;
  }
  const memo::SolvedPage page{scenario,
                              std::get<run::Plan>(plan),
                              question.vary,
                              question.want,
                              question.scheme,
                              std::get<study::Solved>(found)};
  console.out << (arguments.has("json") ? memo::written(memo::to_json(page))
                                        : memo::solved_text(page, console.language));
  return exit_code::ok;
}

int run_solve(const Arguments& arguments, const Console& console) {
  const auto loaded = load_written(arguments.operands.front());
  if (const std::optional<int> code = complaint(loaded, console)) {
    return *code;
  }
  const auto& written = std::get<WrittenScenario>(loaded);
  return solve(written.scenario, written.root, arguments, console);
}

}  // namespace

Command solve_command() {
  std::vector<Option> options = study_options(
      {{"vary",
        "KEY=A..B",
        {R"(改动哪个键、从多少到多少，如 "schemes.equal.shares.wuyi = 30%..70%"；几个键一起动用逗号隔开)",
         "which key, from what to what, such as \"schemes.equal.shares.wuyi = 30%..70%\"; keys that move together "
         "stand apart by commas"}},
       {"want",
        "WISH",
        {R"(要达到什么，如 "p_below_wuyi <= 10%" 或 "npv_wuyi = 0"；指标名同 results 的列)",
         R"(the wish, such as "p_below_wuyi <= 10%" or "npv_wuyi = 0"; figures are named as the columns of results)"}},
       scheme_option()});
  options.push_back(json_option());
  return {"solve",
          "scenario.yaml",
          {"求条款取多少才能达到所要的结果", "finds the value of a term that reaches a wanted outcome"},
          std::move(options),
          run_solve};
}

}  // namespace shanhai::app
