#pragma once

#include <array>
#include <string>

#include "briefing/writer.hpp"

namespace shanhai::briefing {

/// Box plots of one quantity of every party under every scheme, a group a scheme.
/// @param quantiles  the 5%, 25%, 50%, 75% and 95% quantiles of a party's outcome
template <class Quantiles>
chart::Boxes boxes_of_parties(const Writer& writer, std::string x_title, const Quantiles& quantiles) {
  chart::Boxes boxes;
  boxes.x_title = std::move(x_title);
  boxes.whisker_name = writer.text("key_band");
  boxes.box_name = writer.text("key_box");
  boxes.median_name = writer.text("key_median");
  for (std::size_t s = 0; s < writer.outcome().schemes.size(); ++s) {
    chart::Boxes::Group& group = boxes.groups.emplace_back();
    group.title = writer.scheme(s);
    for (std::size_t p = 0; p < writer.scenario().parties.size(); ++p) {
      group.boxes.push_back({writer.party(p), quantiles(writer.outcome().schemes[s].parties[p])});
    }
  }
  return boxes;
}

}  // namespace shanhai::briefing
