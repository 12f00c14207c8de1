#include "workbook/native_chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include <xlsxwriter.h>

#include "core/width.hpp"

namespace shanhai::workbook {

namespace {

// Dark enough for a black and white print, and apart for those who do not tell red from green.
constexpr std::array<lxw_color_t, 12> palette{0x1F4E79,
                                              0xE08214,
                                              0x5AAE9C,
                                              0xB2182B,
                                              0x8073AC,
                                              0x7F7F7F,
                                              0xC9A227,
                                              0x4393C3,
                                              0x3F6B3A,
                                              0xD98CB3,
                                              0x5C4033,
                                              0xBFD3E6};
constexpr lxw_color_t grid = 0xD9D9D9;

std::uint8_t type_of(NativeChart::Kind kind) {
  switch (kind) {
    case NativeChart::Kind::columns:
      return LXW_CHART_COLUMN;
    case NativeChart::Kind::stacked:
      return LXW_CHART_COLUMN_STACKED;
    case NativeChart::Kind::lines:
      break;
  }
  return LXW_CHART_LINE;
}

lxw_row_t row_of(const Place& place) {
  return static_cast<lxw_row_t>(place.row);
}

lxw_col_t column_of(const Place& place) {
  return static_cast<lxw_col_t>(place.column);
}

/// What begins with = would be taken for the name of a cell.
std::string title_of(const std::string& text) {
  const std::string shown = printable(text);
  return shown.starts_with('=') ? ' ' + shown : shown;
}

lxw_chart_line line_of(NativeChart::Tone tone, lxw_color_t own) {
  constexpr float thick = 2.25;
  constexpr float thin = 1.25;
  lxw_chart_line line{};
  line.color = tone == NativeChart::Tone::own ? own : palette.front();
  line.width = tone == NativeChart::Tone::edge ? thin : thick;
  line.dash_type = tone == NativeChart::Tone::edge ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID;
  return line;
}

/// Gives a series the results of formulas, which the library does not read: else what does not reckon would draw 0.
void keep(lxw_series_range* range, const std::vector<double>& results) {
  range->ignore_cache = LXW_TRUE;
  for (const double result : results) {
    // The library frees it. NOLINTNEXTLINE
    auto* const point = static_cast<lxw_series_data_point*>(std::calloc(1, sizeof(lxw_series_data_point)));
    point->number = result;
    STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
    ++range->num_data_points;
  }
}

void add_series(lxw_chart* drawn, const NativeChart& chart, std::size_t number) {
  const NativeChart::Series& one = chart.series[number];
  const char* sheet = chart.sheet.c_str();
  lxw_chart_series* const series = ::chart_add_series(drawn, nullptr, nullptr);
  ::chart_series_set_name_range(series, sheet, row_of(one.name), column_of(one.name));
  ::chart_series_set_categories(series,
                                sheet,
                                row_of(chart.categories.first),
                                column_of(chart.categories.first),
                                row_of(chart.categories.last),
                                column_of(chart.categories.last));
  ::chart_series_set_values(series,
                            sheet,
                            row_of(one.values.first),
                            column_of(one.values.first),
                            row_of(one.values.last),
                            column_of(one.values.last));
  if (!one.results.empty()) {
    keep(series->values, one.results);
  }
  const lxw_color_t own = palette[number % palette.size()];
  if (chart.kind == NativeChart::Kind::lines) {
    lxw_chart_line line = line_of(one.tone, own);
    ::chart_series_set_line(series, &line);
  } else {
    lxw_chart_fill fill{};
    fill.color = own;
    ::chart_series_set_fill(series, &fill);
  }
}

/// So many categories have one label, so that labels stand apart.
std::uint16_t interval_of(const NativeChart& chart) {
  constexpr double width_of_year = 45;
  const auto categories = static_cast<double>(chart.categories.last.column - chart.categories.first.column + 1);
  return static_cast<std::uint16_t>(std::max(1.0, std::ceil(categories * width_of_year / chart.width)));
}

void set_axes(lxw_chart* drawn, const NativeChart& chart) {
  constexpr double small = 9;
  constexpr int level = 360;  // 0 would leave it to Excel
  lxw_chart_font font{};
  font.size = small;
  ::chart_axis_set_num_font(drawn->y_axis, &font);
  if (chart.kind == NativeChart::Kind::columns) {
    font.rotation = level;
  }
  ::chart_axis_set_num_font(drawn->x_axis, &font);
  ::chart_axis_set_interval_unit(drawn->x_axis, interval_of(chart));
  ::chart_axis_set_num_format(drawn->y_axis, chart.number.c_str());
  ::chart_axis_set_label_position(drawn->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);  // also below what is negative
  lxw_chart_line line{};
  line.color = grid;
  ::chart_axis_major_gridlines_set_line(drawn->y_axis, &line);
  if (chart.low) {
    ::chart_axis_set_min(drawn->y_axis, *chart.low);
  }
  if (chart.high) {
    ::chart_axis_set_max(drawn->y_axis, *chart.high);
  }
}

}  // namespace

lxw_chart* draw(lxw_workbook* book, const NativeChart& chart) {
  constexpr double title_size = 11;
  lxw_chart* const drawn = ::workbook_add_chart(book, type_of(chart.kind));
  for (std::size_t number = 0; number < chart.series.size(); ++number) {
    add_series(drawn, chart, number);
  }
  lxw_chart_font font{};
  font.size = title_size;
  font.bold = LXW_TRUE;
  ::chart_title_set_name(drawn, title_of(chart.title).c_str());
  ::chart_title_set_name_font(drawn, &font);
  set_axes(drawn, chart);
  if (chart.series.size() > 1) {
    ::chart_legend_set_position(drawn, LXW_CHART_LEGEND_BOTTOM);
  } else {
    ::chart_legend_set_position(drawn, LXW_CHART_LEGEND_NONE);
  }
  return drawn;
}

}  // namespace shanhai::workbook
