#include "app/help.hpp"

#include <catch2/catch.hpp>

#include "core/width.hpp"
#include "memo/table.hpp"

namespace shanhai::app {

TEST_CASE("A long help is broken beside the names, which stay whole", "[app][help]") {
  const Words doc{
      "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十",
      "one two three four five six seven eight nine ten one two three four five six seven eight nine ten"};
  const Command command{"act", "", {"", ""}, {{"an-option-with-a-name", "VALUE", doc}}, nullptr};
  for (const Language language : {Language::zh, Language::en}) {
    const std::string help = command_help(command, language);
    CHECK(help.find("  --an-option-with-a-name VALUE  ") != std::string::npos);
    std::size_t lines = 0;
    for (std::string_view rest = help; !rest.empty(); rest.remove_prefix(rest.find('\n') + 1)) {
      CHECK(display_width(rest.substr(0, rest.find('\n'))) <= memo::page_width);
      ++lines;
    }
    CHECK(lines > 6);
  }
}

}  // namespace shanhai::app
