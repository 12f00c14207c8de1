#include <map>
#include <numeric>
#include <random>

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>

#include "app/temporary_folder.hpp"
#include "store/child.hpp"
#include "store/sample.hpp"

namespace shanhai::store {
namespace {

using app::TemporaryFolder;

using Rows = std::vector<std::vector<Cell>>;

/// All that a reader can be asked about a store, by scan and by search.
Rows answers(const Reader& reader) {
  Rows all = granted(reader.ask({})).rows;
  for (const char* where : {"scheme = 'half'", "scheme = 'cap'", "kind = 'odd'", "share > 0.2", "point = 17"}) {
    for (std::vector<Cell>& row : granted(reader.ask({{}, where, "", {}})).rows) {
      all.push_back(std::move(row));
    }
  }
  for (const auto& [point, why] : reader.failures(100)) {
    all.push_back({static_cast<double>(point), why});
  }
  return all;
}

/// A sound store, and copies of it with faults.
class Damage {
 public:
  Damage() {
    make_store(file(), sample_manifest(), sample_points(0, 60));
    sound_ = folder_.content("a.db");
    expected_ = answers(granted(Reader::open(file())));
  }

  [[nodiscard]] const std::string& sound() const { return sound_; }

  /// Whether a file of this content is accepted; where it is, everything in it must be right.
  [[nodiscard]] bool accepted(const std::string& content) const {
    for (const std::string& name : folder_.names()) {
      std::filesystem::remove(folder_.inside(name));
    }
    static_cast<void>(folder_.file("a.db", content));
    const OrRefusal<Reader> reader = Reader::open(file());
    if (const auto* good = std::get_if<Reader>(&reader)) {
      CHECK(good->manifest() == sample_manifest());
      CHECK(answers(*good) == expected_);
      return true;
    }
    CHECK_FALSE(std::get<Refusal>(reader).of_user);
    CHECK_FALSE(refused(Store::open(file(), sample_manifest(), Store::If::present)).of_user);
    return false;
  }

 private:
  [[nodiscard]] std::string file() const { return folder_.inside("a.db"); }

  TemporaryFolder folder_;
  std::string sound_;
  Rows expected_;
};

TEST_CASE("A store that was cut is refused, wherever", "[store][damage]") {
  const Damage damage;
  REQUIRE(damage.accepted(damage.sound()));
  const std::size_t size = damage.sound().size();
  for (std::size_t i = 0; i < 150; ++i) {
    const std::size_t length = i * size / 150;
    CAPTURE(length);
    CHECK_FALSE(damage.accepted(damage.sound().substr(0, length)));
  }
  CHECK_FALSE(damage.accepted(damage.sound().substr(0, size - 1)));
}

TEST_CASE("A store with a wrong byte is refused, or says what it said before", "[store][damage]") {
  const Damage damage;
  std::mt19937 random(20260101);  // NOLINT(cert-msc51-cpp): the same bytes each time
  std::vector<std::size_t> places(100);
  std::iota(places.begin(), places.end(), 0);  // the header, and bytes anywhere
  for (int i = 0; i < 500; ++i) {
    places.push_back(random() % damage.sound().size());
  }
  int refused_files = 0;
  for (const std::size_t place : places) {
    std::string content = damage.sound();
    content[place] = static_cast<char>(static_cast<unsigned char>(content[place]) ^ (1U << (random() % 8)));
    CAPTURE(place);
    refused_files += damage.accepted(content) ? 0 : 1;
  }
  CHECK(refused_files > 200);  // most of the file means something
}

TEST_CASE("A store with wrong stretches is refused, or says what it said before", "[store][damage]") {
  const Damage damage;
  std::mt19937 random(20260102);  // NOLINT(cert-msc51-cpp): the same bytes each time
  for (int i = 0; i < 100; ++i) {
    std::string content = damage.sound();
    const std::size_t begin = random() % content.size();
    const std::size_t end = std::min(content.size(), begin + random() % 5000);
    for (std::size_t place = begin; place < end; ++place) {
      content[place] = i % 2 == 0 ? '\0' : static_cast<char>(random());
    }
    CAPTURE(begin, end);
    static_cast<void>(damage.accepted(content));
  }
}

// Such a fault changes no row, but which of them a search finds.
TEST_CASE("A store with a wrong signpost is refused", "[store][damage]") {
  const TemporaryFolder folder;
  const std::string file = folder.inside("a.db");
  Manifest manifest = sample_manifest();
  manifest.points = 500;
  make_store(file, manifest, sample_points(0, 500));
  std::string content = folder.content("a.db");
  const auto byte = [&](std::size_t place) {
    return std::size_t{static_cast<unsigned char>(content.at(place))};
  };
  const int root = SQLite::Database(file).execAndGet("SELECT rootpage FROM sqlite_schema WHERE name = 'point'");
  const std::size_t page = (static_cast<std::size_t>(root) - 1) * 4096;
  REQUIRE(byte(page) == 5);  // a page of signposts in a table: child pages, each with its largest key
  const std::size_t first = page + byte(page + 12) * 256 + byte(page + 13);
  REQUIRE(byte(first + 4) > 20);
  content[first + 4] = static_cast<char>(byte(first + 4) - 20);
  static_cast<void>(folder.file("a.db", content));
  CHECK(refused(Reader::open(file)).reason.en == file + ": the file is damaged");
}

TEST_CASE("A wrong byte in what a killed writer left costs points at most", "[store][damage]") {
  const TemporaryFolder folder;
  const std::string file = folder.inside("a.db");
  make_store(file, sample_manifest(), sample_points(0, 10));
  Child writer([&] {
    Store store = granted(Store::open(file, sample_manifest(), Store::If::present));
    for (std::uint64_t point = 10; point < 60; point += 5) {
      static_cast<void>(store.write(sample_points(point, point + 5)));
    }
    ::kill(::getpid(), SIGKILL);
    return 0;
  });
  REQUIRE(writer.wait() == -1);
  const std::string main = folder.content("a.db");
  const std::string log = folder.content("a.db-wal");
  REQUIRE(log.size() > 10'000);
  std::map<std::uint64_t, std::vector<std::string>> expected;
  for (std::uint64_t count = 10; count <= 60; count += 5) {
    const std::string same = folder.inside(std::to_string(count));
    make_store(same, sample_manifest(), sample_points(0, count));
    expected[count] = cells_of(same);
  }
  std::mt19937 random(20260103);  // NOLINT(cert-msc51-cpp): the same bytes each time
  for (int i = 0; i < 60; ++i) {
    std::string content = log;
    const std::size_t place = random() % content.size();
    content[place] = static_cast<char>(~static_cast<unsigned char>(content[place]));
    std::filesystem::remove(folder.inside("a.db-shm"));
    static_cast<void>(folder.file("a.db", main));
    static_cast<void>(folder.file("a.db-wal", i % 2 == 0 ? content : log.substr(0, place)));
    CAPTURE(i, place);
    const std::vector<bool> done = granted(Store::open(file, sample_manifest(), Store::If::present)).done();
    const auto count = static_cast<std::uint64_t>(std::ranges::count(done, true));
    CHECK((count >= 10 && count % 5 == 0));
    CHECK(cells_of(file) == expected[count]);
  }
}

}  // namespace
}  // namespace shanhai::store
