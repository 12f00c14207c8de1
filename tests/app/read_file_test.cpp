#include "app/read_file.hpp"

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "app/temporary_folder.hpp"

namespace shanhai::app {

namespace {

Fault refused(const std::string& path) {
  const OrFault<std::string> text = read_file(path);
  REQUIRE(std::holds_alternative<Fault>(text));
  return std::get<Fault>(text);
}

}  // namespace

TEST_CASE("A file is read as it is", "[app][read_file]") {
  const TemporaryFolder folder;
  const std::string content = std::string("a\0b\r\n", 5) + std::string(200'000, 'x');
  CHECK(std::get<std::string>(read_file(folder.file("a.yaml", content))) == content);
  CHECK(std::get<std::string>(read_file(folder.file("empty.yaml", ""))).empty());
}

TEST_CASE("What is not a regular file is the machine's fault, and nothing waits for it", "[app][read_file]") {
  const TemporaryFolder folder;
  const std::string pipe = folder.inside("pipe");
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(refused(pipe).message.en == "cannot read " + pipe + ": it is not a regular file");
  CHECK(refused("/dev/zero").message.en == "cannot read /dev/zero: it is not a regular file");
  CHECK(refused(folder.path()).message.en == "cannot read " + folder.path() + ": it is a folder");
  CHECK(refused(folder.path()).code == exit_code::machine);
}

TEST_CASE("A missing file is the machine's fault", "[app][read_file]") {
  CHECK(refused("/nowhere/a.yaml").code == exit_code::machine);
  CHECK(refused("/nowhere/a.yaml").message.en == "cannot read /nowhere/a.yaml: no such file or folder");
  CHECK(refused("/nowhere/a.yaml").message.zh == "无法读取 /nowhere/a.yaml：没有这个文件或文件夹");
  CHECK(refused("").message.en == "cannot read '': no such file or folder");
}

TEST_CASE("A path cannot steer the terminal that shows it", "[app][read_file]") {
  CHECK(refused("/nowhere/\x1b[2J").message.en == "cannot read /nowhere/\uFFFD[2J: no such file or folder");
}

TEST_CASE("A file above the limit is the user's fault, before it is read", "[app][read_file]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("large.yaml", "");
  std::filesystem::resize_file(path, most_file_bytes + 1);
  CHECK(refused(path).code == exit_code::user);
  CHECK(refused(path).message.en == path + " is too large: the limit is " + std::to_string(most_file_bytes) + " bytes");
}

}  // namespace shanhai::app
