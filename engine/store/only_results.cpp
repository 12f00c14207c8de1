#include "store/only_results.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace shanhai::store {
namespace {

constexpr std::string_view view_name = "results";
constexpr std::string_view base_of_view = "scheme_outcome";
constexpr std::array<std::string_view, 4> tables_of_view{base_of_view, "party_outcome", "point_value", "scheme"};

bool is(const char* name, std::string_view expected) {
  return name != nullptr && name == expected;
}

// Of the view itself, or of a table by way of the view. Where no column is asked for, only how many rows there are,
// SQLite does not say that it is by way of the view. (What a query calls `results` itself is taken for the view; hence
// the list of tables.)
bool may_read(const char* table, const char* column, const char* through) {
  const bool by_view = is(through, view_name) && std::ranges::find(tables_of_view, table) != tables_of_view.end();
  return is(table, view_name) || by_view || (is(table, base_of_view) && is(column, ""));
}

// SQLite asks this about every action of a statement while it compiles it. Recursion is refused because it may not end.
int judge(void* /*context*/,
          int action,
          const char* table,
          const char* second,
          const char* /*database*/,
          const char* through) {
  switch (action) {
    case SQLITE_SELECT:
      return SQLITE_OK;
    case SQLITE_READ:
      return may_read(table, second, through) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_FUNCTION:
      return is(second, "load_extension") ? SQLITE_DENY : SQLITE_OK;
    default:
      return SQLITE_DENY;
  }
}

}  // namespace

OnlyResults::OnlyResults(sqlite3* connection) noexcept : connection_(connection) {
  ::sqlite3_set_authorizer(connection_, judge, nullptr);
}

OnlyResults::~OnlyResults() {
  ::sqlite3_set_authorizer(connection_, nullptr, nullptr);
}

}  // namespace shanhai::store
