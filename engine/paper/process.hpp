#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace shanhai::paper {

/// How long another program may take, and a flag by which we give it up earlier; null for none.
struct Patience {
  std::chrono::milliseconds at_most = std::chrono::seconds(60);
  const std::atomic<bool>* given_up = nullptr;
};

/// How another program ended.
struct Ended {
  enum class How : std::uint8_t { by_itself, not_begun, too_late, given_up };

  How how = How::by_itself;
  int code = 0;  ///< its exit code, minus a signal that ended it, or the errno of one that did not begin
};

/// Runs a program to its end, without a shell, with nothing to read, and with what it says in a file. It has a group of
/// processes to itself, of which none is left: all are killed when it has ended, or has to.
/// @param command  the absolute path of the program, and its arguments
[[nodiscard]] Ended run_process(const std::vector<std::string>& command,
                                const std::string& log_file,
                                const Patience& patience);

}  // namespace shanhai::paper
