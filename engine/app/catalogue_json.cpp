#include "app/catalogue_json.hpp"

#include <cmath>

#include "memo/clause_name.hpp"
#include "memo/version.hpp"
#include "schema/catalogue.hpp"
#include "scheme/kind.hpp"

namespace shanhai::app {

namespace {

memo::Json end_of(double value) {
  return std::isfinite(value) ? memo::Json(value) : memo::Json(nullptr);
}

memo::Json key_json(const schema::KeyEntry& entry) {
  const Range& range = entry.range;
  return {{"key", entry.key},
          {"doc", memo::to_json(entry.doc.text())},
          {"form", memo::to_json(entry.form)},
          {"required", entry.required},
          {"choice", entry.is_choice},
          {"default", entry.otherwise},
          {"range", {{"low", end_of(range.low)}, {"high", end_of(range.high)}, {"low_open", range.low_open}}}};
}

memo::Json clause_json(const schema::ClauseEntry& clause) {
  memo::Json keys = memo::Json::array();
  for (const schema::KeyEntry& entry : clause.keys) {
    keys.push_back(key_json(entry));
  }
  return {{"key", clause.key},
          {"name", memo::to_json(memo::clause_name(clause.key).text())},
          {"summary", memo::to_json(clause.summary.text())},
          {"keys", std::move(keys)}};
}

memo::Json kind_json(const scheme::Kind& kind) {
  memo::Json expansion = memo::Json::array();
  if (!kind.clause.empty()) {
    expansion.push_back(kind.clause);
  }
  expansion.push_back("split");
  return {{"key", kind.key},
          {"summary", memo::to_json(kind.summary.text())},
          {"expands_to", std::move(expansion)},
          {"split_by", kind.split_by},
          {"split_required", kind.split_required}};
}

}  // namespace

memo::Json catalogue_json() {
  memo::Json kinds = memo::Json::array();
  for (const scheme::Kind& kind : scheme::kinds) {
    kinds.push_back(kind_json(kind));
  }
  memo::Json clauses = memo::Json::array();
  for (const schema::ClauseEntry& clause : schema::clause_catalogue()) {
    clauses.push_back(clause_json(clause));
  }
  return {{"shanhai", memo::version()}, {"kinds", std::move(kinds)}, {"clauses", std::move(clauses)}};
}

}  // namespace shanhai::app
