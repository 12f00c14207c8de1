#include "core/width.hpp"

#include <algorithm>
#include <array>

namespace shanhai {
namespace {

struct CodeRange {
  char32_t first;
  char32_t last;
};

template <std::size_t size>
bool holds(const std::array<CodeRange, size>& ranges, char32_t code) noexcept {
  const auto* range = std::ranges::lower_bound(ranges, code, {}, &CodeRange::last);
  return range != ranges.end() && range->first <= code;
}

constexpr auto hidden = std::to_array<CodeRange>({{0x00, 0x1F},
                                                  {0x7F, 0x9F},
                                                  {0x061C, 0x061C},
                                                  {0x200E, 0x200F},
                                                  {0x2028, 0x202E},
                                                  {0x2066, 0x2069},
                                                  {0xFDD0, 0xFDEF},
                                                  {0xFEFF, 0xFEFF},
                                                  {0xE0000, 0xE007F}});

constexpr auto combining = std::to_array<CodeRange>({{0x0300, 0x036F},
                                                     {0x1AB0, 0x1AFF},
                                                     {0x1DC0, 0x1DFF},
                                                     {0x200B, 0x200D},
                                                     {0x20D0, 0x20FF},
                                                     {0x302A, 0x302D},
                                                     {0x3099, 0x309A},
                                                     {0xFE00, 0xFE0F},
                                                     {0xFE20, 0xFE2F},
                                                     {0xE0100, 0xE01EF}});

// The blocks of EastAsianWidth.txt that are W or F, without its single symbols.
constexpr auto wide = std::to_array<CodeRange>({{0x1100, 0x115F},
                                                {0x2E80, 0x303E},
                                                {0x3041, 0x4DBF},
                                                {0x4E00, 0xA4CF},
                                                {0xA960, 0xA97F},
                                                {0xAC00, 0xD7A3},
                                                {0xF900, 0xFAFF},
                                                {0xFE10, 0xFE19},
                                                {0xFE30, 0xFE6F},
                                                {0xFF01, 0xFF60},
                                                {0xFFE0, 0xFFE6},
                                                {0x16FE0, 0x18DFF},
                                                {0x1AFF0, 0x1B2FF},
                                                {0x1F300, 0x1F64F},
                                                {0x1F680, 0x1F6FF},
                                                {0x1F900, 0x1F9FF},
                                                {0x1FA70, 0x1FAFF},
                                                {0x20000, 0x3FFFD}});

std::size_t width_of(char32_t code) noexcept {
  if (holds(combining, code)) {
    return 0;
  }
  return holds(wide, code) ? 2 : 1;
}

// By the first byte alone; 0 for a byte that begins no character.
std::size_t length_announced(unsigned lead) noexcept {
  if (lead < 0x80) {
    return 1;
  }
  if (lead < 0xC2 || lead > 0xF4) {
    return 0;
  }
  return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

}  // namespace

Character first_character(std::string_view text) noexcept {
  constexpr std::array<char32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
  const auto byte = [text](std::size_t i) {
    return static_cast<unsigned char>(text[i]);
  };
  const std::size_t bytes = length_announced(byte(0));
  if (bytes == 1) {
    return {byte(0), 1, true};
  }
  if (bytes == 0 || bytes > text.size()) {
    return {};
  }
  char32_t code = byte(0) & (0x7FU >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) {
      return {};
    }
    code = (code << 6U) | (byte(i) & 0x3FU);
  }
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  return code < least[bytes] || code > 0x10FFFF || surrogate ? Character{} : Character{code, bytes, true};
}

bool is_hidden(char32_t code) noexcept {
  return holds(hidden, code) || (code & 0xFFFEU) == 0xFFFEU;
}

std::size_t display_width(std::string_view text) noexcept {
  std::size_t width = 0;
  for_each_character(text, [&](Character character, std::string_view) { width += width_of(character.code); });
  return width;
}

std::string pad(std::string_view text, std::size_t width, Side side) {
  const std::string blanks(width - std::min(width, display_width(text)), ' ');
  return side == Side::left ? std::string(text) + blanks : blanks + std::string(text);
}

std::string printable(std::string_view text) {
  std::string result;
  for_each_character(text, [&](Character character, std::string_view bytes) {
    result += character.valid && !is_hidden(character.code) ? bytes : "\uFFFD";
  });
  return result;
}

}  // namespace shanhai
