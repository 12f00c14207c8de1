#include "app/progress.hpp"

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <mutex>

#include "core/say.hpp"

namespace shanhai::app {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::string_view erase_line = "\r\x1b[K";

std::string duration(double seconds, Language language) {
  constexpr double minute = 60;
  return seconds < 2 * minute ? say(language, {"约 {} 秒", "about {} s"}, std::lround(std::max(seconds, 1.0)))
                              : say(language, {"约 {} 分钟", "about {} min"}, std::lround(seconds / minute));
}

/// Waits; whether the work is still going on then.
bool wait(const std::stop_token& stop, std::chrono::milliseconds time) {
  std::mutex mutex;
  std::condition_variable_any over;
  std::unique_lock lock(mutex);
  over.wait_for(lock, stop, time, [&stop] { return stop.stop_requested(); });
  return !stop.stop_requested();
}

void draw(const std::stop_token& stop,
          std::ostream& terminal,
          const run::Watch& watch,
          Language language,
          std::optional<Words> unit) {
  constexpr std::chrono::milliseconds quiet{1000};
  constexpr std::chrono::milliseconds between{200};
  const Clock::time_point start = Clock::now();
  bool going = wait(stop, quiet);
  if (!going) {
    return;
  }
  while (going) {
    const double part = static_cast<double>(watch.done) / static_cast<double>(std::max<std::uint64_t>(watch.goal, 1));
    const Clock::duration since = Clock::now() - start;
    terminal << erase_line << progress_line(part, since, language);
    if (unit) {
      terminal << "  " << counted_line(watch.done, watch.goal, *unit, since, language);
    }
    terminal << std::flush;
    going = wait(stop, between);
  }
  terminal << erase_line << std::flush;
}

}  // namespace

std::string progress_line(double done, std::chrono::duration<double> since, Language language) {
  constexpr double percent = 100;
  constexpr std::size_t length = 30;
  constexpr double least_to_judge = 0.01;
  const double part = std::clamp(done, 0.0, 1.0);
  const auto filled = static_cast<std::size_t>(part * static_cast<double>(length));
  std::string line = fmt::format(
      "[{}{}] {:3.0f}%", std::string(filled, '#'), std::string(length - filled, '.'), std::floor(part * percent));
  if (part >= 1) {
    return line + say(language, {"  整理结果", "  summing up"});
  }
  if (part >= least_to_judge) {
    line += say(language, {"  还需{}", "  {} left"}, duration(since.count() * (1 - part) / part, language));
  }
  return line;
}

std::string counted_line(
    std::uint64_t done, std::uint64_t goal, Words unit, std::chrono::duration<double> since, Language language) {
  const double rate = since.count() > 0 ? static_cast<double>(done) / since.count() : 0;
  return say(language, {"{0}/{1} {2}，每秒 {3:.3g} {2}", "{0} of {1} {2}, {3:.3g} a second"}, done, goal, unit, rate);
}

Progress::Progress(std::ostream& terminal, const run::Watch& watch, Language language, std::optional<Words> unit)
    : drawing_([&terminal, &watch, language, unit](const std::stop_token& stop) {
        draw(stop, terminal, watch, language, unit);
      }) {}

}  // namespace shanhai::app
