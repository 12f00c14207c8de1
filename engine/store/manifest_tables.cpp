#include "store/manifest_tables.hpp"

#include <charconv>
#include <map>

#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include "store/digest.hpp"
#include "store/trouble.hpp"

namespace shanhai::store {
namespace {

using Entries = std::map<std::string, std::string, std::less<>>;

std::string digest_of(const Manifest& manifest) {
  Digest digest;
  digest.add(manifest.program).add(manifest.base).add(manifest.sweep).add(manifest.content).add(manifest.currency);
  digest.add(manifest.seed).add(manifest.paths).add(manifest.points).add(manifest.unit);
  digest.add(std::uint64_t{manifest.axes.size()});
  for (const Axis& axis : manifest.axes) {
    digest.add(axis.name).add(std::uint64_t{axis.keys.size()});
    for (const std::string& key : axis.keys) {
      digest.add(key);
    }
  }
  for (const std::vector<Named>* many : {&manifest.schemes, &manifest.parties}) {
    digest.add(std::uint64_t{many->size()});
    for (const Named& one : *many) {
      digest.add(one.id).add(one.name.zh).add(one.name.en);
    }
  }
  return fmt::format("{}", digest.value());
}

Entries entries_of(const Manifest& manifest) {
  return {
      {"program", manifest.program},
      {"base", manifest.base},
      {"sweep", manifest.sweep},
      {"content", manifest.content},
      {"seed", fmt::format("{}", manifest.seed)},
      {"paths", fmt::format("{}", manifest.paths)},
      {"points", fmt::format("{}", manifest.points)},
      {"currency", manifest.currency},
      {"unit", fmt::format("{}", manifest.unit)},
      {"digest", digest_of(manifest)},
  };
}

void write_axes(SQLite::Database& database, const std::vector<Axis>& axes) {
  SQLite::Statement axis_row(database, "INSERT INTO axis VALUES (?, ?)");
  SQLite::Statement key_row(database, "INSERT INTO axis_key VALUES (?, ?, ?)");
  for (std::size_t a = 0; a < axes.size(); ++a) {
    axis_row.bind(1, static_cast<std::int64_t>(a));
    axis_row.bind(2, axes[a].name);
    axis_row.exec();
    axis_row.reset();
    for (std::size_t k = 0; k < axes[a].keys.size(); ++k) {
      key_row.bind(1, static_cast<std::int64_t>(a));
      key_row.bind(2, static_cast<std::int64_t>(k));
      key_row.bind(3, axes[a].keys[k]);
      key_row.exec();
      key_row.reset();
    }
  }
}

void write_named(SQLite::Database& database, const char* table, const std::vector<Named>& many) {
  SQLite::Statement row(database, fmt::format("INSERT INTO {} VALUES (?, ?, ?, ?)", table));
  for (std::size_t i = 0; i < many.size(); ++i) {
    row.bind(1, static_cast<std::int64_t>(i));
    row.bind(2, many[i].id);
    row.bind(3, many[i].name.zh);
    row.bind(4, many[i].name.en);
    row.exec();
    row.reset();
  }
}

Entries read_entries(const SQLite::Database& database) {
  Entries entries;
  SQLite::Statement rows(database, "SELECT name, value FROM manifest");
  while (rows.executeStep()) {
    entries.emplace(rows.getColumn(0).getString(), rows.getColumn(1).getString());
  }
  return entries;
}

const std::string& entry(const Entries& entries, std::string_view name) {
  const auto found = entries.find(name);
  if (found == entries.end()) {
    damaged();
  }
  return found->second;
}

template <class Number>
Number number(const std::string& text) {
  Number value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) {
    damaged();
  }
  return value;
}

std::vector<Axis> read_axes(const SQLite::Database& database) {
  std::vector<Axis> axes;
  SQLite::Statement rows(database, "SELECT name FROM axis ORDER BY id");
  while (rows.executeStep()) {
    axes.push_back({rows.getColumn(0).getString(), {}});
  }
  SQLite::Statement keys(database, "SELECT axis, key FROM axis_key ORDER BY axis, place");
  while (keys.executeStep()) {
    const std::int64_t axis = keys.getColumn(0).getInt64();
    if (axis < 0 || static_cast<std::uint64_t>(axis) >= axes.size()) {
      damaged();
    }
    axes[static_cast<std::size_t>(axis)].keys.push_back(keys.getColumn(1).getString());
  }
  return axes;
}

std::vector<Named> read_named(const SQLite::Database& database, const char* table) {
  std::vector<Named> many;
  SQLite::Statement rows(database, fmt::format("SELECT name, zh, en, id FROM {} ORDER BY id", table));
  while (rows.executeStep()) {
    if (rows.getColumn(3).getInt64() != static_cast<std::int64_t>(many.size())) {
      damaged();
    }
    many.push_back({rows.getColumn(0), {rows.getColumn(1), rows.getColumn(2)}});
  }
  return many;
}

}  // namespace

void write_manifest(SQLite::Database& database, const Manifest& manifest) {
  SQLite::Statement row(database, "INSERT INTO manifest VALUES (?, ?)");
  for (const auto& [name, value] : entries_of(manifest)) {
    row.bind(1, name);
    row.bind(2, value);
    row.exec();
    row.reset();
  }
  write_axes(database, manifest.axes);
  write_named(database, "scheme", manifest.schemes);
  write_named(database, "party", manifest.parties);
}

Manifest read_manifest(const SQLite::Database& database) {
  const Entries entries = read_entries(database);
  Manifest manifest{
      .program = entry(entries, "program"),
      .base = entry(entries, "base"),
      .sweep = entry(entries, "sweep"),
      .content = entry(entries, "content"),
      .seed = number<std::uint64_t>(entry(entries, "seed")),
      .paths = number<std::uint64_t>(entry(entries, "paths")),
      .points = number<std::uint64_t>(entry(entries, "points")),
      .currency = entry(entries, "currency"),
      .unit = number<double>(entry(entries, "unit")),
      .axes = read_axes(database),
      .schemes = read_named(database, "scheme"),
      .parties = read_named(database, "party"),
  };
  if (entries != entries_of(manifest)) {  // the digest among them
    damaged();
  }
  return manifest;
}

}  // namespace shanhai::store
