#include "app/results_output.hpp"

#include <ostream>

#include "app/output_file.hpp"
#include "app/system_error.hpp"
#include "core/say.hpp"
#include "memo/found.hpp"
#include "memo/found_json.hpp"
#include "workbook/found_xlsx.hpp"
#include "workbook/workbook.hpp"

namespace shanhai::app {

namespace {

OrFault<std::string> xlsx_of(const store::Reader& reader, const store::Found& found) {
  if (!workbook::fits_a_sheet(found)) {
    return Fault{
        exit_code::user,
        say({"{} 行 {} 列放不进一张 Excel 表；请用 --where 或 --limit 少取一些，或用 --csv",
             "{} rows of {} columns do not fit a sheet of Excel's; ask for fewer by --where or --limit, or take "
             "--csv"},
            found.rows.size(),
            found.columns.size())};
  }
  std::variant<std::string, int> book = workbook::found_xlsx(reader, found);
  if (const int* error = std::get_if<int>(&book)) {
    return machine_fault({"生成工作簿时无法使用临时文件夹", "cannot make the workbook in the temporary folder"},
                         workbook::Workbook::temporary_folder(),
                         *error);
  }
  return std::get<std::string>(std::move(book));
}

/// Writes a file, and tells of it where nothing else is printed.
std::optional<Fault> write_told(
    const std::string& file, const store::Found& found, std::string content, bool quiet, const Console& console) {
  std::optional<Fault> fault = write_file(file, std::move(content));
  if (!fault && !quiet) {
    console.out << say(console.language, {"{} 行写入 {}\n", "{} rows in {}\n"}, found.rows.size(), file);
  }
  return fault;
}

}  // namespace

std::optional<Fault> write_output(const ResultsOutput& asked,
                                  const store::Reader& reader,
                                  const store::Found& found,
                                  const Console& console) {
  const bool csv_printed = asked.csv == "-";
  const bool printed = csv_printed || asked.json;
  if (csv_printed && asked.json) {
    return Fault{exit_code::user, {"--json 与 --csv - 只能选一个", "--json and --csv - cannot both be printed"}};
  }
  if (!asked.xlsx.empty()) {
    OrFault<std::string> book = xlsx_of(reader, found);
    std::optional<Fault> fault =
        std::holds_alternative<Fault>(book)
            ? std::get<Fault>(book)
            : write_told(asked.xlsx, found, std::get<std::string>(std::move(book)), printed, console);
    if (fault) {
      return fault;
    }
  }
  if (!asked.csv.empty() && !csv_printed) {
    if (std::optional<Fault> fault = write_told(asked.csv, found, memo::found_csv(found), printed, console)) {
      return fault;
    }
  }
  if (printed) {
    console.out << (csv_printed ? memo::found_csv(found) : memo::written(memo::found_json(reader, found)));
  }
  return std::nullopt;
}

}  // namespace shanhai::app
