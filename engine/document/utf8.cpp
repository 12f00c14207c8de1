#include "document/utf8.hpp"

#include <algorithm>

#include "core/width.hpp"

namespace shanhai::document {

std::string_view without_mark(std::string_view text) noexcept {
  constexpr std::string_view mark = "\uFEFF";
  text.remove_prefix(text.starts_with(mark) ? mark.size() : 0);
  return text;
}

std::size_t valid_bytes(std::string_view text) noexcept {
  std::size_t count = 0;
  while (count < text.size()) {
    const Character character = first_character(text.substr(count));
    if (!character.valid) {
      break;
    }
    count += character.bytes;
  }
  return count;
}

std::u32string characters(std::string_view text) {
  std::u32string result;
  for_each_character(text, [&](Character character, std::string_view) { result += character.code; });
  return result;
}

std::string shortened(std::string_view text, std::size_t most) {
  std::size_t bytes = 0;
  for (std::size_t count = 0; count < most && bytes < text.size(); ++count) {
    bytes += first_character(text.substr(bytes)).bytes;
  }
  return std::string(text.substr(0, bytes)) + (bytes < text.size() ? "…" : "");
}

Place Places::at(std::size_t offset) noexcept {
  if (offset < offset_) {
    *this = Places(text_);
  }
  for (const std::size_t end = std::min(offset, text_.size()); offset_ < end; ++offset_) {
    if (text_[offset_] == '\n') {
      place_ = {place_.line + 1, 1};
    } else if ((static_cast<unsigned char>(text_[offset_]) & 0xC0U) != 0x80U) {
      ++place_.column;
    }
  }
  return place_;
}

}  // namespace shanhai::document
