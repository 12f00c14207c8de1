#include "app/merge_command.hpp"

#include <ostream>

#include "app/complain.hpp"
#include "app/fault_of.hpp"
#include "core/say.hpp"
#include "store/store.hpp"

namespace shanhai::app {

namespace {

int run_merge(const Arguments& arguments, const Console& console) {
  const auto into = arguments.options.find("store");
  if (into == arguments.options.end()) {
    return complain({exit_code::user, {"缺少 --store FILE：合并到哪里", "--store FILE is missing: where to put them"}},
                    console);
  }
  if (const std::optional<store::Refusal> refusal = store::merge(arguments.operands, into->second)) {
    return complain(fault_of(*refusal), console);
  }
  console.out << say(console.language, {"已合并到 {}\n", "merged into {}\n"}, into->second);
  return exit_code::ok;
}

}  // namespace

Command merge_command() {
  return {"merge",
          "STORE ...",
          {"把分片做出的结果库合并成一个", "puts the stores of the shards of a sweep together"},
          {{"store", "FILE", {"合并成的新库", "the new store"}}},
          run_merge};
}

}  // namespace shanhai::app
