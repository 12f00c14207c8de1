#include "run/scenario.hpp"

namespace shanhai::run {

std::vector<std::pair<std::string, Text>> Scenario::streams() const {
  std::vector<std::pair<std::string, Text>> result;
  if (const auto* park = std::get_if<economy::Park>(&revenue)) {
    for (const economy::Tax& tax : park->taxes) {
      result.emplace_back(tax.id, tax.name);
    }
  } else {
    for (const economy::Table::Stream& stream : std::get<economy::Forecast>(revenue).table.streams) {
      result.emplace_back(stream.id, Text{stream.id, stream.id});
    }
  }
  return result;
}

std::optional<economy::Parts> Scenario::parts(std::size_t stream, int year) const {
  const auto* park = std::get_if<economy::Park>(&revenue);
  return park != nullptr ? park->taxes[stream].known_parts(year) : std::nullopt;
}

}  // namespace shanhai::run
