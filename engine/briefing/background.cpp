#include <algorithm>
#include <array>
#include <numeric>

#include "briefing/chapters.hpp"
#include "core/say.hpp"
#include "memo/figures.hpp"

namespace shanhai::briefing {
namespace {

paper::Bound rate(const Number& number, std::string what) {
  constexpr double percent = 100;
  return {fmt::format("{:.4g}%", percent * number.value), std::move(what), number.value, 0};
}

void parties(Writer& writer) {
  std::vector<paper::Line> all;
  for (std::size_t place = 0; place < writer.scenario().parties.size(); ++place) {
    const run::Party& party = writer.scenario().parties[place];
    all.push_back(writer.line(
        party.role == run::Role::host ? "background_host" : "background_origin",
        {{"party", writer.party(place)},
         {"rate", rate(party.discount_rate, fmt::format("parameters/parties.{}.discount_rate", party.id))}}));
  }
  writer.paragraph("background_parties", {{"parties", joined(all, writer.text("and_list"))}});
}

std::string sectors_of(const Writer& writer, const economy::Park& park) {
  std::vector<std::string> names;
  for (const economy::Sector& sector : park.sectors) {
    names.push_back(sector.name.in(writer.language()));
  }
  return fmt::format("{}", fmt::join(names, writer.text("and_list")));
}

void source(Writer& writer) {
  const auto* park = std::get_if<economy::Park>(&writer.scenario().revenue);
  if (park == nullptr) {
    writer.paragraph("background_table", {{"streams", std::to_string(writer.scenario().streams().size())}});
    return;
  }
  const double land = park->land.gross.value;
  writer.paragraph("background_park",
                   {{"land", paper::Bound{memo::figure(land, 0), "parameters/revenue.park.land.gross", land, 0}},
                    {"net", rate(park->land.net, "parameters/revenue.park.land.net")},
                    {"sectors", sectors_of(writer, *park)}});
}

/// Mean local revenue of all streams in one year, or in all.
run::Estimate revenue(const std::vector<run::StreamOutcome>& streams, std::optional<std::size_t> year) {
  run::Estimate sum;
  for (const run::StreamOutcome& stream : streams) {
    for (std::size_t t = 0; t < stream.local.mean.size(); ++t) {
      const bool counts = !year || *year == t;
      sum.value += counts ? stream.local.mean[t].value : 0;
      sum.error += counts ? stream.local.mean[t].error : 0;  // as if all moved together: never too small
    }
  }
  return sum;
}

double planned_costs(const run::Scenario& scenario) {
  double sum = 0;
  for (const scheme::Cost& cost : scenario.costs) {
    for (std::size_t t = 0; t < cost.amount.values.size(); ++t) {
      sum += cost.amount.values[t].value * cost.price.in(static_cast<int>(t)).value;
    }
  }
  return sum;
}

}  // namespace

void background(Writer& writer) {
  writer.chapter("chapter_background");
  const run::Scenario& scenario = writer.scenario();
  const int last = scenario.horizon.years;
  writer.paragraph("background_time",
                   {{"first", std::to_string(scenario.horizon.start)},
                    {"last", std::to_string(scenario.horizon.start + last - 1)},
                    {"years", std::to_string(last)},
                    {"unit", writer.unit().name()}});
  parties(writer);
  source(writer);
  const std::vector<run::StreamOutcome>& streams = writer.streams();
  const std::size_t middle = static_cast<std::size_t>(last + 1) / 2 - 1;
  writer.paragraph("background_revenue",
                   {{"total", writer.money(revenue(streams, std::nullopt), "briefing/revenue")},
                    {"year", std::to_string(middle + 1)},
                    {"in_year", writer.money(revenue(streams, middle), fmt::format("briefing/revenue/{}", middle))}});
  if (!scenario.costs.empty()) {
    writer.paragraph("background_costs", {{"costs", writer.money({planned_costs(scenario), 0}, "parameters/costs")}});
  }
  writer.paragraph("background_assumptions", {{"assumptions", std::to_string(scenario.assumptions.size())}});
}

}  // namespace shanhai::briefing
