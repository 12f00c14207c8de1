#include "app/new_command.hpp"

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "app/complain.hpp"
#include "app/output_file.hpp"
#include "app/unknown_name.hpp"
#include "core/say.hpp"
#include "library/agreements.hpp"
#include "memo/table.hpp"

namespace shanhai::app {

namespace {

using library::Agreement;

std::string listed(const std::vector<Agreement>& agreements, Language language) {
  constexpr std::size_t label_width = 40;
  std::string text = say(language,
                         {"可作起点的协议（shanhai new --from 协议 OUT.yaml）：\n",
                          "Agreements to start from (shanhai new --from AGREEMENT OUT.yaml):\n"});
  for (const Agreement& agreement : agreements) {
    text += memo::labelled("  " + std::string(agreement.id), agreement.title.in(language), label_width);
  }
  return text;
}

/// What stands above the agreement in the new file, in both languages, as in the files of the library.
std::string heading(const Agreement& agreement) {
  return fmt::format(
      "# 以 {0} 为起点。请改写标题、各方名称、收入预测（或园区）与费用，再改条款；改了数字，也改文末的出处。\n"
      "# Begun from {0}. Write your own title, parties, forecast (or park) and costs, then the terms; where you "
      "change\n"
      "# a number, change its source at the end too. `shanhai check` says what is wrong, `shanhai run` compares.\n\n",
      agreement.id);
}

OrFault<Agreement> agreement_named(const std::string& id, const std::vector<Agreement>& known) {
  const auto found = std::ranges::find(known, id, &Agreement::id);
  if (found != known.end()) {
    return *found;
  }
  std::vector<std::string> ids;
  std::ranges::transform(known, std::back_inserter(ids), [](const Agreement& one) { return std::string(one.id); });
  return unknown_name({"没有协议 {}", "there is no agreement {}"}, id, ids);
}

/// Writes the scenario; never over a file that is there.
std::optional<Fault> write_new(const Agreement& agreement, const std::string& file) {
  std::error_code ignored;
  if (std::filesystem::exists(file, ignored)) {
    return Fault{exit_code::user, say({"{} 已存在；请换一个文件名", "{} is there already; choose another name"}, file)};
  }
  return write_file(file, heading(agreement).append(agreement.text));
}

int run_new(const Arguments& arguments, const Console& console) {
  const std::vector<Agreement> known = library::agreements();
  const auto from = arguments.options.find("from");
  if (from == arguments.options.end() && arguments.operands.empty()) {
    console.out << listed(known, console.language);
    return exit_code::ok;
  }
  if (from == arguments.options.end() || arguments.operands.empty()) {
    return complain({exit_code::user,
                     say({"用法：shanhai new --from 协议 OUT.yaml；不带参数时列出全部协议",
                          "usage: shanhai new --from AGREEMENT OUT.yaml; alone it lists the agreements"})},
                    console);
  }
  const OrFault<Agreement> agreement = agreement_named(from->second, known);
  if (const auto* fault = std::get_if<Fault>(&agreement)) {
    return complain(*fault, console);
  }
  const std::string& file = arguments.operands.front();
  if (const std::optional<Fault> fault = write_new(std::get<Agreement>(agreement), file)) {
    return complain(*fault, console);
  }
  console.out << say(
      console.language, {"已写入 {0}。接下来：shanhai check {0}\n", "Wrote {0}. Next: shanhai check {0}\n"}, file);
  return exit_code::ok;
}

}  // namespace

Command new_command() {
  return {"new",
          "[OUT.yaml]",
          {"以一份已公布的协议为起点，写一个方案文件；不带参数时列出全部协议",
           "writes a scenario to start from, after a published agreement; alone it lists the agreements"},
          {{"from", "AGREEMENT", {"协议的编号", "the agreement's id"}}},
          run_new};
}

}  // namespace shanhai::app
