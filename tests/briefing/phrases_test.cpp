#include "briefing/phrases.hpp"

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

namespace shanhai::briefing {

TEST_CASE("Every phrase has both languages, with the same places", "[briefing][phrases]") {
  const std::vector<Phrase> phrases = all_phrases();
  CHECK(phrases.size() > 100);
  std::set<std::string> keys;
  for (const Phrase& phrase : phrases) {
    INFO(phrase.key);
    CHECK(keys.insert(phrase.key).second);
    CHECK_FALSE(phrase.text.zh.empty());
    CHECK_FALSE(phrase.text.en.empty());
    const auto sorted = [](std::vector<std::string> places) {
      std::ranges::sort(places);
      return places;
    };
    CHECK(sorted(places_of(phrase.text.zh)) == sorted(places_of(phrase.text.en)));
  }
}

TEST_CASE("Places are filled with words, figures and lines", "[briefing][phrases]") {
  const Phrases phrases(Language::en);
  const paper::Bound figure{"7,701", "schemes/a/npv", 7701.2, 77};
  const paper::Line line = phrases.line("point_gain", {{"party", std::string("Wuyi")}, {"npv", figure}});
  CHECK(plain(line) == "Wuyi has a mean NPV of 7,701");
  CHECK(std::ranges::count_if(
            line, [](const paper::Piece& piece) { return std::holds_alternative<paper::Bound>(piece); }) == 1);
  CHECK(phrases.text("point_parties", {{"best", std::string("A {gains}")}, {"gains", line}}) ==
        "Under “A {gains}”, Wuyi has a mean NPV of 7,701.");
}

}  // namespace shanhai::briefing
