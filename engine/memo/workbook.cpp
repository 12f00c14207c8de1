#include "memo/workbook.hpp"

#include <array>
#include <cerrno>
#include <cmath>
#include <filesystem>

#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <xlsxwriter.h>

namespace shanhai::memo {

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
  lxw_format* const made_now = place->second = ::workbook_add_format(book_.get());
  if (!look.number.empty()) {
    ::format_set_num_format(made_now, look.number.c_str());
  }
  if (look.bold) {
    ::format_set_bold(made_now);
  }
  if (look.side) {
    ::format_set_align(made_now, look.side == Side::left ? LXW_ALIGN_LEFT : LXW_ALIGN_RIGHT);
    ::format_set_indent(made_now, look.side == Side::left ? 1 : 0);
  }
  return made_now;
}

void Workbook::Sheet::text(std::size_t row, std::size_t column, std::string_view content, const Look& look) {
  const std::string shown = cut(printable(content));
  book_->needed_ += bytes_of_cell + bytes_of_character * shown.size();
  ::worksheet_write_string(sheet_, row_of(row), column_of(column), shown.c_str(), book_->format(look));
}

void Workbook::Sheet::number(std::size_t row, std::size_t column, double value, const Look& look) {
  if (std::isfinite(value)) {
    book_->needed_ += bytes_of_cell;
    ::worksheet_write_number(sheet_, row_of(row), column_of(column), value, book_->format(look));
  }
}

void Workbook::Sheet::width(std::size_t column, std::size_t characters) {
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
}

}  // namespace shanhai::memo
