#include "store/filter.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "core/say.hpp"
#include "store/axis_number.hpp"
#include "store/expression.hpp"
#include "store/schema.hpp"

namespace shanhai::store {
namespace {

std::string table_of(const std::vector<std::string>& columns) {
  std::string text = "CREATE TABLE point (number INTEGER PRIMARY KEY";
  for (const std::string& column : columns) {
    text += ", " + in_double_quotes(column);
  }
  return text + ")";
}

std::string row_of(const std::vector<std::string>& columns) {
  std::string text = "INSERT INTO point VALUES (?";
  for (std::size_t column = 0; column < columns.size(); ++column) {
    text += ", ?";
  }
  return text + ")";
}

}  // namespace

OrRefusal<std::vector<bool>> matching(const std::vector<std::string>& columns,
                                      std::uint64_t rows,
                                      const std::function<std::string(std::uint64_t row, std::size_t column)>& value,
                                      const std::string& condition) {
  try {
    SQLite::Database memory(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    memory.exec(table_of(columns));
    SQLite::Statement insert(memory, row_of(columns));
    for (std::uint64_t row = 0; row < rows; ++row) {
      insert.bind(1, static_cast<std::int64_t>(row));
      for (std::size_t column = 0; column < columns.size(); ++column) {
        const std::string text = value(row, column);
        const int place = static_cast<int>(column) + 2;
        if (const std::optional<double> number = axis_number(text)) {
          insert.bind(place, *number);
        } else {
          insert.bind(place, text);
        }
      }
      insert.exec();
      insert.reset();
    }
    std::vector<bool> wanted(rows);
    check_expression(memory, "point", condition);
    SQLite::Statement query(memory, "SELECT number FROM point WHERE (\n" + condition + "\n)");
    while (query.executeStep()) {
      wanted[static_cast<std::size_t>(query.getColumn(0).getInt64())] = true;
    }
    return wanted;
  } catch (const SQLite::Exception& error) {
    return Refusal{true,
                   say({"看不懂的条件 {}（{}）", "cannot understand {} ({})"}, condition, std::string(error.what()))};
  }
}

}  // namespace shanhai::store
