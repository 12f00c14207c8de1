#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text.hpp"
#include "paper/paper.hpp"

namespace shanhai::briefing {

/// What fills a place `{name}` of a phrase: words, a figure, or a line of them.
struct Slot {
  // Whatever can stand in a place is written there as it is.
  Slot(std::string words) : line{std::move(words)} {}  // NOLINT(google-explicit-constructor)

  Slot(paper::Bound figure) : line{std::move(figure)} {}  // NOLINT(google-explicit-constructor)

  Slot(paper::Line whole) : line(std::move(whole)) {}  // NOLINT(google-explicit-constructor)

  paper::Line line;
};

using Slots = std::vector<std::pair<std::string_view, Slot>>;

/// The string table of the briefing in one language.
///
/// Every phrase stands in phrases.yaml with both its languages beside each other; a test holds them to the same places.
/// A key or a place that is missing is a defect of ours and ends the program.
class Phrases {
 public:
  explicit Phrases(Language language);

  [[nodiscard]] Language language() const noexcept { return language_; }

  /// A phrase with its places filled.
  [[nodiscard]] paper::Line line(std::string_view key, const Slots& slots = {}) const;

  /// The same as plain text, figures as they are shown.
  [[nodiscard]] std::string text(std::string_view key, const Slots& slots = {}) const;

 private:
  Language language_;
  std::map<std::string, std::string, std::less<>> phrases_;
};

/// A phrase as the table has it, in both languages.
struct Phrase {
  std::string key;
  Text text;
};

/// The whole table, in the order of its file.
[[nodiscard]] std::vector<Phrase> all_phrases();

/// The names of the places of a phrase, in order of appearance.
[[nodiscard]] std::vector<std::string> places_of(std::string_view phrase);

/// A line as plain text.
[[nodiscard]] std::string plain(const paper::Line& line);

}  // namespace shanhai::briefing
