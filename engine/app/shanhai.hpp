#pragma once

#include <iosfwd>
#include <span>
#include <string>

#include "app/descriptor_stream.hpp"
#include "core/text.hpp"

namespace shanhai::app {

/// What the program finds around it.
struct Surroundings {
  Language language = Language::en;  ///< where the command line names none
  bool watched = false;              ///< whether `err` is a terminal
};

/// The program: does what the words of a command line (without the program's name) ask, and gives the exit code.
[[nodiscard]] int shanhai_main(std::span<const std::string> words,
                               std::ostream& out,
                               std::ostream& err,
                               const Surroundings& surroundings);

/// The exit code after all output of a command has been delivered: where that fails, the machine's fault.
[[nodiscard]] int delivered(
    int code, std::ostream& out, const DescriptorBuffer& buffer, std::ostream& err, Language language);

}  // namespace shanhai::app
