#include "app/results_command.hpp"

#include <algorithm>
#include <ostream>

#include "app/complain.hpp"
#include "app/fault_of.hpp"
#include "app/results_output.hpp"
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

int run_results(const Arguments& arguments, const Console& console) {
  const std::string& file = arguments.operands.front();
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
  const store::OrRefusal<store::Found> found = reader.ask(std::get<store::Query>(query));
  if (const auto* refusal = std::get_if<store::Refusal>(&found)) {
    return complain(fault_of(*refusal), console);
  }
  const auto& rows = std::get<store::Found>(found);
  if (output.any()) {
    const std::optional<Fault> fault = write_output(output, reader, rows, console);
    return fault ? complain(*fault, console) : exit_code::ok;
  }
  tell_counts(reader, file, console);
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
       {"limit", "N", {"至多多少行，默认 20", "at most so many rows; by default 20"}},
       {"csv", "FILE|-", {"全部写成 CSV 文件，- 为直接输出", "all as a CSV file; - prints it"}},
       {"xlsx", "FILE", {"全部写成 Excel 工作簿", "all as a workbook for Excel"}},
       {"json", "", {"全部以 JSON 输出", "print all as JSON"}}},
      run_results};
}

}  // namespace shanhai::app
