#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "workbook/look.hpp"
#include "workbook/native_chart.hpp"
#include "workbook/place.hpp"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace shanhai::workbook {

/// A workbook for Excel (.xlsx). Equal calls give equal bytes: nothing in it tells of the time or the machine.
class Workbook {
 public:
  // Excel's limits of a sheet.
  static constexpr std::size_t most_rows = 1'048'576;
  static constexpr std::size_t most_columns = 16'384;

  /// A sheet, as long as its workbook lives. Rows and columns count from 0.
  class Sheet {
   public:
    /// A text is only a text, whatever it looks like; what has no picture becomes U+FFFD, and what is longer than a
    /// cell can hold is cut.
    void text(std::size_t row, std::size_t column, std::string_view content, const Look& look = {});

    /// A number that is not finite leaves the cell empty.
    void number(std::size_t row, std::size_t column, double value, const Look& look = {});

    /// A formula of ours, and what it gives: a reader that does not reckon shows that.
    void formula(const Place& place, const std::string& formula, double result, const Look& look = {});

    /// A text over the columns of one row, which becomes as high as the text needs.
    void note(const Block& columns, std::string_view content);

    /// Colours numbers: green where they are 0, else orange.
    void colour_what_differs(const Block& cells);

    /// A chart with its upper left corner in a cell.
    void chart(const Place& place, const NativeChart& chart);

    /// How wide a column is, in characters of a terminal: a Chinese one is two. Before texts that are wrapped in it.
    void width(std::size_t column, std::size_t characters);

    /// These rows and columns stay in sight.
    void freeze(std::size_t rows, std::size_t columns);

    /// Lets a reader filter and sort a table whose titles stand in row 0, and prints them on each page.
    /// @pre at least one column
    void filter(std::size_t rows, std::size_t columns);

    /// Prints on paper laid across, all columns on a page, with the numbers of the pages.
    void print_across();

    /// These first rows are printed on each page.
    void repeat(std::size_t rows);

    /// A new page begins with this row; once a sheet.
    void new_page(std::size_t row);

   private:
    friend class Workbook;

    /// Makes a row high enough for a wrapped text.
    void heighten(std::size_t row, std::string_view text, std::size_t characters);

    Sheet(Workbook& book, lxw_worksheet* sheet) : book_(&book), sheet_(sheet) {}

    Workbook* book_;
    lxw_worksheet* sheet_;
  };

  Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;
  Workbook(Workbook&&) = delete;
  Workbook& operator=(Workbook&&) = delete;
  ~Workbook();

  /// @pre the name is one that Excel takes: at most 31 characters, none of []:*?/\, not used yet
  [[nodiscard]] Sheet sheet(const std::string& name);

  /// The folder where parts of the file stand for a moment while it is made.
  [[nodiscard]] static std::string temporary_folder();

  /// The file, or the errno of why it could not be made; after that nothing can be added.
  [[nodiscard]] std::variant<std::string, int> bytes();

 private:
  class Memory;

  /// What was asked of a sheet so far.
  struct Measures {
    std::map<std::size_t, std::size_t> width;  // by column
    std::map<std::size_t, std::size_t> lines;  // by row
  };

  struct Freed {
    void operator()(lxw_workbook* book) const noexcept;
  };

  [[nodiscard]] lxw_format* format(const Look& look);
  [[nodiscard]] lxw_format* coloured(std::uint32_t text, std::uint32_t background);

  std::unique_ptr<Memory> memory_;
  std::string temporary_;
  std::size_t needed_ = 0;  // at most so many bytes for all parts together
  std::unique_ptr<lxw_workbook, Freed> book_;
  std::map<lxw_worksheet*, Measures> measures_;
  std::map<Look, lxw_format*> formats_{{Look{}, nullptr}};
};

}  // namespace shanhai::workbook
