#include "app/progress.hpp"

#include <csignal>
#include <sstream>

#include <catch2/catch.hpp>

#include "app/interrupt.hpp"

namespace shanhai::app {

using std::chrono::seconds;

TEST_CASE("Progress tells the part done and the time left", "[app][progress]") {
  CHECK(progress_line(0.25, seconds(10), Language::en) == "[#######.......................]  25%  about 30 s left");
  CHECK(progress_line(0.25, seconds(10), Language::zh) == "[#######.......................]  25%  还需约 30 秒");
  CHECK(progress_line(0.5, seconds(600), Language::en) == "[###############...............]  50%  about 10 min left");
}

TEST_CASE("Progress guesses no time from next to nothing, and never claims more than all", "[app][progress]") {
  CHECK(progress_line(0.001, seconds(2), Language::en) == "[..............................]   0%");
  CHECK(progress_line(1.2, seconds(2), Language::en) == "[##############################] 100%  summing up");
}

TEST_CASE("Work that is done within a second shows no progress", "[app][progress]") {
  std::ostringstream terminal;
  run::Watch watch;
  watch.done = 3;
  watch.goal = 10;
  { const Progress progress(terminal, watch, Language::en); }
  CHECK(terminal.str().empty());
}

TEST_CASE("Work that lasts shows progress and erases it at the end", "[app][progress]") {
  std::ostringstream terminal;
  run::Watch watch;
  watch.done = 3;
  watch.goal = 10;
  {
    const Progress progress(terminal, watch, Language::en);
    std::this_thread::sleep_for(std::chrono::milliseconds(1500));
  }
  CHECK_THAT(terminal.str(), Catch::Matchers::Contains("  30%"));
  CHECK_THAT(terminal.str(), Catch::Matchers::EndsWith("\r\x1b[K"));
}

TEST_CASE("Ctrl-C and a request to terminate raise a flag while it is wanted", "[app][interrupt]") {
  const int signal = GENERATE(SIGINT, SIGTERM);
  std::atomic<bool> flag{false};

  struct sigaction before {};

  struct sigaction after {};

  ::sigaction(signal, nullptr, &before);
  {
    const Interrupt interrupt(flag);
    CHECK_FALSE(flag);
    REQUIRE(::raise(signal) == 0);
    CHECK(flag);
  }
  ::sigaction(signal, nullptr, &after);
  CHECK(after.sa_handler == before.sa_handler);
}

}  // namespace shanhai::app
