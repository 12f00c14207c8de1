#include <catch2/catch.hpp>

#include "app/temporary_folder.hpp"
#include "store/sample.hpp"

namespace shanhai::store {
namespace {

using app::TemporaryFolder;
using Names = std::set<std::string>;

TEST_CASE("Shards together are the whole, value for value", "[store][merge]") {
  const TemporaryFolder folder;
  const std::vector<std::string> shards{folder.inside("1.db"), folder.inside("2.db"), folder.inside("3.db")};
  make_store(shards[0], sample_manifest(), sample_points(40, 60));
  make_store(shards[1], sample_manifest(), sample_points(0, 20));
  make_store(shards[2], sample_manifest(), sample_points(10, 40));  // some twice, and alike
  make_store(folder.inside("whole.db"), sample_manifest(), sample_points(0, 60));
  CHECK_FALSE(merge(shards, folder.inside("all.db")));
  CHECK(cells_of(folder.inside("all.db")) == cells_of(folder.inside("whole.db")));
  CHECK(folder.names() == Names{"1.db", "2.db", "3.db", "all.db", "whole.db"});
  const Store store = granted(Store::open(folder.inside("all.db"), sample_manifest(), Store::If::present));
  CHECK(store.done() == std::vector<bool>(60, true));
}

TEST_CASE("Shards that contradict each other are refused, naming the point and both", "[store][merge]") {
  const TemporaryFolder folder;
  const std::vector<std::string> shards{folder.inside("1.db"), folder.inside("2.db"), folder.inside("3.db")};
  std::vector<PointResult> points = sample_points(10, 20);
  points[3].schemes[0].parties[1].npv.q75.value += 1e300;
  make_store(shards[0], sample_manifest(), sample_points(20, 30));
  make_store(shards[1], sample_manifest(), sample_points(0, 20));
  make_store(shards[2], sample_manifest(), points);
  const std::optional<Refusal> refusal = merge(shards, folder.inside("all.db"));
  REQUIRE(refusal);
  CHECK(refusal->reason.en == shards[1] + " and " + shards[2] + " have different results of point 13");
  CHECK(refusal->reason.zh == shards[1] + " 和 " + shards[2] + " 中第 13 点的结果不同");
  CHECK(folder.names() == Names{"1.db", "2.db", "3.db"});
}

TEST_CASE("Stores of two sweeps are not put together", "[store][merge]") {
  const TemporaryFolder folder;
  const std::vector<std::string> shards{folder.inside("1.db"), folder.inside("2.db")};
  Manifest other = sample_manifest();
  other.paths = 10;
  make_store(shards[0], sample_manifest(), sample_points(0, 2));
  make_store(shards[1], other, sample_points(2, 4));
  const std::optional<Refusal> refusal = merge(shards, folder.inside("all.db"));
  REQUIRE(refusal);
  CHECK(refusal->of_user);
  CHECK(refusal->reason.en ==
        shards[0] + " and " + shards[1] + " are not of one sweep: the number of paths differs: 1000 against 10");
  CHECK(folder.names() == Names{"1.db", "2.db"});
}

TEST_CASE("A union replaces no file, and misses none", "[store][merge]") {
  const TemporaryFolder folder;
  const std::vector<std::string> shards{folder.inside("1.db"), folder.inside("2.db")};
  make_store(shards[0], sample_manifest(), sample_points(0, 2));
  const std::optional<Refusal> missing = merge(shards, folder.inside("all.db"));
  REQUIRE(missing);
  CHECK(missing->reason.en == shards[1] + ": no such file or folder");
  const std::optional<Refusal> taken = merge({shards.data(), 1}, shards[0]);
  REQUIRE(taken);
  CHECK(taken->of_user);
  CHECK(taken->reason.en == shards[0] + ": a file of this name exists");
  CHECK(folder.names() == Names{"1.db"});
}

TEST_CASE("A shard whose writer is still at work can be merged as far as it is", "[store][merge]") {
  const TemporaryFolder folder;
  const std::vector<std::string> shards{folder.inside("1.db")};
  Store writer = granted(Store::open(shards[0], sample_manifest(), Store::If::absent));
  CHECK_FALSE(writer.write(sample_points(0, 5)));
  CHECK_FALSE(merge(shards, folder.inside("all.db")));
  CHECK_FALSE(writer.write(sample_points(5, 6)));
  CHECK(granted(Reader::open(folder.inside("all.db"))).counts().done == 5);
}

}  // namespace
}  // namespace shanhai::store
