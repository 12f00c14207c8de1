#include <catch2/catch.hpp>

#include "app/fault.hpp"
#include "app/shanhai_says.hpp"
#include "app/temporary_folder.hpp"
#include "library/agreements.hpp"

namespace shanhai::app {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

TEST_CASE("New alone lists the agreements", "[app][new]") {
  const Said said = shanhai_says({"new", "--lang", "zh"});
  for (const library::Agreement& agreement : library::agreements()) {
    CHECK_THAT(said.out,
               Contains("\n  " + std::string(agreement.id) + " ") && Contains(agreement.title.zh.substr(0, 30)));
  }
}

TEST_CASE("What new writes is a scenario that runs", "[app][new]") {
  const TemporaryFolder folder;
  for (const library::Agreement& agreement : library::agreements()) {
    CAPTURE(agreement.id);
    const std::string name = std::string(agreement.id) + ".yaml";
    CHECK(shanhai_says({"new", "--from", std::string(agreement.id), folder.inside("more/" + name)}).code ==
          exit_code::ok);
    CHECK_THAT(folder.content("more/" + name), StartsWith("# 以 ") && Contains(std::string(agreement.text)));
    const Said said = shanhai_says({"run", folder.inside("more/" + name), "--paths", "20"});
    CHECK(said.err.empty());
    CHECK(said.code == exit_code::ok);
  }
}

TEST_CASE("New never writes over a file", "[app][new][message]") {
  const TemporaryFolder folder;
  const std::string file = folder.file("mine.yaml", "mine");
  const Said said = shanhai_says({"new", "--from", "zibo-2022", file});
  CHECK(said.code == exit_code::user);
  CHECK_THAT(said.err, Contains("is there already; choose another name"));
  CHECK(folder.content("mine.yaml") == "mine");
}

TEST_CASE("New says what is missing, and the nearest agreement", "[app][new][message]") {
  const TemporaryFolder folder;
  const Said unknown = shanhai_says({"new", "--from", "zibo-202", folder.inside("a.yaml")});
  CHECK(unknown.code == exit_code::user);
  CHECK_THAT(unknown.err, Contains("there is no agreement zibo-202") && Contains("zibo-2022"));
  CHECK_THAT(shanhai_says({"new", "--from", "zibo-2022"}).err,
             Contains("usage: shanhai new --from AGREEMENT OUT.yaml"));
  CHECK(shanhai_says({"new", folder.inside("a.yaml")}).code == exit_code::user);
  CHECK(folder.names().empty());
}

}  // namespace
}  // namespace shanhai::app
