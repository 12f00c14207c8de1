#include "memo/fact_json.hpp"

namespace shanhai::memo {
namespace {

using library::Fact;

constexpr std::string_view word(library::Verification verified) {
  switch (verified) {
    case library::Verification::source:
      return "source";
    case library::Verification::partial:
      return "partial";
    case library::Verification::unverified:
      return "unverified";
  }
  return "";
}

Json value_json(const std::string& value, const std::string& unit) {
  // As it is written it is a JSON number too, with the digits of the source.
  return unit == "date" || unit == "names" ? Json(value) : Json::parse(value);
}

Json one(const Fact& fact) {
  Json values = Json::array();
  for (const std::string& value : fact.values) {
    values.push_back(value_json(value, fact.unit));
  }
  Json json{
      {"id", fact.id},
      {"what", to_json(fact.what)},
      {"values", std::move(values)},
      {"unit", fact.unit},
      {"period", fact.period},
      {"places", fact.places},
      {"source", {{"title", fact.source.title}, {"publisher", fact.source.publisher}, {"date", fact.source.date}}},
      {"verified", word(fact.verified)}};
  if (!fact.derived.empty()) {
    json["derived"] = fact.derived;
  }
  if (fact.contradiction) {
    const library::Contradiction& other = *fact.contradiction;
    json["contradiction"] = {
        {"formula", other.formula}, {"gives", Json::parse(other.gives)}, {"what", to_json(other.what)}};
  }
  return json;
}

}  // namespace

Json fact_json(const std::vector<const Fact*>& facts) {
  Json all = Json::array();
  for (const Fact* fact : facts) {
    all.push_back(one(*fact));
  }
  return all;
}

}  // namespace shanhai::memo
