#include "memo/zone_json.hpp"

namespace shanhai::memo {

namespace {

Json terms_json(const ZonePage& page, const study::Terms& terms) {
  Json json = Json::object();
  for (std::size_t axis = 0; axis < terms.values.size(); ++axis) {
    json["values"][page.sweep.axes[axis].name] = terms.values[axis];
  }
  json["acceptance"] = estimate_json(terms.acceptance);
  for (std::size_t party = 0; party < terms.gain.size(); ++party) {
    json["parties"][page.scenario.parties[party].id] = {{"gain", estimate_json(terms.gain[party])},
                                                        {"accepts", estimate_json(terms.accepts[party])}};
  }
  return json;
}

Json bargain_json(const ZonePage& page, const std::optional<study::Bargain>& bargain) {
  if (!bargain) {
    return nullptr;
  }
  Json json{{"terms", bargain->terms}};
  for (std::size_t axis = 0; axis < bargain->interval.size(); ++axis) {
    json["interval"][page.sweep.axes[axis].name] = {bargain->interval[axis].first, bargain->interval[axis].second};
  }
  return json;
}

Json concession_json(const study::Concession& concession) {
  Json json{{"needed", concession.needed}};
  json["terms"] = concession.terms ? Json(*concession.terms) : Json(nullptr);
  if (concession.terms) {
    json["won"] = estimate_json(concession.won);
    json["cost_to_others"] = estimate_json(concession.cost);
  }
  return json;
}

}  // namespace

Json to_json(const ZonePage& page) {
  Json json = study_json(page.scenario, page.plan);
  json["scheme"] = page.scenario.schemes[page.zone.scheme].id;
  for (const sweep::Axis& axis : page.sweep.axes) {
    for (const sweep::Key& key : axis.keys) {
      json["axes"][axis.name]["keys"].push_back(key.path);
    }
  }
  json["base"] = terms_json(page, page.zone.base);
  json["map"] = Json::array();
  for (const study::Terms& terms : page.zone.terms) {
    json["map"].push_back(terms_json(page, terms));
  }
  json["nash"] = bargain_json(page, page.zone.nash);
  json["kalai_smorodinsky"] = bargain_json(page, page.zone.kalai_smorodinsky);
  json["chance"] = page.zone.chance;
  for (const study::Concession& concession : page.zone.concessions) {
    json["concessions"][page.scenario.parties[concession.party].id] = concession_json(concession);
  }
  return json;
}

}  // namespace shanhai::memo
