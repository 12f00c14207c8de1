#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <new>
#include <span>
#include <string>
#include <system_error>
#include <vector>

#include <unistd.h>

#include "app/fault.hpp"
#include "app/language.hpp"
#include "app/shanhai.hpp"

namespace {

using shanhai::Language;

int out_of_memory(Language language) {
  std::cerr << (language == Language::zh ? "shanhai: 内存不足\n" : "shanhai: out of memory\n");
  return shanhai::app::exit_code::machine;
}

// Threads that cannot be had, for one.
int refused_by_system(const std::system_error& error, Language language) {
  std::cerr << (language == Language::zh ? "shanhai: 系统未能提供所需的资源："
                                         : "shanhai: the system did not grant what was needed: ")
            << error.what() << '\n';
  return shanhai::app::exit_code::machine;
}

int run(std::span<const std::string> words, Language language) {
  using namespace shanhai::app;
  DescriptorBuffer buffer(STDOUT_FILENO);
  std::ostream out(&buffer);
  const int code = shanhai_main(words, out, std::cerr, {language, ::isatty(STDERR_FILENO) == 1});
  return delivered(code, out, buffer, std::cerr, language_asked(words, language));
}

[[noreturn]] void our_bug(const char* what) {
  std::cerr << "shanhai: " << what << "\nThis is a bug in Shanhai, not in your scenario.\n" << std::flush;
  std::abort();
}

}  // namespace

int main(int count, char** words) {
  // A closed pipe then shows as a failed write, which is told apart from other faults.
  static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
  const Language language = shanhai::app::language_of_environment();
  try {
    const std::vector<std::string> given(words + (count > 0 ? 1 : 0), words + count);
    return run(given, language);
  } catch (const std::system_error& error) {
    return refused_by_system(error, language);
  } catch (const std::bad_alloc&) {
    return out_of_memory(language);
  } catch (const std::exception& error) {
    our_bug(error.what());
  }
}
