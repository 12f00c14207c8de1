#include "app/facts_command.hpp"

#include <algorithm>
#include <ostream>
#include <sstream>

#include <fmt/ranges.h>

#include "app/complain.hpp"
#include "app/unknown_name.hpp"
#include "core/say.hpp"
#include "library/facts.hpp"
#include "memo/fact_json.hpp"
#include "memo/fact_text.hpp"
#include "memo/version.hpp"

namespace shanhai::app {

namespace {

using library::Fact;

/// The fact of that id alone, otherwise all in which the words stand.
std::vector<const Fact*> found_by(const std::string& search) {
  const Fact* const named = library::find_fact(search);
  std::istringstream words(search);
  return named != nullptr ? std::vector{named} : library::search_facts({std::istream_iterator<std::string>(words), {}});
}

Fault nothing_found(const std::string& search) {
  std::vector<std::string> ids;
  std::ranges::transform(library::facts(), std::back_inserter(ids), &Fact::id);
  return unknown_name({"事实库中没有 {}", "the fact base has nothing about {}"}, search, ids);
}

int run_facts(const Arguments& arguments, const Console& console) {
  const std::string search = fmt::format("{}", fmt::join(arguments.operands, " "));
  const std::vector<const Fact*> found = found_by(search);
  if (found.empty()) {
    return complain(nothing_found(search), console);
  }
  if (arguments.has("json")) {
    console.out << memo::written({{"shanhai", memo::version()}, {"facts", memo::fact_json(found)}});
    return exit_code::ok;
  }
  console.out << memo::fact_text(found, console.language)
              << say(console.language,
                     {"\n共 {} 条，事实库共 {} 条。\n", "\n{} of the {} facts of the fact base.\n"},
                     found.size(),
                     library::facts().size());
  return exit_code::ok;
}

}  // namespace

Command facts_command() {
  return {"facts",
          "[WORD ...]",
          {"事实库：有出处的数字；给出词语时，只列含有全部词语的条目",
           "the fact base: figures with their sources; of a search, those in which all its words stand"},
          {{"json", "", {"以 JSON 输出", "print JSON"}}},
          run_facts};
}

}  // namespace shanhai::app
