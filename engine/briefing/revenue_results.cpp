#include "briefing/sections.hpp"
#include "briefing/years.hpp"
#include "core/say.hpp"

namespace shanhai::briefing {

void revenue_results(Writer& writer) {
  writer.section("section_revenue");
  const std::vector<run::StreamOutcome>& streams = writer.streams();
  paper::Table table{
      writer.text("revenue_caption", {{"unit", writer.unit().name()}}), {{writer.text("column_year"), false}}, {}, {}};
  chart::Areas areas{year_axis(1, writer.scenario().horizon.years), {}, writer.unit().name()};
  const auto names = writer.scenario().streams();
  for (std::size_t stream = 0; stream < streams.size(); ++stream) {
    const std::string& name = names[stream].second.in(writer.language());
    table.columns.push_back({name.empty() ? streams[stream].id : name, true});
    areas.series.push_back({table.columns.back().title, in_unit(writer, streams[stream].local.mean)});
  }
  for (const int year : shown_years(writer.scenario().horizon.years)) {
    paper::Table::Row row{{cell(year_label(writer, year))}};
    for (const run::StreamOutcome& stream : streams) {
      const std::string what = fmt::format("revenue/{}/mean/{}", stream.id, year - 1);
      row.cells.push_back(cell(writer.digits(stream.local.mean[static_cast<std::size_t>(year - 1)], what)));
    }
    table.rows.push_back(std::move(row));
  }
  writer.table(std::move(table));
  writer.picture(
      std::move(areas), writer.text("revenue_picture", {{"unit", writer.unit().name()}}), "revenue_picture_text");
}

}  // namespace shanhai::briefing
