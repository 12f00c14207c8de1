#include "app/language.hpp"

#include <cstdlib>
#include <vector>

#include <catch2/catch.hpp>

namespace shanhai::app {

namespace {

Language of_environment(const char* all, const char* messages, const char* lang) {
  ::setenv("LC_ALL", all, 1);
  ::setenv("LC_MESSAGES", messages, 1);
  ::setenv("LANG", lang, 1);
  const Language found = language_of_environment();
  ::unsetenv("LC_ALL");
  ::unsetenv("LC_MESSAGES");
  ::unsetenv("LANG");
  return found;
}

}  // namespace

TEST_CASE("A Chinese locale speaks Chinese, all others English", "[app][language]") {
  CHECK(language_of_locale("zh_CN.UTF-8") == Language::zh);
  CHECK(language_of_locale("zh") == Language::zh);
  CHECK(language_of_locale("zh-Hans") == Language::zh);
  CHECK(language_of_locale("en_US.UTF-8") == Language::en);
  CHECK(language_of_locale("C") == Language::en);
  CHECK(language_of_locale("zhx_CN") == Language::en);
}

TEST_CASE("The first locale of the environment that is set decides", "[app][language]") {
  CHECK(of_environment("", "", "zh_CN.UTF-8") == Language::zh);
  CHECK(of_environment("", "en_US.UTF-8", "zh_CN.UTF-8") == Language::en);
  CHECK(of_environment("zh_CN.UTF-8", "en_US.UTF-8", "C") == Language::zh);
  CHECK(of_environment("", "", "") == Language::en);
}

TEST_CASE("A command line can ask for a language anywhere", "[app][language]") {
  const std::vector<std::string> apart{"run", "--nosuch", "--lang", "zh"};
  const std::vector<std::string> joined{"--lang=zh", "run"};
  const std::vector<std::string> unknown{"run", "--lang", "fr"};
  const std::vector<std::string> unfinished{"run", "--lang"};
  CHECK(language_asked(apart, Language::en) == Language::zh);
  CHECK(language_asked(joined, Language::en) == Language::zh);
  CHECK(language_asked(unknown, Language::zh) == Language::zh);
  CHECK(language_asked(unfinished, Language::en) == Language::en);
}

}  // namespace shanhai::app
