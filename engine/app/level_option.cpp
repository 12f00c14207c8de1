#include "app/level_option.hpp"

#include <algorithm>

#include "app/unknown_name.hpp"

namespace shanhai::app {

Option level_option() {
  return {
      "level",
      "SET",
      {"指令集，默认本机最快的；不影响结果", "instruction set; by default the fastest; results do not depend on it"}};
}

OrFault<levels::Level> level_of(const Arguments& arguments) {
  const std::vector<levels::Level> here = levels::levels_here();
  const auto given = arguments.options.find("level");
  if (given == arguments.options.end()) {
    return here.back();
  }
  const auto level = std::ranges::find(here, std::string_view(given->second), levels::name_of);
  if (level != here.end()) {
    return *level;
  }
  std::vector<std::string> names(here.size());
  std::ranges::transform(here, names.begin(), [](levels::Level one) { return std::string(levels::name_of(one)); });
  return unknown_name({"本机没有指令集 {}", "this machine has no instruction set {}"}, given->second, names);
}

}  // namespace shanhai::app
