#include "app/output_file.hpp"

#include <csignal>

#include <catch2/catch.hpp>
#include <sys/resource.h>

#include "app/temporary_folder.hpp"

namespace shanhai::app {

namespace {

using Names = std::set<std::string>;

/// While it lives no file can grow beyond a size: what a full disk does, on any machine.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit lower{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &lower);
  }

  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  FileSizeLimit(FileSizeLimit&&) = delete;
  FileSizeLimit& operator=(FileSizeLimit&&) = delete;

  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    static_cast<void>(std::signal(SIGXFSZ, handler_));
  }

 private:
  rlimit before_{};
  void (*handler_)(int);
};

}  // namespace

TEST_CASE("Files are written whole, over older ones, with nothing left beside them", "[app][output_file]") {
  const TemporaryFolder folder;
  static_cast<void>(folder.file("a.csv", "old"));
  CHECK_FALSE(write_files(folder.path(), {{"a.csv", "new"}, {"b.json", std::string(300'000, 'x')}}));
  CHECK(folder.content("a.csv") == "new");
  CHECK(folder.content("b.json").size() == 300'000);
  CHECK(folder.names() == Names{"a.csv", "b.json"});
}

TEST_CASE("When the disk is full no file changes and none is left half-written", "[app][output_file]") {
  const TemporaryFolder folder;
  static_cast<void>(folder.file("a.csv", "old"));
  std::optional<Fault> fault;
  {
    const FileSizeLimit limit(1000);
    fault = write_files(folder.path(), {{"a.csv", "new"}, {"b.json", std::string(300'000, 'x')}});
  }
  REQUIRE(fault);
  CHECK(fault->code == exit_code::machine);
  CHECK(fault->message.en == "cannot write " + folder.inside("b.json") + ": the file is larger than allowed");
  CHECK(fault->message.zh == "无法写入 " + folder.inside("b.json") + "：文件超过允许的大小");
  CHECK(folder.content("a.csv") == "old");
  CHECK(folder.names() == Names{"a.csv"});
}

TEST_CASE("Files in a folder that is not there cannot be written", "[app][output_file]") {
  const TemporaryFolder folder;
  const std::optional<Fault> fault = write_files(folder.inside("gone"), {{"a.csv", "new"}});
  REQUIRE(fault);
  CHECK(fault->message.en == "cannot write " + folder.inside("gone/a.csv") + ": no such file or folder");
}

TEST_CASE("A folder in the place of a file stays, and no part is left", "[app][output_file]") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.inside("a.csv"));
  const std::optional<Fault> fault = write_files(folder.path(), {{"a.csv", "new"}});
  REQUIRE(fault);
  CHECK(fault->message.en == "cannot write " + folder.inside("a.csv") + ": it is a folder");
  CHECK(folder.names() == Names{"a.csv"});
}

TEST_CASE("A folder for files is made where it is missing, and holds nothing before they come", "[app][output_file]") {
  const TemporaryFolder folder;
  CHECK_FALSE(prepare_folder(folder.inside("a/b")));
  CHECK_FALSE(prepare_folder(folder.inside("a/b")));
  CHECK(std::filesystem::is_empty(folder.inside("a/b")));
}

TEST_CASE("A folder below a file cannot be made", "[app][output_file]") {
  const TemporaryFolder folder;
  const std::string file = folder.file("plain", "text");
  const std::optional<Fault> below = prepare_folder(file + "/sub");
  REQUIRE(below);
  CHECK(below->code == exit_code::machine);
  CHECK(below->message.en == "cannot make the folder " + file + "/sub: a part of the path is not a folder");
  const std::optional<Fault> itself = prepare_folder(file);
  REQUIRE(itself);
  CHECK(itself->message.en == "cannot make the folder " + file + ": a part of the path is not a folder");
}

}  // namespace shanhai::app
