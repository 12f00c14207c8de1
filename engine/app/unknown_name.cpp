#include "app/unknown_name.hpp"

#include <string_view>
#include <vector>

#include "core/say.hpp"
#include "core/width.hpp"
#include "document/suggest.hpp"

namespace shanhai::app {

Fault unknown_name(Words form, const std::string& name, std::span<const std::string> known) {
  const std::vector<std::string_view> names(known.begin(), known.end());
  const Text fault = say(form, printable(name));
  const Text help = document::suggest(name, names);
  if (help.en.empty()) {
    return {exit_code::user, fault};
  }
  return {exit_code::user, say({"{}；{}", "{}; {}"}, fault, help)};
}

}  // namespace shanhai::app
