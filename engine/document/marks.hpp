#pragma once

#include <cstddef>
#include <string_view>

#include <yaml-cpp/mark.h>

#include "document/utf8.hpp"

namespace shanhai::document {

/// Where the parser's marks stand in its text.
class Marks {
 public:
  explicit Marks(std::string_view text) noexcept : text_(text), places_(text) {}

  /// The byte a mark stands at; one past the end counts as the end of what is not blank.
  [[nodiscard]] std::size_t offset(const YAML::Mark& mark) const noexcept;

  [[nodiscard]] std::string_view before(const YAML::Mark& mark) const { return text_.substr(0, offset(mark)); }

  [[nodiscard]] std::string_view after(const YAML::Mark& mark) const { return text_.substr(offset(mark)); }

  [[nodiscard]] Place place(std::size_t offset) noexcept { return places_.at(offset); }

  [[nodiscard]] Place place(const YAML::Mark& mark) noexcept { return places_.at(offset(mark)); }

  /// What stands at an offset, in words for "found": its line from there on, or the end.
  [[nodiscard]] Text found_at(std::size_t offset) const;

 private:
  std::string_view text_;
  Places places_;
};

}  // namespace shanhai::document
