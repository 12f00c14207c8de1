#include "paper/base64.hpp"

#include <algorithm>
#include <cstdint>

namespace shanhai::paper {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr char filler = '=';
constexpr std::string_view blanks = " \t\r\n";

}  // namespace

std::string base64(std::string_view bytes) {
  std::string letters;
  letters.reserve((bytes.size() + 2) / 3 * 4);
  for (; !bytes.empty(); bytes.remove_prefix(std::min<std::size_t>(3, bytes.size()))) {
    std::uint32_t three = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      three = three << 8U | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      letters += i <= bytes.size() ? alphabet[three >> (18 - 6 * i) & 0x3FU] : filler;
    }
  }
  return letters;
}

std::optional<std::string> from_base64(std::string_view letters) {
  std::string bytes;
  std::uint32_t bits = 0;
  std::size_t kept = 0;  // how many of them are not yet a byte
  std::size_t seen = 0;
  std::size_t fillers = 0;
  for (const char letter : letters) {
    if (blanks.find(letter) != std::string_view::npos) {
      continue;
    }
    ++seen;
    fillers += letter == filler ? 1 : 0;
    const std::size_t six = alphabet.find(letter);
    if (letter != filler && (fillers > 0 || six == std::string_view::npos)) {
      return std::nullopt;
    }
    if (letter != filler) {
      bits = bits << 6U | static_cast<std::uint32_t>(six);
      kept += 6;
    }
    if (kept >= 8) {
      kept -= 8;
      bytes += static_cast<char>(bits >> kept & 0xFFU);
    }
  }
  const bool complete = seen % 4 == 0 && kept == 2 * fillers && (bits & ((1U << kept) - 1U)) == 0;
  return complete ? std::optional(std::move(bytes)) : std::nullopt;
}

}  // namespace shanhai::paper
