#include "app/shard.hpp"

#include "core/say.hpp"
#include "core/width.hpp"
#include "input/number_text.hpp"

namespace shanhai::app {

Option shard_option() {
  return {"shard",
          "i/N",
          {"只做 N 份中的第 i 份（从 0 数起），各写各的库，再用 merge 合并",
           "only part i of N, counted from 0, into a store of its own; merge puts them together"}};
}

OrFault<Shard> shard_of(const Arguments& arguments) {
  const auto given = arguments.options.find("shard");
  if (given == arguments.options.end()) {
    return Shard{};
  }
  const std::string_view text = given->second;
  const std::size_t slash = std::min(text.find('/'), text.size());
  const auto index = input::to_integer(text.substr(0, slash)).value;
  const auto of = input::to_integer(text.substr(std::min(slash + 1, text.size()))).value;
  if (!index || !of || *index < 0 || *index >= *of) {
    return Fault{exit_code::user,
                 say({"--shard：应为 i/N，i 从 0 到 N-1，如 0/4，写的是 {}",
                      "--shard: expected i/N with i from 0 to N-1, such as 0/4, found {}"},
                     printable(text))};
  }
  return Shard{static_cast<std::uint64_t>(*index), static_cast<std::uint64_t>(*of)};
}

}  // namespace shanhai::app
