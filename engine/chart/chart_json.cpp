#include "chart/chart_json.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace shanhai::chart {
namespace {

using Json = nlohmann::json;

/// A text without what XML 1.0 excludes, as far as it is one byte; U+FFFE and U+FFFF are what `dump` lets pass.
std::string plain(std::string text) {
  std::ranges::replace_if(
      text, [](char byte) { return (byte >= 0 && byte < ' ') || byte == '\x7f'; }, ' ');
  for (const char* const outside : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    for (std::size_t at = text.find(outside); at != std::string::npos; at = text.find(outside, at)) {
      text.replace(at, 3, "\xEF\xBF\xBD");
    }
  }
  return text;
}

Json plain(const std::vector<std::string>& texts) {
  Json all = Json::array();
  for (const std::string& text : texts) {
    all.push_back(plain(text));
  }
  return all;
}

Json json(const Series& series) {
  return {{"name", plain(series.name)}, {"values", series.values}};
}

Json json(const Fan& fan) {
  return {{"title", plain(fan.title)}, {"q05", fan.q05}, {"q50", fan.q50}, {"q95", fan.q95}};
}

Json json(const Box& box) {
  return {{"name", plain(box.name)}, {"quantiles", box.quantiles}};
}

Json json(const Tornado::Arm& arm) {
  return {{"name", plain(arm.name)}, {"low", arm.low}, {"high", arm.high}};
}

Json json(const HeatMap::Mark& mark) {
  return {{"x", mark.x}, {"y", mark.y}, {"text", plain(mark.text)}};
}

Json json(const std::vector<std::optional<double>>& row) {
  Json all = Json::array();
  for (const std::optional<double>& value : row) {
    all.push_back(value ? Json(*value) : Json());
  }
  return all;
}

Json json(const Boxes::Group& group);

template <class Item>
Json list(const std::vector<Item>& items) {
  Json all = Json::array();
  for (const Item& item : items) {
    all.push_back(json(item));
  }
  return all;
}

Json json(const Boxes::Group& group) {
  return {{"title", plain(group.title)}, {"boxes", list(group.boxes)}};
}

Json json(const Fans& chart) {
  return {{"kind", "fans"},
          {"x", plain(chart.x)},
          {"panels", list(chart.panels)},
          {"y_title", plain(chart.y_title)},
          {"band_name", plain(chart.band_name)},
          {"median_name", plain(chart.median_name)}};
}

Json json(const Boxes& chart) {
  return {{"kind", "boxes"},
          {"groups", list(chart.groups)},
          {"x_title", plain(chart.x_title)},
          {"whisker_name", plain(chart.whisker_name)},
          {"box_name", plain(chart.box_name)},
          {"median_name", plain(chart.median_name)}};
}

Json json(const Bars& chart) {
  return {{"kind", "bars"},
          {"categories", plain(chart.categories)},
          {"series", list(chart.series)},
          {"y_title", plain(chart.y_title)},
          {"in_percent", chart.in_percent}};
}

Json json(const Areas& chart) {
  return {{"kind", "areas"}, {"x", plain(chart.x)}, {"series", list(chart.series)}, {"y_title", plain(chart.y_title)}};
}

Json json(const Lines& chart) {
  return {{"kind", "lines"},
          {"x", plain(chart.x)},
          {"series", list(chart.series)},
          {"y_title", plain(chart.y_title)},
          {"in_percent", chart.in_percent}};
}

Json json(const Tornado& chart) {
  return {{"kind", "tornado"},
          {"base", chart.base},
          {"arms", list(chart.arms)},
          {"x_title", plain(chart.x_title)},
          {"low_name", plain(chart.low_name)},
          {"high_name", plain(chart.high_name)}};
}

Json json(const HeatMap& chart) {
  return {{"kind", "heat_map"},
          {"x", plain(chart.x)},
          {"y", plain(chart.y)},
          {"x_title", plain(chart.x_title)},
          {"y_title", plain(chart.y_title)},
          {"values", list(chart.values)},
          {"marks", list(chart.marks)}};
}

}  // namespace

std::string to_json(const Chart& chart) {
  const Json all = std::visit([](const auto& one) { return json(one); }, chart);
  return all.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace shanhai::chart
