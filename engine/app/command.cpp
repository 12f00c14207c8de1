#include "app/command.hpp"

#include "app/check_command.hpp"
#include "app/explain_command.hpp"
#include "app/facts_command.hpp"
#include "app/memo_command.hpp"
#include "app/merge_command.hpp"
#include "app/new_command.hpp"
#include "app/results_command.hpp"
#include "app/run_command.hpp"
#include "app/schema_command.hpp"
#include "app/schemes_command.hpp"
#include "app/sensitivity_command.hpp"
#include "app/solve_command.hpp"
#include "app/sweep_command.hpp"
#include "app/zone_command.hpp"

namespace shanhai::app {

std::vector<Command> commands() {
  return {run_command(),
          check_command(),
          explain_command(),
          schemes_command(),
          schema_command(),
          facts_command(),
          new_command(),
          memo_command(),
          solve_command(),
          sensitivity_command(),
          zone_command(),
          sweep_command(),
          results_command(),
          merge_command()};
}

std::vector<Option> all_options(const Command& command) {
  std::vector<Option> options = command.options;
  options.push_back({"lang", "zh|en", {"语言，默认随系统", "language; by default the system's"}});
  options.push_back({"help", "", {"显示本帮助", "show this help"}});
  return options;
}

}  // namespace shanhai::app
