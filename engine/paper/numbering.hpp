#pragma once

#include <cstddef>
#include <string>

#include "core/text.hpp"

namespace shanhai::paper {

/// The lists of a text, added to the part that holds those of an institution's file; each numbered one begins at 1.
class Numbering {
 public:
  /// `part` is empty where there is none.
  Numbering(std::string part, Language language);

  /// The number that a paragraph in a list names: of all lists with bullets, and of the next numbered one.
  [[nodiscard]] int bullets() const noexcept { return first_; }

  [[nodiscard]] int next_numbered() noexcept { return first_ + ++numbered_; }

  /// The part with all lists that were asked for.
  [[nodiscard]] std::string part() const;

 private:
  std::string part_;
  Language language_;
  int first_ = 1;     // list of ours
  int abstract_ = 1;  // and its look
  int numbered_ = 0;
};

}  // namespace shanhai::paper
