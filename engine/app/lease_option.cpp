#include "app/lease_option.hpp"

#include "core/say.hpp"

namespace shanhai::app {

Option lease_option() {
  return {"lease",
          "S",
          {"多进程时：一个进程 S 秒没有音讯，它的点就交给别的进程，默认 30",
           "with several ranks: one that is silent for S seconds loses its points to others; by default 30"}};
}

OrFault<std::chrono::seconds> lease_of(const Arguments& arguments) {
  constexpr std::uint64_t usual = 30;
  constexpr std::uint64_t most = 86'400;
  const OrFault<std::uint64_t> seconds = whole_number(arguments, "lease", usual);
  if (const auto* fault = std::get_if<Fault>(&seconds)) {
    return *fault;
  }
  const std::uint64_t many = std::get<std::uint64_t>(seconds);
  if (many == 0 || many > most) {
    return Fault{
        exit_code::user,
        say({"--lease：应为 1 至 {} 秒，写的是 {}", "--lease: expected 1 to {} seconds, found {}"}, most, many)};
  }
  return std::chrono::seconds(many);
}

}  // namespace shanhai::app
