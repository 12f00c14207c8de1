#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "paper/docx.hpp"
#include "paper/sample.hpp"
#include "paper/zip.hpp"

namespace shanhai::paper {

/// What an answer gave; fails the test where it gave a reason.
template <class T>
[[nodiscard]] T given(std::variant<T, Text> answer) {
  if (const Text* reason = std::get_if<Text>(&answer)) {
    throw std::runtime_error("refused: " + reason->en);
  }
  return std::get<T>(std::move(answer));
}

/// The sample as a Word file.
[[nodiscard]] inline std::string sample_docx(Language language = Language::zh) {
  return given(docx(sample_paper(language), sample_images(language)));
}

[[nodiscard]] inline Files files_of(const std::string& bytes) {
  return unzipped(bytes).value();
}

[[nodiscard]] inline std::string archive_of(const Files& files) {
  return zipped(std::vector<std::pair<std::string, std::string>>(files.begin(), files.end()));
}

/// A text with the first `old` replaced; fails the test where there is none.
[[nodiscard]] inline std::string replaced(std::string text, std::string_view old, std::string_view by) {
  const std::size_t place = text.find(old);
  if (place == std::string::npos) {
    throw std::runtime_error("there is no " + std::string(old));
  }
  return text.replace(place, old.size(), by);
}

/// A Word file whose text was changed by other hands.
[[nodiscard]] inline std::string edited(const std::string& bytes, std::string_view old, std::string_view by) {
  Files files = files_of(bytes);
  std::string& text = files.at("word/document.xml");
  text = replaced(std::move(text), old, by);
  return archive_of(files);
}

}  // namespace shanhai::paper
