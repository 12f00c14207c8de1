#pragma once

#include <span>
#include <string>

#include "app/command.hpp"

namespace shanhai::app {

/// What the program does, and its commands.
[[nodiscard]] std::string general_help(std::span<const Command> commands, Language language);

/// What one command does, and its options.
[[nodiscard]] std::string command_help(const Command& command, Language language);

}  // namespace shanhai::app
