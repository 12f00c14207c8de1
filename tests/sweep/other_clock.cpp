// A clock that is wrong: put before the system's library by LD_PRELOAD, the time of day is off by SHANHAI_CLOCK
// seconds, such as -3600. Of several, with commas between, it jumps from one to the next every 20 ms. What counts the
// time since some start is as it was.

#include <cstdlib>
#include <ctime>
#include <vector>

#include <dlfcn.h>
#include <sys/time.h>

namespace {

int real_time(clockid_t clock, timespec* now) {
  static auto* const real = reinterpret_cast<decltype(&::clock_gettime)>(::dlsym(RTLD_NEXT, "clock_gettime"));
  return real(clock, now);
}

std::vector<time_t> jumps() {
  std::vector<time_t> found{0};
  const char* next = std::getenv("SHANHAI_CLOCK");
  for (char* end = nullptr; next != nullptr; next = *end == ',' ? end + 1 : nullptr) {
    found.push_back(std::strtol(next, &end, 10));
  }
  return found;
}

time_t off() {
  constexpr long period = 20'000'000;  // nanoseconds
  constexpr long second = 1'000'000'000;
  static const std::vector<time_t> all = jumps();
  timespec since{};
  real_time(CLOCK_MONOTONIC, &since);
  const auto turn = static_cast<std::size_t>((since.tv_sec * second + since.tv_nsec) / period);
  return all.size() == 1 ? 0 : all[1 + turn % (all.size() - 1)];
}

}  // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec* now) {
  const int failed = real_time(clock, now);
  if (failed == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
    now->tv_sec += off();
  }
  return failed;
}

time_t time(time_t* into) {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  if (into != nullptr) {
    *into = now.tv_sec;
  }
  return now.tv_sec;
}

int gettimeofday(timeval* now, void* /*zone*/) {
  timespec exact{};
  clock_gettime(CLOCK_REALTIME, &exact);
  *now = {exact.tv_sec, exact.tv_nsec / 1000};
  return 0;
}

}  // extern "C"
