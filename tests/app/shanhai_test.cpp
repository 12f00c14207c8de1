#include "app/shanhai.hpp"

#include <array>
#include <csignal>
#include <fstream>
#include <sstream>
#include <vector>

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <nlohmann/json.hpp>

#include "app/descriptor.hpp"
#include "app/fault.hpp"
#include "app/temporary_folder.hpp"

namespace shanhai::app {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

using Words = std::vector<std::string>;

struct Ended {
  int code = 0;
  std::string out;
  std::string err;
};

Ended shanhai(const Words& words, Language language = Language::en) {
  std::ostringstream out;
  std::ostringstream err;
  const int code = shanhai_main(words, out, err, {language, false});
  return {code, out.str(), err.str()};
}

/// A command line that is refused: exactly this one line, nothing else.
void check_refused(const Words& words, const std::string& line, int code = exit_code::user) {
  const Ended ended = shanhai(words);
  CHECK(ended.err == "shanhai: " + line + '\n');
  CHECK(ended.code == code);
  CHECK(ended.out.empty());
}

std::string example(const std::string& name) {
  return SHANHAI_SOURCE_DIR "/scenarios/" + name;
}

const std::string minimal = example("minimal.yaml");

}  // namespace

TEST_CASE("Help is given in the language asked for", "[app][help]") {
  CHECK_THAT(shanhai({"--help"}).out, Contains("Usage: shanhai <command> ..."));
  CHECK_THAT(shanhai({"--help"}, Language::zh).out, Contains("用法：shanhai <命令> …"));
  CHECK_THAT(shanhai({"--lang", "zh", "--help"}).out, Contains("用法：shanhai <命令> …"));
  CHECK_THAT(shanhai({"--lang=en", "-h"}, Language::zh).out, Contains("Usage: "));
  CHECK(shanhai({"--help"}).code == exit_code::ok);
}

TEST_CASE("Each command has its own help", "[app][help]") {
  CHECK_THAT(shanhai({"run", "--help"}).out,
             StartsWith("compare the schemes of a scenario.\n\nUsage: shanhai run scenario.yaml"));
  CHECK_THAT(shanhai({"run", "--help"}).out, Contains("  --threads K   "));
  CHECK_THAT(shanhai({"check", "-h"}, Language::zh).out, Contains("用法：shanhai check scenario.yaml [选项]"));
  CHECK(shanhai({"run", "a.yaml", "--help"}).code == exit_code::ok);
}

