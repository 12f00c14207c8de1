#include "workbook/workbook.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <filesystem>

#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <xlsxwriter.h>

namespace shanhai::workbook {

namespace {

constexpr std::size_t most_characters = 32'767;     // of a cell, Excel's limit
constexpr std::time_t made = 315'532'800;           // 1980, before which no archive can be dated
constexpr std::size_t bytes_of_cell = 100;          // its place, style and number
constexpr std::size_t bytes_of_character = 6;       // at most: &quot;
constexpr std::size_t bytes_of_workbook = 100'000;  // what each has, and whole blocks of a disk

lxw_row_t row_of(std::size_t row) {
  return static_cast<lxw_row_t>(row);
}

lxw_col_t column_of(std::size_t column) {
  return static_cast<lxw_col_t>(column);
}

/// Excel counts units of UTF-16.
std::string cut(const std::string& text) {
  constexpr char32_t last_of_one_unit = 0xFFFF;
  std::string kept;
  std::size_t units = 0;
  for_each_character(text, [&](const Character& character, std::string_view bytes) {
    units += character.code > last_of_one_unit ? 2 : 1;
    if (units <= most_characters) {
      kept += bytes;
    }
  });
  return kept;
}

std::size_t count(const Block& cells) {
  return (cells.last.row - cells.first.row + 1) * (cells.last.column - cells.first.column + 1);
}

/// 0 where so many bytes have room in a folder, else an errno.
int room_in(const std::string& folder, std::size_t bytes) {
  struct statvfs disk {};

  if (::access(folder.c_str(), W_OK | X_OK) != 0 || ::statvfs(folder.c_str(), &disk) != 0) {
    return errno;
  }
  return disk.f_bavail >= bytes / disk.f_frsize + 1 ? 0 : ENOSPC;
}

}  // namespace

/// A file that is nowhere on a disk, for a library that writes to names only.
class Workbook::Memory {
 public:
  Memory() : file_(::memfd_create("workbook", MFD_CLOEXEC)) {}

  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;
  Memory(Memory&&) = delete;
  Memory& operator=(Memory&&) = delete;

  ~Memory() { ::close(file_); }

  [[nodiscard]] std::string name() const { return fmt::format("/proc/self/fd/{}", file_); }

  [[nodiscard]] std::string content() const {
    std::string all;
    std::array<char, 1U << 16U> part{};
    ::ssize_t got = 0;
    while ((got = ::pread(file_, part.data(), part.size(), static_cast<::off_t>(all.size()))) > 0) {
      all.append(part.data(), static_cast<std::size_t>(got));
    }
    return all;
  }

