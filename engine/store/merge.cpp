#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

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
#include "store/store.hpp"
#include "store/trouble.hpp"

namespace shanhai::store {
namespace {

Refusal of_two_sweeps(const std::string& first, const std::string& other, const Text& found) {
  return {.of_user = true,
          .reason = say({"{} 与 {} 不是同一次成批测算的结果库：{}", "{} and {} are not of one sweep: {}"},
                        printable(first),
                        printable(other),
                        found)};
}

Refusal conflict(const std::string& first, const std::string& other, std::uint64_t point) {
  return {.of_user = false,
          .reason = say({"{0} 和 {1} 中第 {2} 点的结果不同", "{0} and {1} have different results of point {2}"},
                        printable(first),
                        printable(other),
                        point)};
}

// The new store, filled in one transaction.
class Union {
 public:
  Union(const Aside& aside, std::string place, std::span<const std::string> files, const Manifest& manifest)
      : place_(std::move(place)),
        files_(files),
        manifest_(manifest),
        database_(aside.create(manifest)),
        transaction_(database_),
        writer_(database_),
        source_(manifest.points, files.size()) {}

  [[nodiscard]] const Manifest& manifest() const noexcept { return manifest_; }

  [[nodiscard]] std::optional<Refusal> add(const PointResult& point, std::size_t file) {
    return guarded(place_, [&]() -> std::optional<Refusal> {
      const PointWriter::Added added = writer_.add(point);
      if (added == PointWriter::Added::conflict) {
        return conflict(files_[source_[point.point]], files_[file], point.point);
      }
      if (added == PointWriter::Added::now) {
        source_[point.point] = file;
      }
      return std::nullopt;
    });
  }

  void commit() { transaction_.commit(); }

 private:
  std::string place_;
  std::span<const std::string> files_;
  Manifest manifest_;
  SQLite::Database database_;
  SQLite::Transaction transaction_;
  PointWriter writer_;
  std::vector<std::size_t> source_;  // [point] the first file that has it
};

// Puts the points of one file into the union, which the first file begins.
std::optional<Refusal> add(std::size_t file,
                           std::span<const std::string> files,
                           std::unique_ptr<Union>& all,
                           const std::function<std::optional<Refusal>(const Manifest&)>& begin) {
  const auto agree = [&](const Manifest& manifest) -> std::optional<Refusal> {
    if (all == nullptr) {
      return begin(manifest);
    }
    const std::optional<Text> found = difference(all->manifest(), manifest);
    return found ? std::optional(of_two_sweeps(files.front(), files[file], *found)) : std::nullopt;
  };
  const auto put = [&](const PointResult& point) {
    return all->add(point, file);
  };
  return guarded(files[file], [&]() -> std::optional<Refusal> {
    OrRefusal<SQLite::Database> database = connect(resolved(files[file]), Access::read);
    if (Refusal* refusal = std::get_if<Refusal>(&database)) {
      return std::move(*refusal);
    }
    return examine(std::get<SQLite::Database>(database), files[file], {agree, put});
  });
}

// All files into a new store aside, complete on the disk.
std::optional<Refusal> fill(const Aside& aside, std::span<const std::string> files, const std::string& place) {
  std::unique_ptr<Union> all;
  const auto begin = [&](const Manifest& manifest) {
    return guarded(place, [&]() -> std::optional<Refusal> {
      all = std::make_unique<Union>(aside, place, files, manifest);
      return std::nullopt;
    });
  };
  for (std::size_t file = 0; file < files.size(); ++file) {
    if (std::optional<Refusal> refusal = add(file, files, all, begin)) {
      return refusal;
    }
  }
  return guarded(place, [&]() -> std::optional<Refusal> {
    all->commit();
    return std::nullopt;
  });
}

}  // namespace

std::optional<Refusal> merge(std::span<const std::string> from, const std::string& into) {
  SHANHAI_EXPECT(!from.empty());
  const std::string place = resolved(into);
  const OrRefusal<Lock> lock = Lock::take(place);
  if (const Refusal* refusal = std::get_if<Refusal>(&lock)) {
    return *refusal;
  }
  OrRefusal<Aside> aside = Aside::begin(place);
  if (Refusal* refusal = std::get_if<Refusal>(&aside)) {
    return std::move(*refusal);
  }
  if (std::optional<Refusal> refusal = fill(std::get<Aside>(aside), from, place)) {
    return refusal;
  }
  return std::get<Aside>(aside).move();
}

}  // namespace shanhai::store
