#include "memo/found_json.hpp"

#include <cmath>
#include <limits>

#include "memo/found_columns.hpp"
#include "memo/version.hpp"

namespace shanhai::memo {

namespace {

Json names(const std::vector<store::Named>& many) {
  Json json = Json::object();
  for (const store::Named& one : many) {
    json[one.id] = to_json(one.name);
  }
  return json;
}

Json axes(const std::vector<store::Axis>& many) {
  Json json = Json::array();
  for (const store::Axis& axis : many) {
    json.push_back({{"name", axis.name}, {"keys", axis.keys}});
  }
  return json;
}

Json failures(const store::Reader& reader) {
  Json json = Json::array();
  for (const auto& [point, reason] : reader.failures(std::numeric_limits<std::uint64_t>::max())) {
    json.push_back({{"point", point}, {"reason", reason}});
  }
  return json;
}

Json store_json(const store::Reader& reader) {
  const store::Manifest& manifest = reader.manifest();
  return {{"program", manifest.program},
          {"seed", manifest.seed},
          {"paths", manifest.paths},
          {"points", manifest.points},
          {"done", reader.counts().done},
          {"failed", reader.counts().failed},
          {"failures", failures(reader)},
          {"axes", axes(manifest.axes)},
          {"schemes", names(manifest.schemes)},
          {"parties", names(manifest.parties)},
          {"currency", {{"code", manifest.currency}, {"unit", manifest.unit}}}};
}

Json cell_json(const store::Cell& cell, FoundColumn::Kind kind) {
  if (const auto* value = std::get_if<double>(&cell)) {
    if (!std::isfinite(*value)) {
      return nullptr;
    }
    return kind == FoundColumn::Kind::count ? Json(static_cast<std::int64_t>(*value)) : Json(*value);
  }
  const auto* text = std::get_if<std::string>(&cell);
  return text == nullptr ? Json(nullptr) : Json(*text);
}

}  // namespace

Json found_json(const store::Reader& reader, const store::Found& found) {
  const std::vector<FoundColumn> columns = found_columns(reader.manifest(), found.columns);
  Json rows = Json::array();
  for (const std::vector<store::Cell>& row : found.rows) {
    Json& one = rows.emplace_back(Json::object());
    for (std::size_t place = 0; place < row.size(); ++place) {
      one[columns[place].name] = cell_json(row[place], columns[place].kind);
    }
  }
  return {{"shanhai", version()}, {"store", store_json(reader)}, {"rows", std::move(rows)}};
}

}  // namespace shanhai::memo
