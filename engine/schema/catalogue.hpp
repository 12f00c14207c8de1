#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/book.hpp"
#include "scheme/clause.hpp"

namespace shanhai::schema {

/// One key of a clause, as a catalogue tells of it.
struct KeyEntry {
  std::string key;  ///< with the key it stands under, such as "return.mean"; empty where the clause is the value itself
  Words doc;
  Text form;    ///< how it is written
  Range range;  ///< of its numbers
  bool required = true;
  bool is_choice = false;  ///< exactly one of the keys that are
  Json otherwise;          ///< what it is when left out; null where the doc says so
};

struct ClauseEntry {
  std::string_view key;
  Words summary;
  scheme::Stage stage;
  std::vector<KeyEntry> keys;
};

/// Every clause, in the order in which a kind puts them.
[[nodiscard]] std::vector<ClauseEntry> clause_catalogue();

}  // namespace shanhai::schema
