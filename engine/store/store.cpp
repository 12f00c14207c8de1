#include "store/store.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include "core/contract.hpp"
#include "core/say.hpp"
#include "core/width.hpp"
#include "store/aside.hpp"
#include "store/connection.hpp"
#include "store/examine.hpp"
#include "store/lock.hpp"
#include "store/point_writer.hpp"
#include "store/trouble.hpp"

namespace shanhai::store {
namespace {

// An empty store at its place.
std::optional<Refusal> create(const std::string& place, const Manifest& manifest) {
  return guarded(place, [&]() -> std::optional<Refusal> {
    OrRefusal<Aside> aside = Aside::begin(place);
    if (Refusal* refusal = std::get_if<Refusal>(&aside)) {
      return std::move(*refusal);
    }
    static_cast<void>(std::get<Aside>(aside).create(manifest));  // closed at once
    return std::get<Aside>(aside).move();
  });
}

// The points of a store, if it is of this manifest.
std::optional<Refusal> resume(SQLite::Database& database,
                              const std::string& place,
                              const Manifest& asked,
                              std::vector<bool>& done) {
  const auto compare = [&](const Manifest& stored) -> std::optional<Refusal> {
    if (const std::optional<Text> found = difference(stored, asked)) {
      return Refusal{.of_user = true,
                     .reason = say({"{}：是另一次成批测算的结果库（已存 与 所求）：{}",
                                    "{}: it is the store of another sweep (what it holds against what is asked): {}"},
                                   printable(place),
                                   *found)};
    }
    done.assign(asked.points, false);
    return std::nullopt;
  };
  const auto note = [&](const PointResult& point) -> std::optional<Refusal> {
    done[point.point] = true;
    return std::nullopt;
  };
  return examine(database, place, {compare, note});
}

Refusal conflict(const std::string& place, std::uint64_t point) {
  return {.of_user = false,
          .reason =
              say({"{}：第 {} 点已有另一个结果", "{}: point {} has another result already"}, printable(place), point)};
}

[[maybe_unused]] bool is_of(const PointResult& point, const Manifest& manifest) {
  return point.point < manifest.points && point.values.size() == manifest.axes.size() &&
         point.schemes.size() == (point.failure.empty() ? manifest.schemes.size() : 0);
}

}  // namespace

class Store::Files {
 public:
  Files(Lock lock, SQLite::Database database, std::string place, Manifest manifest, std::vector<bool> done)
      : lock_(std::move(lock)),
        database_(std::move(database)),
        place_(std::move(place)),
        manifest_(std::move(manifest)),
        done_(std::move(done)) {}

  Files(const Files&) = delete;
  Files(Files&&) = delete;
  Files& operator=(const Files&) = delete;
  Files& operator=(Files&&) = delete;

  /// A store at rest is one file, which can be read where nothing can be written. While somebody reads it this is
  /// refused, and does no harm: it then keeps its write-ahead log beside it.
  ~Files() {
    database_.setBusyTimeout(0);
    static_cast<void>(database_.tryExec("PRAGMA journal_mode = DELETE"));
  }

  [[nodiscard]] const std::vector<bool>& done() const noexcept { return done_; }

  [[nodiscard]] std::optional<Refusal> write(std::span<const PointResult> points) {
    return guarded(place_, [&]() -> std::optional<Refusal> {
      SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
      PointWriter writer(database_);
      for (const PointResult& point : points) {
        SHANHAI_EXPECT(is_of(point, manifest_));
        if (writer.add(point) == PointWriter::Added::conflict) {
          return conflict(place_, point.point);
        }
      }
      transaction.commit();
      for (const PointResult& point : points) {
        done_[point.point] = true;
      }
      return std::nullopt;
    });
  }

 private:
  Lock lock_;  // given back last
  SQLite::Database database_;
  std::string place_;
  Manifest manifest_;
  std::vector<bool> done_;
};

OrRefusal<Store> Store::open(const std::string& file, const Manifest& manifest, If is) {
  const std::string place = resolved(file);
  return guarded(place, [&]() -> OrRefusal<Store> {
    OrRefusal<Lock> lock = Lock::take(place);
    if (Refusal* refusal = std::get_if<Refusal>(&lock)) {
      return std::move(*refusal);
    }
    if (is == If::absent) {
      if (std::optional<Refusal> refusal = create(place, manifest)) {
        return *std::move(refusal);
      }
    }
    OrRefusal<SQLite::Database> database = connect(place, Access::write);
    if (Refusal* refusal = std::get_if<Refusal>(&database)) {
      return std::move(*refusal);
    }
    std::vector<bool> done;
    if (std::optional<Refusal> refusal = resume(std::get<SQLite::Database>(database), place, manifest, done)) {
      return *std::move(refusal);
    }
    std::get<SQLite::Database>(database).exec("PRAGMA journal_mode = WAL");
    return Store(std::make_unique<Files>(std::get<Lock>(std::move(lock)),
                                         std::get<SQLite::Database>(std::move(database)),
                                         place,
                                         manifest,
                                         std::move(done)));
  });
}

Store::Store(std::unique_ptr<Files> files) : files_(std::move(files)) {}

Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

const std::vector<bool>& Store::done() const noexcept {
  return files_->done();
}

std::optional<Refusal> Store::write(std::span<const PointResult> points) {
  return files_->write(points);
}

}  // namespace shanhai::store
