#include "paper/pdf.hpp"

#include <thread>

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "app/temporary_folder.hpp"
#include "paper/browser.hpp"

namespace shanhai::paper {
namespace {

using app::TemporaryFolder;
using Catch::Contains;

/// The state of a process as /proc has it; Z, of one that has ended, also where there is none.
std::string state_of(pid_t process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/stat");
  std::string number;
  std::string name;
  std::string letter = "Z";
  file >> number >> name >> letter;
  return letter;
}

/// A PATH of one folder while it lives.
class OnlyPath {
 public:
  explicit OnlyPath(const std::string& folder) : before_(std::getenv("PATH")) { ::setenv("PATH", folder.c_str(), 1); }

  OnlyPath(const OnlyPath&) = delete;
  OnlyPath& operator=(const OnlyPath&) = delete;
  OnlyPath(OnlyPath&&) = delete;
  OnlyPath& operator=(OnlyPath&&) = delete;

  ~OnlyPath() { ::setenv("PATH", before_.c_str(), 1); }

 private:
  std::string before_;
};

/// A machine whose browser is a script of ours; the script gets what a browser gets.
struct Machine {
  TemporaryFolder folder;
  std::string page = folder.file("a page.html", "<p>");
  std::string pdf = folder.inside("out.pdf");

  void browser(const std::string& script, const std::string& name = "chromium") const {
    const std::string file = folder.file(name, "#!/bin/sh\nPATH=/usr/bin:/bin\n" + script + "\n");
    ::chmod(file.c_str(), 0700);
  }

  [[nodiscard]] std::string print(const Patience& patience = {}) const {
    const OnlyPath path(folder.path());
    const std::optional<Text> reason = print_to_pdf(page, pdf, patience);
    return reason ? reason->en : "";
  }
};

constexpr const char* writes_pdf =
    "for word; do case $word in --print-to-pdf=*) printf '%%PDF-1.7' > \"${word#--print-to-pdf=}\";; esac; done";

TEST_CASE("Where there is no browser, the reason says what to do", "[paper][pdf]") {
  const Machine machine;
  CHECK_THAT(machine.print(), Contains("apt-get install chromium") && Contains("open the HTML file in a browser"));
  machine.browser(writes_pdf, "msedge");
  CHECK(find_browser("/nowhere::" + machine.folder.path()) == machine.folder.inside("msedge"));
  machine.browser(writes_pdf);
  CHECK(find_browser(machine.folder.path()) == machine.folder.inside("chromium"));
  const std::string relative = std::filesystem::relative(machine.folder.path()).string();
  CHECK(std::filesystem::exists(relative + "/chromium"));
  CHECK_FALSE(find_browser(relative + "::.").has_value());
}

TEST_CASE("A browser is asked without a shell, and leaves nothing but the file", "[paper][pdf]") {
  const Machine machine;
  machine.browser(std::string("printf '%s\\n' \"$@\" > \"$(dirname \"$0\")/asked\"\n") + writes_pdf);
  CHECK(machine.print().empty());
  CHECK(machine.folder.content("out.pdf") == "%PDF-1.7");
  const std::string asked = machine.folder.content("asked");
  CHECK_THAT(asked, Contains("--headless\n") && Contains("/a%20page.html\n") && Contains("--no-pdf-header-footer\n"));
  const std::size_t profile = asked.find("--user-data-dir=") + 16;
  CHECK_FALSE(std::filesystem::exists(asked.substr(profile, asked.find('\n', profile) - profile)));
  CHECK(file_address("/a/武 '#%\"?.html") == "file:///a/%E6%AD%A6%20%27%23%25%22%3F.html");
}

TEST_CASE("A browser that fails is quoted, and no PDF is left", "[paper][pdf]") {
  const Machine machine;
  machine.browser(std::string(writes_pdf) + "\necho out of luck >&2; exit 7");
  CHECK_THAT(machine.print(), Contains("exit code 7") && Contains("out of luck"));
  CHECK_FALSE(std::filesystem::exists(machine.pdf));
  static_cast<void>(machine.folder.file("out.pdf", "%PDF-1.7 of yesterday"));
  machine.browser("exit 0");
  CHECK_THAT(machine.print(), Contains("made no PDF"));
  CHECK_FALSE(std::filesystem::exists(machine.pdf));
}

TEST_CASE("A browser that hangs is stopped with all it began", "[paper][pdf]") {
  const Machine machine;
  machine.browser(R"(sleep 600 & echo $! > "$(dirname "$0")/helper"; sleep 600)");
  CHECK_THAT(machine.print({std::chrono::milliseconds(1500)}), Contains("in 1.5 s and was stopped"));
  const pid_t helper = std::stoi(machine.folder.content("helper"));
  // A killed process ends when it next runs: given time, it is gone or waits for somebody to notice that it is.
  std::string letter = state_of(helper);
  for (int tries = 0; letter != "Z" && tries < 500; ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    letter = state_of(helper);
  }
  CHECK(letter == "Z");
}

TEST_CASE("Printing is given up when its flag says so", "[paper][pdf]") {
  const Machine machine;
  machine.browser("sleep 600");
  const std::atomic<bool> given_up = true;
  CHECK_THAT(machine.print({std::chrono::seconds(60), &given_up}), Contains("interrupted"));
}

TEST_CASE("A page that is not there is not printed", "[paper][pdf]") {
  Machine machine;
  machine.browser(writes_pdf);
  machine.page = machine.folder.inside("none.html");
  CHECK_THAT(machine.print(), Contains("no such file"));
}

}  // namespace
}  // namespace shanhai::paper
