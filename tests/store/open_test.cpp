#include <filesystem>

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include "app/temporary_folder.hpp"
#include "store/child.hpp"
#include "store/sample.hpp"

namespace shanhai::store {
namespace {

using app::TemporaryFolder;
using Names = std::set<std::string>;

Refusal refusal_of(const std::string& file, Store::If is, const Manifest& manifest = sample_manifest()) {
  return refused(Store::open(file, manifest, is));
}

TEST_CASE("A store goes on where it was", "[store][open]") {
  const TemporaryFolder folder;
  const std::string file = folder.inside("a.db");
  make_store(file, sample_manifest(), sample_points(3, 5));
  Store store = granted(Store::open(file, sample_manifest(), Store::If::present));
  CHECK(store.done().size() == 60);
  CHECK(std::ranges::count(store.done(), true) == 2);
  CHECK_FALSE(store.write(sample_points(30, 31)));
  CHECK(store.done().at(30));
  CHECK_FALSE(store.done().at(31));
}

TEST_CASE("A point is not written twice, and must be the same", "[store][open]") {
  const TemporaryFolder folder;
  const std::string file = folder.inside("a.db");
  make_store(file, sample_manifest(), sample_points(0, 5));
  const std::vector<std::string> before = cells_of(file);
  std::vector<PointResult> points = sample_points(4, 7);
  {
    Store store = granted(Store::open(file, sample_manifest(), Store::If::present));
    CHECK_FALSE(store.write(sample_points(0, 5)));
    points[0].schemes[1].parties[1].cvar05.error = 0.25;
    const std::optional<Refusal> refusal = store.write(points);
    REQUIRE(refusal);
    CHECK(refusal->reason.en == file + ": point 4 has another result already");
    CHECK_FALSE(store.done().at(5));  // all or none
  }
  CHECK(cells_of(file) == before);
}

TEST_CASE("A store of another sweep is refused with the difference", "[store][open]") {
  const TemporaryFolder folder;
  const std::string file = folder.inside("a.db");
  make_store(file, sample_manifest(), {});
  Manifest other = sample_manifest();
  other.seed = 8;
  const Refusal refusal = refusal_of(file, Store::If::present, other);
  CHECK(refusal.of_user);
  CHECK(refusal.reason.en ==
        file +
            ": it is the store of another sweep (what it holds against what is asked): the seed differs: 7 against 8");
  CHECK(refusal.reason.zh == file + "：是另一次成批测算的结果库（已存 与 所求）：种子不同：7 与 8");
}

TEST_CASE("A new store does not replace a file", "[store][open]") {
  const TemporaryFolder folder;
  const std::string file = folder.file("a.db", "mine");
  const Refusal refusal = refusal_of(file, Store::If::absent);
  CHECK(refusal.of_user);
  CHECK(refusal.reason.en == file + ": a file of this name exists");
  CHECK(folder.content("a.db") == "mine");
  CHECK(folder.names() == Names{"a.db"});
}

TEST_CASE("What a killed process left of a new store is no hindrance", "[store][open]") {
  const TemporaryFolder folder;
  static_cast<void>(folder.file("a.db.new", "half a store"));
  static_cast<void>(folder.file("a.db.new-journal", "half a journal"));
  static_cast<void>(folder.file("a.db.lock", ""));
  make_store(folder.inside("a.db"), sample_manifest(), {});
  CHECK(folder.names() == Names{"a.db"});
}

TEST_CASE("A second writer is refused, in the same process and in another", "[store][open]") {
  const TemporaryFolder folder;
  const std::string file = folder.inside("a.db");
  const std::string message = file + ": another process is writing it (lock file " + file + ".lock)";
  std::filesystem::create_symlink("a.db", folder.inside("link.db"));
  {
    const Store store = granted(Store::open(file, sample_manifest(), Store::If::absent));
    const Refusal refusal = refusal_of(file, Store::If::present);
    CHECK(refusal.reason.en == message);
    CHECK_FALSE(refusal.of_user);
    CHECK(
        std::holds_alternative<Refusal>(Store::open(folder.inside("link.db"), sample_manifest(), Store::If::present)));
    Child other([&] { return refusal_of(file, Store::If::present).reason.en == message ? 0 : 1; });
    CHECK(other.wait() == 0);
  }
  CHECK(std::holds_alternative<Store>(Store::open(folder.inside("link.db"), sample_manifest(), Store::If::present)));
  CHECK(folder.names() == Names{"a.db", "link.db"});
}

TEST_CASE("The lock of a process that was killed is free", "[store][open]") {
  const TemporaryFolder folder;
  const std::string file = folder.inside("a.db");
  make_store(file, sample_manifest(), {});
  Child holder([&] {
    const Store store = granted(Store::open(file, sample_manifest(), Store::If::present));
    ::kill(::getpid(), SIGKILL);
    return 0;
  });
  CHECK(holder.wait() == -1);
  CHECK(folder.names().contains("a.db.lock"));
  CHECK(std::holds_alternative<Store>(Store::open(file, sample_manifest(), Store::If::present)));
}

TEST_CASE("Files that are no store are refused and stay as they are", "[store][open]") {
  const TemporaryFolder folder;
  const std::string text = folder.file("text.db", std::string(5000, 'x'));
  const std::string empty = folder.file("empty.db", "");
  const std::string other = folder.inside("other.db");
  SQLite::Database(other, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE point(id)");
  for (const std::string& file : {text, empty, other}) {
    const std::string before = folder.content(std::filesystem::path(file).filename().string());
    for (const Refusal& refusal : {refusal_of(file, Store::If::present), refused(Reader::open(file))}) {
      CHECK_FALSE(refusal.of_user);
      CHECK(refusal.reason.en == file + ": it is no store of results of Shanhai");
    }
    CHECK(folder.content(std::filesystem::path(file).filename().string()) == before);
  }
  CHECK(folder.names() == Names{"text.db", "empty.db", "other.db"});
}

TEST_CASE("A store of another format is refused", "[store][open]") {
  const TemporaryFolder folder;
  const std::string file = folder.inside("a.db");
  make_store(file, sample_manifest(), {});
  SQLite::Database(file, SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 2");
  CHECK(refused(Reader::open(file)).reason.en == file + ": the store is of format 2, this program reads format 1");
}

TEST_CASE("Tables that were changed are refused; further indexes and views are not", "[store][open]") {
  const TemporaryFolder folder;
  const auto opens_after = [&](const std::string& change) {
    const std::string file = folder.inside("a.db");
    std::filesystem::remove(file);
    make_store(file, sample_manifest(), sample_points(0, 3));
    SQLite::Database(file, SQLite::OPEN_READWRITE).exec(change);
    return std::holds_alternative<Reader>(Reader::open(file));
  };
  CHECK(opens_after("CREATE INDEX mine ON scheme_outcome(acceptance); CREATE VIEW best AS SELECT * FROM results"));
  CHECK_FALSE(opens_after("DROP VIEW results; CREATE VIEW results AS SELECT 1 AS point"));
  CHECK_FALSE(opens_after("CREATE TRIGGER t AFTER INSERT ON point BEGIN DELETE FROM point; END"));
  CHECK_FALSE(opens_after("UPDATE party_outcome SET npv_mean = 1.5 WHERE point = 1"));
  CHECK_FALSE(opens_after("UPDATE point_value SET number = 1.5 WHERE point = 1"));
  CHECK_FALSE(opens_after("UPDATE manifest SET value = '8' WHERE name = 'seed'"));
  CHECK_FALSE(opens_after("DELETE FROM party_outcome WHERE point = 1 AND party = 1"));
  CHECK_FALSE(opens_after("PRAGMA foreign_keys = OFF; DELETE FROM point WHERE id = 2"));
}

TEST_CASE("Places without a file are refused, each with its reason", "[store][open]") {
  const TemporaryFolder folder;
  const std::string plain = folder.file("plain", "text");
  const std::string fifo = folder.inside("fifo");
  REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
  CHECK(refused(Reader::open(folder.inside("gone.db"))).reason.en ==
        folder.inside("gone.db") + ": no such file or folder");
  CHECK(refusal_of(folder.inside("gone.db"), Store::If::present).reason.zh ==
        folder.inside("gone.db") + "：没有这个文件或文件夹");
  CHECK(refusal_of(folder.inside("gone/a.db"), Store::If::absent).reason.en ==
        folder.inside("gone/a.db.lock") + ": no such file or folder");
  CHECK(refusal_of(plain + "/a.db", Store::If::absent).reason.en ==
        plain + "/a.db.lock: a part of the path is not a folder");
  CHECK(refused(Reader::open(folder.path())).reason.en == folder.path() + ": it is a folder");
  CHECK(refused(Reader::open(fifo)).reason.en == fifo + ": it is not a regular file");
  CHECK(folder.names() == Names{"plain", "fifo"});
}

TEST_CASE("A folder that cannot be written takes no new store; one at rest in it can be read", "[store][open]") {
  const TemporaryFolder folder;
  const std::string file = folder.inside("a.db");
  make_store(file, sample_manifest(), sample_points(0, 3));
  ::chmod(folder.path().c_str(), 0555);
  Child child([&] {
    if (::geteuid() == 0 && ::seteuid(65534) != 0) {
      return 1;
    }
    const Refusal fresh = refusal_of(folder.inside("b.db"), Store::If::absent);
    const Refusal old = refusal_of(file, Store::If::present);
    const std::string denied = ".lock: permission denied";
    if (fresh.of_user || fresh.reason.en != folder.inside("b.db") + denied || old.reason.en != file + denied) {
      return 2;
    }
    return granted(granted(Reader::open(file)).ask({})).rows.size() == 6 ? 0 : 3;
  });
  CHECK(child.wait() == 0);
  ::chmod(folder.path().c_str(), 0755);
}

TEST_CASE("A store may have a name that means something to SQLite", "[store][open]") {
  const TemporaryFolder folder;
  Child child([&] {
    for (const std::string name : {":memory:", "file:a.db?mode=memory", "a b?#%20.db"}) {
      std::filesystem::current_path(folder.path());
      make_store(name, sample_manifest(), sample_points(0, 2));
      if (!folder.names().contains(name) || granted(Reader::open(name)).counts().done != 2) {
        return 1;
      }
    }
    return 0;
  });
  CHECK(child.wait() == 0);
}

}  // namespace
}  // namespace shanhai::store
