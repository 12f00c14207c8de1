#include "app/results_command.hpp"

#include <algorithm>
#include <array>
#include <ostream>

#include "app/complain.hpp"
#include "app/fault_of.hpp"
#include "app/results_front.hpp"
#include "app/results_output.hpp"
#include "app/results_regret.hpp"
#include "app/results_sensitivity.hpp"
#include "core/say.hpp"
#include "memo/found.hpp"
#include "store/reader.hpp"

namespace shanhai::app {

namespace {

constexpr std::uint64_t shown_by_default = 20;
constexpr std::uint64_t shown_failures = 5;

/// The value of an option that was given, else nothing.
std::string given(const Arguments& arguments, std::string_view name) {
  const auto found = arguments.options.find(name);
  return found == arguments.options.end() ? "" : found->second;
}

OrFault<store::Query> query_of(const Arguments& arguments, bool all) {
  store::Query query;
  query.where = given(arguments, "where");
  query.best = given(arguments, "best");
  if (arguments.has("scheme")) {
    query.scheme = given(arguments, "scheme");
  }
  const OrFault<std::uint64_t> limit = whole_number(arguments, "limit", shown_by_default);
  if (const auto* fault = std::get_if<Fault>(&limit)) {
    return *fault;
  }
  if (!all || arguments.has("limit")) {
    query.limit = std::get<std::uint64_t>(limit);
  }
  return query;
}

void tell_counts(const store::Reader& reader, const std::string& file, const Console& console) {
  const store::Reader::Counts counts = reader.counts();
  console.out << say(console.language,
                     {"{}：{} 个点中已完成 {} 个，{} 个不成立\n", "{}: of {} points {} are done, {} failed\n"},
                     file,
                     reader.manifest().points,
                     counts.done,
                     counts.failed);
  for (const auto& [point, why] : reader.failures(shown_failures)) {
    console.out << say(console.language, {"  点 {} 不成立：{}\n", "  point {} failed: {}\n"}, point, why);
  }
}

/// What is asked for; with --pareto of it the front.
store::OrRefusal<store::Found> ask(const store::Reader& reader,
                                   const store::Query& query,
                                   const Arguments& arguments,
                                   std::optional<Front>& front) {
  if (!arguments.has("pareto")) {
    return reader.ask(query);
  }
  store::OrRefusal<Front> asked = front_of(reader, query, given(arguments, "pareto"));
  if (auto* refusal = std::get_if<store::Refusal>(&asked)) {
    return std::move(*refusal);
  }
  front = std::get<Front>(std::move(asked));
  return std::move(front->found);
}

/// Options that do not go together, if any are given.
std::optional<Fault> clash(const Arguments& arguments) {
  constexpr std::array regret_and{"sensitivity", "pareto", "scheme", "best", "limit", "csv", "xlsx", "json"};
  constexpr std::array sensitivity_and{"pareto", "best", "limit", "csv", "xlsx", "json"};
  const auto among = [&](std::string_view option, const auto& others) -> std::optional<Fault> {
    const auto other = std::ranges::find_if(others, [&](const char* name) { return arguments.has(name); });
    if (!arguments.has(option) || other == others.end()) {
      return std::nullopt;
    }
    return Fault{exit_code::user, say({"--{} 不能与 --{} 同用", "--{} does not go with --{}"}, option, *other)};
  };
  const std::optional<Fault> fault = among("regret", regret_and);
  return fault ? fault : among("sensitivity", sensitivity_and);
}

/// Prints the analysis that is asked for, and gives the exit code; nothing where none is.
std::optional<int> analyse(const store::Reader& reader,
                           const store::Query& query,
                           const Arguments& arguments,
                           const Console& console) {
  if (arguments.has("regret")) {
    return tell_regret(reader, given(arguments, "regret"), query.where, console);
  }
  if (arguments.has("sensitivity")) {
    return tell_sensitivity(reader, given(arguments, "sensitivity"), query.scheme, query.where, console);
  }
  return std::nullopt;
}

int run_results(const Arguments& arguments, const Console& console) {
  const std::string& file = arguments.operands.front();
  if (const std::optional<Fault> fault = clash(arguments)) {
    return complain(*fault, console);
  }
  const ResultsOutput output{given(arguments, "csv"), given(arguments, "xlsx"), arguments.has("json")};
  const OrFault<store::Query> query = query_of(arguments, output.any());
  if (const auto* fault = std::get_if<Fault>(&query)) {
    return complain(*fault, console);
  }
  const store::OrRefusal<store::Reader> opened = store::Reader::open(file);
  if (const auto* refusal = std::get_if<store::Refusal>(&opened)) {
    return complain(fault_of(*refusal), console);
  }
  const auto& reader = std::get<store::Reader>(opened);
  if (const std::optional<int> code = analyse(reader, std::get<store::Query>(query), arguments, console)) {
    return *code;
  }
  std::optional<Front> front;
  const store::OrRefusal<store::Found> found = ask(reader, std::get<store::Query>(query), arguments, front);
  if (const auto* refusal = std::get_if<store::Refusal>(&found)) {
    return complain(fault_of(*refusal), console);
  }
  const auto& rows = std::get<store::Found>(found);
  if (output.any()) {
    const std::optional<Fault> fault = write_output(output, reader, rows, console);
    return fault ? complain(*fault, console) : exit_code::ok;
  }
  tell_counts(reader, file, console);
  if (front) {
    tell_front(*front, console);
  }
  console.out << memo::found_text(rows);
  return exit_code::ok;
}

}  // namespace

Command results_command() {
  return {
      "results",
      "results.db",
      {"列出、筛选、排序一个结果库", "lists, filters and ranks what a sweep found"},
      {{"scheme", "ID", {"只看一个方案", "only one scheme"}},
       {"where", "SQL", {"条件，如 \"acceptance > 0.5\"", "a condition, such as \"acceptance > 0.5\""}},
       {"best",
        "SQL",
        {"按此从大到小，如 acceptance 或 npv_wuyi", "rank by it, the largest first, such as acceptance or npv_wuyi"}},
       {"pareto",
        "SQL, ...",
        {"只列帕累托前沿：没有别的行样样不差、至少一样更好；不写值则按各方净现值",
         "only the Pareto front: rows that no other one beats in some of these and equals in the rest; without a "
         "value, of "
         "the parties' NPVs"},
        "*"},
       {"regret",
        "SQL",
        {"每个方案的后悔值：比每点最好的方案少多少",
         "what each scheme is regretted for: how far behind each point's best"}},
       {"sensitivity",
        "SQL",
        {"什么影响这个结果最大：索博尔指数与龙卷风图", "what moves this outcome most: Sobol indices and a tornado"}},
       {"limit", "N", {"至多多少行，默认 20", "at most so many rows; by default 20"}},
       {"csv", "FILE|-", {"全部写成 CSV 文件，- 为直接输出", "all as a CSV file; - prints it"}},
       {"xlsx", "FILE", {"全部写成 Excel 工作簿", "all as a workbook for Excel"}},
       {"json", "", {"全部以 JSON 输出", "print all as JSON"}}},
      run_results};
}

}  // namespace shanhai::app
