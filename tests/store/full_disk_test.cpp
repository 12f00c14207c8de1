#include <csignal>

#include <catch2/catch.hpp>
#include <sys/resource.h>

#include "app/temporary_folder.hpp"
#include "store/child.hpp"
#include "store/sample.hpp"

namespace shanhai::store {
namespace {

using app::TemporaryFolder;

/// From now on no file of this process can grow beyond a size: what a full disk does, on any machine.
void limit_file_size(rlim_t bytes) {
  static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
  const rlimit lower{bytes, bytes};
  ::setrlimit(RLIMIT_FSIZE, &lower);
}

constexpr int of_wrong_kind = 90;

TEST_CASE("On a full disk a store keeps what was written before, and says what is wrong", "[store][full_disk]") {
  const TemporaryFolder folder;
  int refusals = 0;
  for (rlim_t bytes = 0; bytes < 200'000; bytes += 9'000) {
    const std::string file = folder.inside(std::to_string(bytes) + ".db");
    make_store(file, sample_manifest(), sample_points(0, 10));
    Child writer([&] {
      limit_file_size(bytes);
      OrRefusal<Store> opened = Store::open(file, sample_manifest(), Store::If::present);
      if (const Refusal* refusal = std::get_if<Refusal>(&opened)) {
        return refusal->of_user ? of_wrong_kind : 10;
      }
      for (std::uint64_t point = 10; point < 60; point += 5) {
        const std::optional<Refusal> refusal = std::get<Store>(opened).write(sample_points(point, point + 5));
        if (refusal) {
          return refusal->of_user || refusal->reason.en.find(file) != 0 ? of_wrong_kind : static_cast<int>(point);
        }
      }
      return 60;
    });
    const int promised = writer.wait();
    CAPTURE(bytes, promised);
    REQUIRE(promised >= 10);
    REQUIRE(promised <= 60);
    refusals += promised < 60 ? 1 : 0;
    const std::vector<bool> done = granted(Store::open(file, sample_manifest(), Store::If::present)).done();
    CHECK(std::ranges::count(done, true) == promised);
    CHECK(std::ranges::find(done, false) - done.begin() == promised);
    const std::string same = folder.inside(std::to_string(bytes) + ".same.db");
    make_store(same, sample_manifest(), sample_points(0, static_cast<std::uint64_t>(promised)));
    CHECK(cells_of(file) == cells_of(same));
  }
  CHECK(refusals > 10);
}

TEST_CASE("On a full disk no new store appears half-made", "[store][full_disk]") {
  int refusals = 0;
  for (rlim_t bytes = 0; bytes < 80'000; bytes += 3'000) {
    const TemporaryFolder folder;
    const std::string file = folder.inside("a.db");
    Child maker([&] {
      limit_file_size(bytes);
      const OrRefusal<Store> opened = Store::open(file, sample_manifest(), Store::If::absent);
      const Refusal* refusal = std::get_if<Refusal>(&opened);
      return refusal != nullptr && refusal->of_user ? of_wrong_kind : refusal != nullptr ? 1 : 0;
    });
    const int code = maker.wait();
    CAPTURE(bytes, code);
    CHECK(code <= 1);
    refusals += code;
    const bool exists = folder.names().contains("a.db");
    CHECK(folder.names() == (exists ? std::set<std::string>{"a.db"} : std::set<std::string>{}));
    CHECK((code == 1 || exists));
    CHECK((!exists || std::holds_alternative<Store>(Store::open(file, sample_manifest(), Store::If::present))));
  }
  CHECK(refusals > 3);
}

TEST_CASE("A union that does not fit the disk leaves nothing", "[store][full_disk]") {
  const TemporaryFolder folder;
  const std::vector<std::string> shards{folder.inside("a.db"), folder.inside("b.db")};
  make_store(shards[0], sample_manifest(), sample_points(0, 30));
  make_store(shards[1], sample_manifest(), sample_points(30, 60));
  for (rlim_t bytes = 0; bytes < 60'000; bytes += 10'000) {
    Child maker([&] {
      limit_file_size(bytes);
      const std::optional<Refusal> refusal = merge(shards, folder.inside("c.db"));
      return refusal && !refusal->of_user ? 0 : 1;
    });
    CAPTURE(bytes);
    CHECK(maker.wait() == 0);
    CHECK(folder.names() == std::set<std::string>{"a.db", "b.db"});
  }
}

}  // namespace
}  // namespace shanhai::store
