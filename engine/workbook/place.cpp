#include "workbook/place.hpp"

#include <fmt/format.h>

namespace shanhai::workbook {

namespace {

std::string letters(std::size_t column) {
  constexpr std::size_t alphabet = 26;
  const std::string last(1, static_cast<char>('A' + column % alphabet));
  return column < alphabet ? last : letters(column / alphabet - 1) + last;
}

}  // namespace

std::string reference(const Place& place) {
  return fmt::format("{}{}", letters(place.column), place.row + 1);
}

std::string fixed(const Place& place) {
  return fmt::format("${}${}", letters(place.column), place.row + 1);
}

std::string reference(const Block& block) {
  return reference(block.first) + ':' + reference(block.last);
}

std::string in_sheet(const std::string& sheet, const std::string& reference) {
  return fmt::format("'{}'!{}", sheet, reference);
}

}  // namespace shanhai::workbook
