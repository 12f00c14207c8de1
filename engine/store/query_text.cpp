#include "store/query_text.hpp"

#include <fmt/format.h>

#include "store/schema.hpp"

namespace shanhai::store {
namespace {

// Schemes in the order of the scenario, which their names do not tell.
std::string order_of_schemes(const std::vector<Named>& schemes) {
  std::string cases;
  for (std::size_t i = 0; i < schemes.size(); ++i) {
    cases += fmt::format(" WHEN {} THEN {}", in_single_quotes(schemes[i].id), i);
  }
  return cases.empty() ? "0" : fmt::format("CASE scheme{} END", cases);
}

}  // namespace

// Line feeds end what may be a comment.
std::string query_text(const Query& query, const Manifest& manifest) {
  std::string columns = query.only_values ? "" : "*";
  for (const std::string& value : query.values) {
    columns += fmt::format("{}(\n{}\n)", columns.empty() ? "" : ", ", value);
  }
  std::string sql = "SELECT " + columns + " FROM results WHERE (?1 IS NULL OR scheme = ?1)";
  sql += query.where.empty() ? "" : fmt::format(" AND (\n{}\n)", query.where);
  sql += " ORDER BY ";
  sql += query.best.empty() ? "" : fmt::format("(\n{}\n) DESC, ", query.best);
  return sql + fmt::format("point, {} LIMIT ?2", order_of_schemes(manifest.schemes));
}

}  // namespace shanhai::store
