#include "store/reader.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include "core/say.hpp"
#include "core/width.hpp"
#include "store/connection.hpp"
#include "store/examine.hpp"
#include "store/expression.hpp"
#include "store/only_results.hpp"
#include "store/query_text.hpp"
#include "store/schema.hpp"
#include "store/trouble.hpp"

namespace shanhai::store {
namespace {

using Pairs = std::vector<std::pair<std::uint64_t, std::string>>;

// Whether an error comes from the text that was asked, and not from the file or the machine.
bool is_of_text(const SQLite::Exception& error) {
  constexpr int primary = 0xff;
  switch (error.getErrorCode() & primary) {
    case SQLITE_ERROR:
    case SQLITE_AUTH:
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
    case SQLITE_RANGE:
      return true;
    default:
      return false;
  }
}

std::string plain_or_quoted(const std::string& name) {
  const bool plain = std::ranges::all_of(name, [](char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
  const bool keyword = ::sqlite3_keyword_check(name.c_str(), static_cast<int>(name.size())) != 0;
  return plain && !keyword && !name.empty() && !(name.front() >= '0' && name.front() <= '9') ? name
                                                                                             : in_double_quotes(name);
}

Refusal refuse(const std::string& asked, const std::string& why, const std::vector<std::string>& columns) {
  std::vector<std::string> names;
  std::ranges::transform(columns, std::back_inserter(names), plain_or_quoted);
  return {.of_user = true,
          .reason = say({"无法查询 '{}'：{}；可用的列：{}", "cannot ask for '{}': {}; the columns are {}"},
                        printable(asked),
                        printable(why),
                        printable(fmt::format("{}", fmt::join(names, ", "))))};
}

Cell cell_of(const SQLite::Column& column) {
  if (column.isNull()) {
    return std::monostate{};
  }
  return column.isText() ? Cell(column.getString()) : Cell(column.getDouble());
}

}  // namespace

class Reader::Files {
 public:
  Files(std::string file, SQLite::Database database) : file_(std::move(file)), database_(std::move(database)) {}

  /// Reads it all once.
  [[nodiscard]] std::optional<Refusal> examine_all() {
    const auto keep = [this](const Manifest& manifest) -> std::optional<Refusal> {
      manifest_ = manifest;
      return std::nullopt;
    };
    const auto count = [this](const PointResult& point) -> std::optional<Refusal> {
      if (point.failure.empty()) {
        ++counts_.done;
      } else {
        ++counts_.failed;
        failures_.emplace_back(point.point, point.failure);
      }
      return std::nullopt;
    };
    if (std::optional<Refusal> refusal = examine(database_, file_, {keep, count})) {
      return refusal;
    }
    for (const ViewColumn& column : view_columns(manifest_)) {
      columns_.push_back(column.name);
    }
    return std::nullopt;
  }

  [[nodiscard]] const Manifest& manifest() const noexcept { return manifest_; }

  [[nodiscard]] Counts counts() const noexcept { return counts_; }

  [[nodiscard]] const std::vector<std::string>& columns() const noexcept { return columns_; }

  [[nodiscard]] OrRefusal<Found> ask(const Query& query) const {
    if (std::optional<Refusal> refusal = refuse_unknown_scheme(query)) {
      return *std::move(refusal);
    }
    const OnlyResults only(database_.getHandle());
    for (const std::string& text : texts_of(query)) {
      const auto check = [&]() -> std::optional<Refusal> {
        check_expression(database_, "results", text);
        return std::nullopt;
      };
      if (std::optional<Refusal> refusal = of_text(text, check)) {
        return *std::move(refusal);
      }
    }
    return of_text(fmt::format("{}", fmt::join(texts_of(query), "; ")),
                   [&]() -> OrRefusal<Found> { return found(query); });
  }

  [[nodiscard]] const Pairs& failures() const noexcept { return failures_; }

 private:
  // What the user wrote.
  [[nodiscard]] static std::vector<std::string> texts_of(const Query& query) {
    std::vector<std::string> texts = query.values;
    std::ranges::copy_if(std::array{query.where, query.best}, std::back_inserter(texts), [](const std::string& text) {
      return !text.empty();
    });
    return texts;
  }

  [[nodiscard]] static std::int64_t limit_of(std::uint64_t most) {
    constexpr std::uint64_t largest = std::numeric_limits<std::int64_t>::max();
    return static_cast<std::int64_t>(std::min(most, largest));
  }

  [[nodiscard]] std::optional<Refusal> refuse_unknown_scheme(const Query& query) const {
    std::vector<std::string> ids;
    std::ranges::transform(manifest_.schemes, std::back_inserter(ids), &Named::id);
    if (!query.scheme || std::ranges::find(ids, *query.scheme) != ids.end()) {
      return std::nullopt;
    }
    return Refusal{
        .of_user = true,
        .reason = {fmt::format("没有方案 '{}'；已有：{}", printable(*query.scheme), fmt::join(ids, "、")),
                   fmt::format(
                       "there is no scheme '{}'; the schemes are {}", printable(*query.scheme), fmt::join(ids, ", "))}};
  }

  // Does some work of which the text may be at fault.
  template <class Work>
  [[nodiscard]] auto of_text(const std::string& text, const Work& work) const -> decltype(work()) {
    try {
      return work();
    } catch (const SQLite::Exception& error) {
      return is_of_text(error) ? refuse(text, error.what(), columns_) : trouble(file_, error);
    }
  }

  [[nodiscard]] Found found(const Query& query) const {
    SQLite::Statement rows(database_, query_text(query, manifest_));
    query.scheme ? rows.bind(1, *query.scheme) : rows.bind(1);
    rows.bind(2, limit_of(query.limit.value_or(std::numeric_limits<std::uint64_t>::max())));
    Found result{.columns = query.only_values ? std::vector<std::string>{} : columns_, .rows = {}};
    result.columns.insert(result.columns.end(), query.values.begin(), query.values.end());
    while (rows.executeStep()) {
      std::vector<Cell>& row = result.rows.emplace_back();
      for (int c = 0; c < rows.getColumnCount(); ++c) {
        row.push_back(cell_of(rows.getColumn(c)));
      }
    }
    return result;
  }

  std::string file_;
  SQLite::Database database_;
  Manifest manifest_;
  Counts counts_;
  Pairs failures_;
  std::vector<std::string> columns_;
};

OrRefusal<Reader> Reader::open(const std::string& file) {
  return guarded(file, [&]() -> OrRefusal<Reader> {
    OrRefusal<SQLite::Database> database = connect(resolved(file), Access::read);
    if (Refusal* refusal = std::get_if<Refusal>(&database)) {
      return std::move(*refusal);
    }
    auto files = std::make_unique<Files>(file, std::get<SQLite::Database>(std::move(database)));
    if (std::optional<Refusal> refusal = files->examine_all()) {
      return *std::move(refusal);
    }
    return Reader(std::move(files));
  });
}

Reader::Reader(std::unique_ptr<Files> files) : files_(std::move(files)) {}

Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

const Manifest& Reader::manifest() const noexcept {
  return files_->manifest();
}

Reader::Counts Reader::counts() const {
  return files_->counts();
}

std::vector<std::string> Reader::columns() const {
  return files_->columns();
}

// In the order of view_columns(): the point and the scheme, the axes, some of the scheme, six of each party.
std::string Reader::axis(std::size_t axis) const {
  return plain_or_quoted(files_->columns().at(2 + axis));
}

std::string Reader::npv(std::size_t party) const {
  constexpr std::size_t of_party = 6;
  const std::size_t after = of_party * (manifest().parties.size() - party);
  return plain_or_quoted(files_->columns().at(files_->columns().size() - after));
}

OrRefusal<Found> Reader::ask(const Query& query) const {
  return files_->ask(query);
}

Pairs Reader::failures(std::uint64_t most) const {
  const Pairs& all = files_->failures();
  return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(most, all.size()))};
}

}  // namespace shanhai::store
