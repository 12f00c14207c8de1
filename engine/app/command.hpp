#pragma once

#include <iosfwd>
#include <span>
#include <string_view>
#include <vector>

#include "app/options.hpp"

namespace shanhai::app {

/// Where a command writes, and for whom.
struct Console {
  std::ostream& out;
  std::ostream& err;
  Language language = Language::en;
  bool watched = false;  ///< `err` is a terminal, so progress may be drawn there
};

/// One thing the program does.
struct Command {
  std::string_view name;
  std::string_view
      operand;  ///< such as a scenario; in brackets when it may be left out, with ... for many, empty for none
  Words summary;
  std::vector<Option> options;  ///< beside those that every command has

  /// Does it; gives the exit code.
  int (*run)(const Arguments& arguments, const Console& console);

  bool in_several_languages = false;  ///< `--lang` may name both, apart by a comma; the first is that of messages
};

/// All commands, in the order of the help.
[[nodiscard]] std::vector<Command> commands();

/// The options of a command with those that every command has.
[[nodiscard]] std::vector<Option> all_options(const Command& command);

}  // namespace shanhai::app
