#include "workbook/look.hpp"

#include <xlsxwriter.h>

namespace shanhai::workbook {

namespace {

constexpr lxw_color_t blue = 0x0000FF;
constexpr lxw_color_t grey = 0x595959;
constexpr lxw_color_t pale_yellow = 0xFFF9DB;
constexpr lxw_color_t pale_blue = 0xDCE6F1;
constexpr lxw_color_t line = 0x8EA9C1;
constexpr double title_size = 14;

void dress_head(lxw_format* format) {
  ::format_set_bold(format);
  ::format_set_bg_color(format, pale_blue);
  ::format_set_bottom(format, LXW_BORDER_THIN);
  ::format_set_bottom_color(format, line);
  ::format_set_text_wrap(format);
  ::format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
}

void dress_note(lxw_format* format) {
  ::format_set_font_color(format, grey);
  ::format_set_text_wrap(format);
  ::format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
}

void dress_input(lxw_format* format) {
  ::format_set_font_color(format, blue);
  ::format_set_bg_color(format, pale_yellow);
  ::format_set_border(format, LXW_BORDER_THIN);
  ::format_set_border_color(format, line);
}

}  // namespace

void dress(lxw_format* format, const Look& look) {
  if (!look.number.empty()) {
    ::format_set_num_format(format, look.number.c_str());
  }
  if (look.bold) {
    ::format_set_bold(format);
  }
  if (look.side) {
    ::format_set_align(format, look.side == Side::left ? LXW_ALIGN_LEFT : LXW_ALIGN_RIGHT);
    ::format_set_indent(format, look.side == Side::left ? 1 : 0);
  }
  switch (look.dress) {
    case Dress::plain:
      break;
    case Dress::title:
      ::format_set_bold(format);
      ::format_set_font_size(format, title_size);
      break;
    case Dress::head:
      dress_head(format);
      break;
    case Dress::input:
      dress_input(format);
      break;
    case Dress::note:
      dress_note(format);
      break;
    case Dress::wrapped:
      ::format_set_text_wrap(format);
      ::format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
      break;
  }
}

}  // namespace shanhai::workbook
