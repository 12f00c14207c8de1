#include "app/help.hpp"

#include <algorithm>

#include "core/say.hpp"
#include "core/width.hpp"
#include "memo/table.hpp"

namespace shanhai::app {

namespace {

constexpr Words purpose{"山海：比较地方政府分享共建园区利益的各种办法。",
                        "Shanhai compares ways for local governments to share the benefits of a jointly built park."};

struct Entry {
  std::string name;
  std::string doc;
};

/// A line for each, its text broken beside the names where it is long.
std::string listed(const std::vector<Entry>& entries) {
  constexpr std::size_t margin = 2;
  std::size_t widest = 0;
  for (const Entry& entry : entries) {
    widest = std::max(widest, display_width(entry.name));
  }
  std::string text;
  for (const auto& [name, doc] : entries) {
    text += memo::labelled(std::string(margin, ' ') + name, doc, margin + widest + margin);
  }
  return text;
}

std::string spelled(const Option& option) {
  if (option.value.empty()) {
    return fmt::format("--{}", option.name);
  }
  return fmt::format(fmt::runtime(option.otherwise.empty() ? "--{} {}" : "--{} [{}]"), option.name, option.value);
}

}  // namespace

std::string general_help(std::span<const Command> commands, Language language) {
  std::vector<Entry> rows;
  for (const Command& command : commands) {
    rows.push_back({std::string(command.name), std::string(command.summary.in(language))});
  }
  const std::vector<Entry> options{
      {"--help", say(language, {"显示本帮助", "show this help"})},
      {"--version", say(language, {"显示版本", "show the version"})},
      {"--lang zh|en", say(language, {"语言，默认随系统", "language; by default the system's"})}};
  return say(language,
             {"{}\n\n用法：shanhai <命令> …\n\n命令：\n{}\n选项：\n{}\n"
              "各命令的说明：shanhai <命令> --help\n",
              "{}\n\nUsage: shanhai <command> ...\n\nCommands:\n{}\nOptions:\n{}\n"
              "More on a command: shanhai <command> --help\n"},
             purpose,
             listed(rows),
             listed(options));
}

std::string command_help(const Command& command, Language language) {
  std::vector<Entry> rows;
  for (const Option& option : all_options(command)) {
    rows.push_back({spelled(option), std::string(option.doc.in(language))});
  }
  const std::string operand = command.operand.empty() ? "" : fmt::format(" {}", command.operand);
  return say(
      language,
      {"{}。\n\n用法：shanhai {}{} [选项]\n\n选项：\n{}", "{}.\n\nUsage: shanhai {}{} [options]\n\nOptions:\n{}"},
      command.summary,
      command.name,
      operand,
      listed(rows));
}

}  // namespace shanhai::app
