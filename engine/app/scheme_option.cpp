#include "app/scheme_option.hpp"

#include <algorithm>

#include "app/unknown_name.hpp"
#include "core/say.hpp"

namespace shanhai::app {

Option scheme_option() {
  return {"scheme",
          "S",
          {"方案的键名；只有一个方案时可省略", "key of the scheme; may be left out where there is only one"}};
}

OrFault<std::size_t> scheme_asked(const Arguments& arguments, const run::Scenario& scenario) {
  std::vector<std::string> ids;
  std::ranges::transform(scenario.schemes, std::back_inserter(ids), &scheme::Scheme::id);
  const auto given = arguments.options.find("scheme");
  if (given == arguments.options.end() && ids.size() == 1) {
    return std::size_t{0};
  }
  if (given == arguments.options.end()) {
    return Fault{exit_code::user,
                 {fmt::format("请用 --scheme 指明方案：{}", fmt::join(ids, "、")),
                  fmt::format("say which scheme with --scheme: {}", fmt::join(ids, ", "))}};
  }
  const auto found = std::ranges::find(ids, given->second);
  if (found == ids.end()) {
    return unknown_name({"没有方案 {}", "there is no scheme {}"}, given->second, ids);
  }
  return static_cast<std::size_t>(found - ids.begin());
}

}  // namespace shanhai::app
