#include "paper/xml_text.hpp"

#include "core/width.hpp"

namespace shanhai::paper {
namespace {

bool is_blank(char32_t code) noexcept {
  return code == U'\t' || code == U'\n' || code == U'\r';
}

bool is_allowed(Character character) noexcept {
  const char32_t code = character.code;
  return character.valid && (is_blank(code) || code >= 0x20) && (code & 0xFFFEU) != 0xFFFEU &&
         (code < 0x7F || code > 0x9F) && (code < 0xFDD0 || code > 0xFDEF);
}

void append(std::string& text, char32_t code, std::string_view bytes) {
  switch (code) {
    case U'&':
      text += "&amp;";
      break;
    case U'<':
      text += "&lt;";
      break;
    case U'>':
      text += "&gt;";
      break;
    case U'"':
      text += "&quot;";
      break;
    case U'\t':
      text += "&#9;";
      break;
    case U'\n':
      text += "&#10;";
      break;
    case U'\r':
      text += "&#13;";
      break;
    default:
      text += bytes;
  }
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string result;
  for_each_character(text, [&](Character character, std::string_view bytes) {
    if (is_allowed(character)) {
      append(result, character.code, bytes);
    }
  });
  return result;
}

std::string xml_line(std::string_view text) {
  std::string result;
  for_each_character(text, [&](Character character, std::string_view bytes) {
    if (is_blank(character.code)) {
      result += ' ';
    } else if (is_allowed(character) && !is_hidden(character.code)) {
      append(result, character.code, bytes);
    }
  });
  return result;
}

}  // namespace shanhai::paper
