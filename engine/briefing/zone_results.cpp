#include "briefing/sections.hpp"
#include "core/say.hpp"

namespace shanhai::briefing {
namespace {

chart::HeatMap heat_map(const DrawnZone& drawn) {
  const std::vector<sweep::Axis>& axes = drawn.sweep.axes;
  const bool flat = axes.size() == 1;
  chart::HeatMap map;
  map.x.resize(axes[0].levels);
  map.y.resize(flat ? 1 : axes[1].levels);
  map.x_title = axes[0].name;
  map.y_title = flat ? "" : axes[1].name;
  map.values.assign(map.y.size(), std::vector<std::optional<double>>(map.x.size()));
  for (std::size_t at = 0; at < drawn.zone.terms.size(); ++at) {
    const study::Terms& terms = drawn.zone.terms[at];
    const std::size_t x = terms.levels[0];
    const std::size_t y = flat ? 0 : terms.levels[1];
    map.x[x] = terms.values[0];
    map.y[y] = flat ? "" : terms.values[1];
    map.values[y][x] = terms.acceptance.value;
    std::string mark = drawn.zone.nash && drawn.zone.nash->terms == at ? "N" : "";
    mark += drawn.zone.kalai_smorodinsky && drawn.zone.kalai_smorodinsky->terms == at ? "K" : "";
    if (!mark.empty()) {
      map.marks.push_back({x, y, mark});
    }
  }
  return map;
}

}  // namespace

void zone_results(Writer& writer, const DrawnZone& drawn) {
  writer.section("section_zone");
  const std::string& scheme = writer.scheme(drawn.zone.scheme);
  writer.picture(heat_map(drawn), writer.text("zone_picture", {{"scheme", scheme}}), "zone_picture_text");
  if (!drawn.zone.nash) {
    writer.paragraph("zone_none");
    return;
  }
  const study::Terms& terms = drawn.zone.terms[drawn.zone.nash->terms];
  std::vector<std::string> values;
  for (std::size_t axis = 0; axis < terms.values.size(); ++axis) {
    values.push_back(fmt::format("{} = {}", drawn.sweep.axes[axis].name, terms.values[axis]));
  }
  writer.paragraph("zone_nash",
                   {{"terms", fmt::format("{}", fmt::join(values, writer.text("comma")))},
                    {"acceptance", writer.share(terms.acceptance, "briefing/zone/nash/acceptance")}});
}

}  // namespace shanhai::briefing
