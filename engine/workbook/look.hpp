#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

#include "core/width.hpp"

struct lxw_format;

namespace shanhai::workbook {

/// What a cell is to its reader.
enum class Dress : std::uint8_t {
  plain,
  title,  ///< of a sheet
  head,   ///< of a column
  input,  ///< a number that may be changed, in blue as modellers have it
  note,   ///< wrapped and grey
  wrapped,
};

/// How a cell of a workbook looks.
struct Look {
  std::string number = {};  ///< a number format of Excel's, such as 0.0%; it changes what is shown, never what is kept
  bool bold = false;
  std::optional<Side> side = {};  ///< where it stands, left a little within; else texts left and numbers right
  Dress dress = Dress::plain;

  bool operator<(const Look& other) const {
    return std::tie(number, bold, side, dress) < std::tie(other.number, other.bold, other.side, other.dress);
  }
};

/// Whether its texts are broken into lines.
[[nodiscard]] constexpr bool is_wrapped(Dress dress) noexcept {
  return dress == Dress::head || dress == Dress::note || dress == Dress::wrapped;
}

/// Gives a new format a look.
void dress(lxw_format* format, const Look& look);

}  // namespace shanhai::workbook
