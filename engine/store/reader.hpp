#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "store/store.hpp"

namespace shanhai::store {

/// A cell of a query: nothing, a number, or a text.
using Cell = std::variant<std::monostate, double, std::string>;

/// What a query gives.
struct Found {
  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;
};

/// What is asked of a store's view `results`: a row a point and scheme.
struct Query {
  std::optional<std::string> scheme;  ///< its id; else all
  std::string where;                  ///< an SQL condition over the view's columns; empty for none
  std::string best;  ///< an SQL expression: the rows with the largest first; empty for the order of points
  std::optional<std::uint64_t> limit;
  std::vector<std::string> values = {};  ///< SQL expressions: a further column each, behind those of the view
  bool only_values = false;              ///< leaves out the view's columns
};

/// Reads a store, also while another process writes it. Nothing that is asked can change it. Opening it reads it all
/// once, to see that it is as it was written.
class Reader {
 public:
  /// Refused: a file that is no store, or is damaged.
  [[nodiscard]] static OrRefusal<Reader> open(const std::string& file);

  Reader(Reader&& other) noexcept;
  Reader& operator=(Reader&& other) noexcept;
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader();

  [[nodiscard]] const Manifest& manifest() const noexcept;

  struct Counts {
    std::uint64_t done = 0;    ///< with an outcome
    std::uint64_t failed = 0;  ///< with a reason instead
  };

  /// As they were when it was opened.
  [[nodiscard]] Counts counts() const;

  /// The names of the view's columns, for messages that suggest one.
  [[nodiscard]] std::vector<std::string> columns() const;

  /// The column that an axis has in the view, as SQL writes its name.
  [[nodiscard]] std::string axis(std::size_t axis) const;

  /// The column of a party's mean net present value, likewise.
  [[nodiscard]] std::string npv(std::size_t party) const;

  /// Refused: SQL that is none, names no column, or does more than read; the reason quotes what SQLite says.
  [[nodiscard]] OrRefusal<Found> ask(const Query& query) const;

  /// Points that had failed when it was opened, with why; at most so many.
  [[nodiscard]] std::vector<std::pair<std::uint64_t, std::string>> failures(std::uint64_t most) const;

 private:
  class Files;
  explicit Reader(std::unique_ptr<Files> files);
  std::unique_ptr<Files> files_;
};

}  // namespace shanhai::store
