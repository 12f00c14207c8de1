#include "paper/process.hpp"

#include <cerrno>
#include <csignal>
#include <thread>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace shanhai::paper {

namespace {

/// Where a new program reads and writes, and its group.
class Setting {
 public:
  explicit Setting(const std::string& log_file) {
    constexpr mode_t own = 0600;
    posix_spawn_file_actions_init(&files_);
    posix_spawn_file_actions_addopen(&files_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files_, STDOUT_FILENO, log_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, own);
    posix_spawn_file_actions_adddup2(&files_, STDOUT_FILENO, STDERR_FILENO);
    posix_spawnattr_init(&attributes_);
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setsigdefault(&attributes_, &all);
    posix_spawnattr_setpgroup(&attributes_, 0);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }

  Setting(const Setting&) = delete;
  Setting& operator=(const Setting&) = delete;
  Setting(Setting&&) = delete;
  Setting& operator=(Setting&&) = delete;

  ~Setting() {
    posix_spawn_file_actions_destroy(&files_);
    posix_spawnattr_destroy(&attributes_);
  }

  /// 0 or an errno.
  [[nodiscard]] int spawn(pid_t& process, const std::vector<std::string>& command) const {
    std::vector<std::string> copies = command;
    std::vector<char*> arguments;
    arguments.reserve(copies.size() + 1);
    for (std::string& argument : copies) {
      arguments.push_back(argument.data());
    }
    arguments.push_back(nullptr);
    return ::posix_spawn(&process, command.front().c_str(), &files_, &attributes_, arguments.data(), environ);
  }

 private:
  posix_spawn_file_actions_t files_{};
  posix_spawnattr_t attributes_{};
};

/// Whether it has ended; it keeps its number, so that its group can still be killed.
bool has_ended(pid_t process) {
  siginfo_t info{};
  const int failed = ::waitid(P_PID, static_cast<id_t>(process), &info, WEXITED | WNOHANG | WNOWAIT);
  return failed == 0 ? info.si_pid == process : errno != EINTR;
}

Ended::How wait_for(pid_t process, const Patience& patience) {
  constexpr std::chrono::milliseconds between_looks{20};
  const auto end = std::chrono::steady_clock::now() + patience.at_most;
  while (!has_ended(process)) {
    if (patience.given_up != nullptr && *patience.given_up) {
      return Ended::How::given_up;
    }
    if (std::chrono::steady_clock::now() >= end) {
      return Ended::How::too_late;
    }
    std::this_thread::sleep_for(between_looks);
  }
  return Ended::How::by_itself;
}

}  // namespace

Ended run_process(const std::vector<std::string>& command, const std::string& log_file, const Patience& patience) {
  pid_t process = 0;
  if (const int failed = Setting(log_file).spawn(process, command); failed != 0) {
    return {Ended::How::not_begun, failed};
  }
  const Ended::How how = wait_for(process, patience);
  ::kill(-process, SIGKILL);
  int status = 0;
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return {how, WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status)};
}

}  // namespace shanhai::paper
