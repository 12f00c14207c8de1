#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.hpp"
#include "core/field.hpp"
#include "core/number.hpp"
#include "document/node.hpp"

namespace shanhai::input {

using document::Node;  // what is read here

/// At most this many items in a list: payments over the longest horizon, t = 0 included.
inline constexpr std::size_t longest_list = 201;

/// What reading one scenario has gathered so far: its faults, the names that can be referred to, its numbers.
///
/// Every `read(reader, node, out, range)` fills `out` from a node, or reports what is wrong with it and leaves `out` as
/// it was. Reading goes on after a fault, so that all are reported at once.
class Reader {
 public:
  /// The key under which the reader stands while the scope lives.
  class Scope {
   public:
    Scope(Reader& reader, std::string_view key) : reader_(&reader), length_(reader.path_.size()) {
      reader.path_.append(length_ == 0 ? "" : ".").append(key);
    }

    Scope(Reader& reader, std::size_t item) : reader_(&reader), length_(reader.path_.size()) {
      reader.path_.append("[").append(std::to_string(item)).append("]");
    }

    ~Scope() { reader_->path_.resize(length_); }

    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
    Scope(Scope&&) = delete;
    Scope& operator=(Scope&&) = delete;

   private:
    Reader* reader_;
    std::size_t length_;
  };

  /// Reports that `expected` was expected and `found` was found.
  void fault(Place place, const Text& expected, const Text& found, const Text& help = {});
  void fault(const Node& node, const Text& expected, const Text& help = {});

  /// Reports that what must be given is not there.
  void missing(Place place, const Text& expected);

  /// Reports a name that is none of the known ones; the one that was probably meant, or empty.
  std::string_view unknown(Place place,
                           const Text& expected,
                           std::string_view found,
                           const std::vector<std::string_view>& known);

  /// Reports the keys of a map that are not among the known ones; those that were probably meant, so that they are not
  /// reported as missing too.
  std::vector<std::string_view> expect_known_keys(const Node& node, const std::vector<std::string_view>& known);

  /// Whether the node is of the kind; reports it otherwise.
  bool expect_map(const Node& node);
  bool expect_list(const Node& node, std::size_t least = 1, std::size_t most = longest_list);

  /// Takes note of a number at the present path, which may have a source.
  void number_read();

  /// The place of an uncertain number in the scenario's list; numbers of one name and law share theirs.
  [[nodiscard]] std::size_t uncertain_number(std::string name, Law law);

  /// Gives the uncertain number that was read last another name; its place.
  std::size_t rename_last(std::string name);

  /// Reads a name that must be one of `names`; its place among them.
  [[nodiscard]] std::optional<std::size_t> name(const Node& node, const std::vector<std::string>& names, Words what);

  [[nodiscard]] const std::string& path() const noexcept { return path_; }

  std::vector<Diagnostic> diagnostics;
  std::vector<std::string> parties;
  std::vector<std::string> streams;
  std::vector<std::string> sectors;
  std::size_t first_host = 0;
  int years = 1;  ///< T
  bool has_table = false;
  std::vector<UncertainNumber> uncertain;
  std::vector<std::string> numbers;  ///< paths of all numbers, lists counted once, in the order read

 private:
  std::string path_;
  std::set<std::string> seen_numbers_;
};

/// What a node is, in words for "found".
[[nodiscard]] Text describe(const Node& node);

/// The numbers of a range, in words for "expected".
[[nodiscard]] Text describe(const Range& range);
[[nodiscard]] Text describe_whole(const Range& range);

}  // namespace shanhai::input
