#pragma once

#include <csignal>
#include <exception>

#include <sys/wait.h>
#include <unistd.h>

namespace shanhai::store {

/// Another process, which does some work and ends without a word; killed if it lives longer than its parent's interest.
class Child {
 public:
  /// @param work  gives the exit code
  template <class Work>
  explicit Child(const Work& work) : id_(::fork()) {
    if (id_ == 0) {
      int code = failed;
      try {
        code = work();
      } catch (const std::exception&) {
        code = failed;
      }
      ::_exit(code);  // nothing of the parent's is tidied up
    }
  }

  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  Child(Child&&) = delete;
  Child& operator=(Child&&) = delete;

  ~Child() {
    if (id_ > 0) {
      kill();
    }
  }

  /// Its exit code; `failed` where it threw, -1 where a signal ended it.
  int wait() {
    int status = 0;
    ::waitpid(id_, &status, 0);
    id_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  void kill() {
    ::kill(id_, SIGKILL);
    wait();
  }

  static constexpr int failed = 99;

 private:
  pid_t id_;
};

}  // namespace shanhai::store