 private:
  int file_;
};

void Workbook::Freed::operator()(lxw_workbook* book) const noexcept {
  ::lxw_workbook_free(book);
}

std::string Workbook::temporary_folder() {
  std::error_code none;
  const std::string folder = std::filesystem::temp_directory_path(none).string();
  return folder.empty() ? "/tmp" : folder;  // where what the environment names does not exist
}

Workbook::Workbook() : memory_(std::make_unique<Memory>()), temporary_(temporary_folder()) {
  lxw_workbook_options options{};
  options.tmpdir = temporary_.data();
  options.use_zip64 = LXW_FALSE;
  book_.reset(::workbook_new_opt(memory_->name().c_str(), &options));
  lxw_doc_properties properties{};
  properties.created = made;
  ::workbook_set_properties(book_.get(), &properties);
}

Workbook::~Workbook() = default;

Workbook::Sheet Workbook::sheet(const std::string& name) {
  return {*this, ::workbook_add_worksheet(book_.get(), name.c_str())};
}

// libxlsxwriter does not notice when its temporary files do not fit the disk, so it is seen to beforehand.
std::variant<std::string, int> Workbook::bytes() {
  if (const int missing = room_in(temporary_, needed_ + bytes_of_workbook); missing != 0) {
    return missing;
  }
  errno = 0;
  const lxw_error failed = ::workbook_close(book_.release());
  if (failed != LXW_NO_ERROR) {
    return errno != 0 ? errno : EIO;
  }
  return memory_->content();
}

lxw_format* Workbook::format(const Look& look) {
  const auto [place, is_new] = formats_.try_emplace(look, nullptr);
  if (!is_new) {
    return place->second;
  }
  place->second = ::workbook_add_format(book_.get());
  dress(place->second, look);
  return place->second;
}

lxw_format* Workbook::coloured(std::uint32_t text, std::uint32_t background) {
  lxw_format* const format = ::workbook_add_format(book_.get());
  ::format_set_font_color(format, text);
  ::format_set_bg_color(format, background);
  return format;
}

void Workbook::Sheet::text(std::size_t row, std::size_t column, std::string_view content, const Look& look) {
  const std::string shown = cut(printable(content));
  book_->needed_ += bytes_of_cell + bytes_of_character * shown.size();
  ::worksheet_write_string(sheet_, row_of(row), column_of(column), shown.c_str(), book_->format(look));
  const auto& widths = book_->measures_[sheet_].width;
  if (const auto width = widths.find(column); is_wrapped(look.dress) && width != widths.end()) {
    heighten(row, shown, width->second);
  }
}

void Workbook::Sheet::number(std::size_t row, std::size_t column, double value, const Look& look) {
  if (std::isfinite(value)) {
    book_->needed_ += bytes_of_cell;
    ::worksheet_write_number(sheet_, row_of(row), column_of(column), value, book_->format(look));
  }
}

void Workbook::Sheet::formula(const Place& place, const std::string& formula, double result, const Look& look) {
  book_->needed_ += bytes_of_cell + bytes_of_character * formula.size();
  ::worksheet_write_formula_num(
      sheet_, row_of(place.row), column_of(place.column), ('=' + formula).c_str(), book_->format(look), result);
}

void Workbook::Sheet::note(const Block& columns, std::string_view content) {
  const std::string shown = cut(printable(content));
  const Look look{.dress = Dress::note};
  std::size_t characters = 0;
  for (std::size_t column = columns.first.column; column <= columns.last.column; ++column) {
    characters += book_->measures_[sheet_].width[column];
  }
  book_->needed_ +=
      bytes_of_cell * (columns.last.column - columns.first.column + 1) + bytes_of_character * shown.size();
  ::worksheet_merge_range(sheet_,
                          row_of(columns.first.row),
                          column_of(columns.first.column),
                          row_of(columns.last.row),
                          column_of(columns.last.column),
                          shown.c_str(),
                          book_->format(look));
  heighten(columns.first.row, shown, characters);
}

void Workbook::Sheet::colour_what_differs(const Block& cells) {
  const auto colour = [&](std::uint8_t criterion, lxw_format* format) {
    lxw_conditional_format rule{};
    rule.type = LXW_CONDITIONAL_TYPE_CELL;
    rule.criteria = criterion;
    rule.value = 0;
    rule.format = format;
    ::worksheet_conditional_format_range(sheet_,
                                         row_of(cells.first.row),
                                         column_of(cells.first.column),
                                         row_of(cells.last.row),
                                         column_of(cells.last.column),
                                         &rule);
  };
  constexpr std::uint32_t dark_green = 0x006100;
  constexpr std::uint32_t pale_green = 0xC6EFCE;
  constexpr std::uint32_t brown = 0x9C5700;
  constexpr std::uint32_t pale_orange = 0xFFEB9C;
  colour(LXW_CONDITIONAL_CRITERIA_EQUAL_TO, book_->coloured(dark_green, pale_green));
  colour(LXW_CONDITIONAL_CRITERIA_NOT_EQUAL_TO, book_->coloured(brown, pale_orange));
}

void Workbook::Sheet::chart(const Place& place, const NativeChart& chart) {
  constexpr std::size_t bytes_of_chart = 20'000;
  constexpr double default_width = 480;  // Excel's, in pixels
  constexpr double default_height = 288;
  lxw_chart_options options{};
  options.x_scale = chart.width / default_width;
  options.y_scale = chart.height / default_height;
  options.x_offset = static_cast<std::int32_t>(chart.left);
  options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
  const std::size_t points = chart.series.empty() ? 0 : count(chart.series.front().values);
  book_->needed_ += bytes_of_chart + chart.series.size() * points * bytes_of_cell;
  ::worksheet_insert_chart_opt(
      sheet_, row_of(place.row), column_of(place.column), draw(book_->book_.get(), chart), &options);
}

void Workbook::Sheet::heighten(std::size_t row, std::string_view text, std::size_t characters) {
  constexpr double height_of_line = 15;
  constexpr std::size_t ragged = 2;  // what a line loses at its end, and to bold letters
  const std::size_t filled = std::max(characters, ragged + 1) - ragged;
  const std::size_t lines = (display_width(text) + filled - 1) / filled;
  std::size_t& most = book_->measures_[sheet_].lines[row];
  if (lines > std::max<std::size_t>(most, 1)) {
    most = lines;
    ::worksheet_set_row(sheet_, row_of(row), height_of_line * static_cast<double>(lines), nullptr);
  }
}

void Workbook::Sheet::width(std::size_t column, std::size_t characters) {
  book_->measures_[sheet_].width[column] = characters;
  ::worksheet_set_column(sheet_, column_of(column), column_of(column), static_cast<double>(characters), nullptr);
}

void Workbook::Sheet::freeze(std::size_t rows, std::size_t columns) {
  ::worksheet_freeze_panes(sheet_, row_of(rows), column_of(columns));
}

void Workbook::Sheet::filter(std::size_t rows, std::size_t columns) {
  ::worksheet_autofilter(sheet_, 0, 0, row_of(rows), column_of(columns - 1));
  ::worksheet_repeat_rows(sheet_, 0, 0);
}

void Workbook::Sheet::print_across() {
  constexpr std::uint8_t a4 = 9;
  ::worksheet_set_paper(sheet_, a4);
  ::worksheet_set_landscape(sheet_);
  ::worksheet_fit_to_pages(sheet_, 1, 0);
  constexpr double narrow = 0.4;  // inches
  constexpr double of_footer = 0.6;
  ::worksheet_set_margins(sheet_, narrow, narrow, narrow, of_footer);
  ::worksheet_set_footer(sheet_, "&C&P / &N");
}

void Workbook::Sheet::repeat(std::size_t rows) {
  ::worksheet_repeat_rows(sheet_, 0, row_of(rows - 1));
}

void Workbook::Sheet::new_page(std::size_t row) {
  std::array<lxw_row_t, 2> breaks{row_of(row), 0};  // ended by 0
  ::worksheet_set_h_pagebreaks(sheet_, breaks.data());
}

}  // namespace shanhai::workbook