TEST_CASE("The version is one line", "[app][help]") {
  CHECK_THAT(shanhai({"--version"}).out, Catch::Matchers::Matches("shanhai [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST_CASE("Nothing asked for is a fault that shows the help", "[app][help]") {
  CHECK(shanhai({}).code == exit_code::user);
  CHECK(shanhai({}).out.empty());
  CHECK(shanhai({}).err == shanhai({"--help"}).out);
}

TEST_CASE("Unknown names are told with the nearest known one", "[app][message]") {
  check_refused({"rnu"}, "there is no command rnu; did you mean 'run'?");
  check_refused({"run", minimal, "--pahts", "3"}, "there is no option --pahts; did you mean '--paths'?");
  check_refused({"run", minimal, "--thread=3"}, "there is no option --thread; did you mean '--threads'?");
  CHECK_THAT(shanhai({"rnu"}, Language::zh).err, Contains("没有命令 rnu；是不是 'run'？"));
}

TEST_CASE("Misused options are told one by one", "[app][message]") {
  check_refused({"run", minimal, "--paths"}, "option --paths needs a value");
  check_refused({"run", minimal, "--paths="}, "option --paths needs a value");
  check_refused({"run", minimal, "--paths", "--json"}, "option --paths needs a value");
  check_refused({"run", minimal, "--json=yes"}, "option --json takes no value");
  check_refused({"run", minimal, "--json", "--json"}, "option --json is given twice");
  check_refused({"run", minimal, "--level", "baselin"},
                "this machine has no instruction set baselin; did you mean 'baseline'?");
  check_refused({"run", minimal, "--lang", "fr"}, "--lang: expected zh or en, found fr");
  check_refused({"run", minimal, "--threads", "257"}, "threads: 257 is above the limit 256");
  check_refused({"run", minimal, "--seed", "x"}, "--seed: expected a whole number, found x");
}

TEST_CASE("A command takes one scenario", "[app][message]") {
  check_refused({"run"}, "scenario.yaml is missing; usage: shanhai run scenario.yaml");
  check_refused({"run", minimal, "b.yaml"}, "one word too many: b.yaml");
}

TEST_CASE("A missing scenario is the machine's fault", "[app][message]") {
  check_refused({"check", "/nowhere.yaml"}, "cannot read /nowhere.yaml: no such file or folder", exit_code::machine);
}

TEST_CASE("A bad scenario is told with its places, and nothing is run", "[app][message]") {
  const TemporaryFolder folder;
  const std::string file = folder.file("bad.yaml", "shanhai: 1\nhorizn: 3\n");
  const Ended ended = shanhai({"run", file});
  CHECK(ended.code == exit_code::user);
  CHECK(ended.out.empty());
  CHECK_THAT(ended.err, Contains(file + ":2:1: error: "));
}

TEST_CASE("Check sums a scenario up", "[app][check]") {
  const Ended ended = shanhai({"check", minimal}, Language::zh);
  CHECK(ended.code == exit_code::ok);
  CHECK_THAT(ended.out, Contains("  测算期      2023—2032 年（10 年）\n"));
  CHECK_THAT(ended.out, Contains("  各方        金安区、松江区\n"));
  CHECK_THAT(ended.out, Contains("  测算量      100,000 种未来：不到 1 秒"));
}

TEST_CASE("Check tells faults to machines as well", "[app][check]") {
  const TemporaryFolder folder;
  const Ended good = shanhai({"check", minimal, "--json"});
  CHECK(nlohmann::json::parse(good.out)["errors"].empty());
  const Ended bad = shanhai({"check", folder.file("bad.yaml", "shanhai: 1\nhorizn: 3\n"), "--json"});
  CHECK(bad.code == exit_code::user);
  CHECK(nlohmann::json::parse(bad.out)["errors"].size() > 1);
  CHECK(bad.err.empty());
}

TEST_CASE("Run compares the schemes of a scenario", "[app][run]") {
  const Ended ended = shanhai({"run", minimal, "--paths", "2000"}, Language::zh);
  CHECK(ended.code == exit_code::ok);
  CHECK(ended.err.empty());
  CHECK_THAT(ended.out, StartsWith("松江—金安六松园区\n2023—2032 年（10 年）；2,000 种未来，随机种子 1；"));
}

TEST_CASE("The JSON of a run does not depend on the threads", "[app][run]") {
  const Ended one = shanhai({"run", minimal, "--paths", "3000", "--threads", "1", "--json"});
  const Ended two = shanhai({"run", minimal, "--paths", "3000", "--threads", "2", "--json"});
  CHECK(one.code == exit_code::ok);
  CHECK(one.out == two.out);
  CHECK(nlohmann::json::parse(one.out)["plan"]["paths"] == 3000);
}

TEST_CASE("The JSON of a run does not depend on the instruction set", "[app][run]") {
  const Ended fastest = shanhai({"run", minimal, "--paths", "3000", "--json"});
  const Ended baseline = shanhai({"run", minimal, "--paths", "3000", "--json", "--level", "baseline"});
  CHECK(baseline.code == exit_code::ok);
  CHECK(baseline.out == fastest.out);
}

TEST_CASE("Run writes its files beside what it prints", "[app][run]") {
  const TemporaryFolder folder;
  const Ended ended = shanhai({"run", minimal, "--paths", "1000", "--json", "--out", folder.inside("result")});
  CHECK(ended.code == exit_code::ok);
  std::ifstream json(folder.inside("result/run.json"));
  CHECK(std::string(std::istreambuf_iterator<char>(json), {}) == ended.out);
  for (const char* name : {"outcomes.csv", "revenue.csv", "comparisons.csv"}) {
    CHECK(std::filesystem::file_size(folder.inside("result/") + name) > 100);
  }
}

TEST_CASE("A folder that cannot be made stops a run before it begins", "[app][run]") {
  const TemporaryFolder folder;
  const std::string plain = folder.file("plain", "");
  check_refused({"run", minimal, "--out", plain + "/x"},
                "cannot make the folder " + plain + "/x: a part of the path is not a folder",
                exit_code::machine);
}

TEST_CASE("Sizes beyond the limits are refused at once", "[app][run]") {
  const Ended ended = shanhai({"run", minimal, "--paths", "1000000000000"});
  CHECK(ended.code == exit_code::user);
  CHECK_THAT(ended.err, StartsWith("shanhai: paths: 1000000000000 is above the limit 100000000. It would take about "));
}

TEST_CASE("A number that overflows is told with its path, year and quantity", "[app][run]") {
  const TemporaryFolder folder;
  std::string text;
  {
    std::ifstream stream(minimal);
    text.assign(std::istreambuf_iterator<char>(stream), {});
  }
  const std::string years = "years: 10}";
  const std::string rate = "discount_rate: 6%";
  text.replace(text.find(years), years.size(), "years: 200}");
  text.replace(text.find(rate), rate.size(), "discount_rate: -99.9%");
  const Ended ended = shanhai({"run", folder.file("overflow.yaml", text), "--paths", "10"});
  CHECK(ended.code == exit_code::user);
  CHECK(ended.out.empty());
  CHECK_THAT(ended.err, StartsWith("shanhai: path 0, year "));
  CHECK_THAT(ended.err, Contains("the number became infinite or undefined"));
}

TEST_CASE("A full disk behind the output is the machine's fault", "[app][output]") {
  const Descriptor full(::open("/dev/full", O_WRONLY | O_CLOEXEC));
  DescriptorBuffer buffer(full.number());
  std::ostream out(&buffer);
  std::ostringstream err;
  out << std::string(200'000, 'x');
  CHECK(delivered(exit_code::ok, out, buffer, err, Language::en) == exit_code::machine);
  CHECK(err.str() == "shanhai: cannot write to stdout: the disk is full\n");
}

TEST_CASE("A reader that goes away ends the program quietly", "[app][output]") {
  std::array<int, 2> ends{};
  REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0);
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  { const Descriptor reader(ends[0]); }
  const Descriptor writer(ends[1]);
  DescriptorBuffer buffer(writer.number());
  std::ostream out(&buffer);
  std::ostringstream err;
  out << "x";
  CHECK(delivered(exit_code::ok, out, buffer, err, Language::en) == exit_code::machine);
  CHECK(err.str().empty());
  static_cast<void>(std::signal(SIGPIPE, before));
}

TEST_CASE("What is written to a descriptor arrives whole", "[app][output]") {
  const TemporaryFolder folder;
  const std::string text(200'001, 'x');
  {
    const Descriptor file(::open(folder.file("a", "").c_str(), O_WRONLY | O_CLOEXEC));
    DescriptorBuffer buffer(file.number());
    std::ostream out(&buffer);
    out << text.substr(0, 1) << text.substr(1);
    std::ostringstream err;
    CHECK(delivered(exit_code::interrupted, out, buffer, err, Language::en) == exit_code::interrupted);
  }
  CHECK(folder.content("a") == text);
}

}  // namespace shanhai::app
