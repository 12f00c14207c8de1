#include "app/catalogue_json.hpp"

#include <cmath>

#include "app/clause_name.hpp"
#include "app/version.hpp"
#include "input/catalogue.hpp"
#include "scheme/kind.hpp"

namespace shanhai::app {

namespace {

Json end_of(double value) {
  return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json key_json(const input::KeyEntry& entry) {
  const Range& range = entry.range;
  return {{"key", entry.key},
          {"doc", to_json(entry.doc.text())},
          {"form", to_json(entry.form)},
          {"required", entry.required},
          {"choice", entry.is_choice},
          {"default", entry.otherwise},
          {"range", {{"low", end_of(range.low)}, {"high", end_of(range.high)}, {"low_open", range.low_open}}}};
}

Json clause_json(const input::ClauseEntry& clause) {
  Json keys = Json::array();
  for (const input::KeyEntry& entry : clause.keys) {
    keys.push_back(key_json(entry));
  }
  return {{"key", clause.key},
          {"name", to_json(clause_name(clause.key).text())},
          {"summary", to_json(clause.summary.text())},
          {"keys", std::move(keys)}};
}

Json kind_json(const scheme::Kind& kind) {
  Json expansion = Json::array();
  if (!kind.clause.empty()) {
    expansion.push_back(kind.clause);
  }
  expansion.push_back("split");
  return {{"key", kind.key},
          {"summary", to_json(kind.summary.text())},
          {"expands_to", std::move(expansion)},
          {"split_by", kind.split_by},
          {"split_required", kind.split_required}};
}

}  // namespace

Json catalogue_json() {
  Json kinds = Json::array();
  for (const scheme::Kind& kind : scheme::kinds) {
    kinds.push_back(kind_json(kind));
  }
  Json clauses = Json::array();
  for (const input::ClauseEntry& clause : input::clause_catalogue()) {
    clauses.push_back(clause_json(clause));
  }
  return {{"shanhai", version()}, {"kinds", std::move(kinds)}, {"clauses", std::move(clauses)}};
}

}  // namespace shanhai::app
