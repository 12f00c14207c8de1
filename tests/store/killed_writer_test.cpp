#include <array>
#include <chrono>
#include <thread>

#include <catch2/catch.hpp>

#include "app/temporary_folder.hpp"
#include "store/child.hpp"
#include "store/sample.hpp"

namespace shanhai::store {
namespace {

using app::TemporaryFolder;

constexpr std::uint64_t batch = 3;
constexpr std::uint64_t many = 30'000;

Manifest large_manifest() {
  Manifest manifest = sample_manifest();
  manifest.points = many;
  return manifest;
}

/// Goes on with the store until it is killed, and says in a pipe how many points it was promised.
int write_on(const std::string& file, int promised) {
  Store store = granted(Store::open(file, large_manifest(), Store::If::present));
  for (auto next = static_cast<std::uint64_t>(std::ranges::count(store.done(), true)); next < many; next += batch) {
    if (store.write(sample_points(next, next + batch))) {
      return 1;
    }
    const std::uint64_t total = next + batch;
    if (::write(promised, &total, sizeof total) != sizeof total) {
      return 2;
    }
  }
  return 0;
}

/// The last number in a pipe.
std::uint64_t last_in(int pipe, std::uint64_t before) {
  std::uint64_t total = before;
  while (::read(pipe, &total, sizeof total) == sizeof total) {
  }
  return total;
}

TEST_CASE("A writer that is killed loses no point that was promised, and leaves none half", "[store][killed]") {
  const TemporaryFolder folder;
  const std::string file = folder.inside("a.db");
  make_store(file, large_manifest(), {});
  std::uint64_t total = 0;
  for (int turn = 0; turn < 25; ++turn) {
    std::array<int, 2> pipe{};
    REQUIRE(::pipe(pipe.data()) == 0);
    {
      Child writer([&] { return write_on(file, pipe[1]); });
      ::close(pipe[1]);
      std::this_thread::sleep_for(std::chrono::milliseconds(5 + turn * 7 % 60));
      writer.kill();
    }
    const std::uint64_t promised = last_in(pipe[0], total);
    ::close(pipe[0]);
    const Reader reader = granted(Reader::open(file));  // which sees that each point is whole
    total = reader.counts().done + reader.counts().failed;
    CAPTURE(turn, promised, total);
    CHECK((total == promised || total == promised + batch));
    CHECK(total % batch == 0);
  }
  CHECK(total > 0);
  const std::string whole = folder.inside("whole.db");
  make_store(whole, large_manifest(), sample_points(0, total));
  CHECK(cells_of(file) == cells_of(whole));
}

}  // namespace
}  // namespace shanhai::store
