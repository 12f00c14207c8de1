#include "briefing/phrases.hpp"

#include <algorithm>

#include "briefing/embedded.hpp"
#include "core/contract.hpp"
#include "document/document.hpp"

namespace shanhai::briefing {
namespace {

/// Cuts a phrase into plain text and places, in order.
template <class Visit>
void for_each_part(std::string_view phrase, const Visit& visit) {
  while (!phrase.empty()) {
    const std::size_t open = std::min(phrase.find('{'), phrase.size());
    if (open > 0) {
      visit(phrase.substr(0, open), false);
    }
    phrase.remove_prefix(open);
    const std::size_t close = phrase.find('}');
    if (close != std::string_view::npos) {
      visit(phrase.substr(1, close - 1), true);
      phrase.remove_prefix(close + 1);
    }
  }
}

}  // namespace

std::vector<Phrase> all_phrases() {
  const document::Document table = document::parse(phrase_table().front().text);
  std::vector<Phrase> phrases;
  for (const document::Node::Entry& entry : table.root.value().entries) {
    const document::Node* zh = entry.value.find("zh");
    const document::Node* en = entry.value.find("en");
    if (zh == nullptr || en == nullptr) {
      contract_broken(__FILE__, __LINE__, entry.key.c_str());
    }
    phrases.push_back({entry.key, {zh->text, en->text}});
  }
  return phrases;
}

std::vector<std::string> places_of(std::string_view phrase) {
  std::vector<std::string> places;
  for_each_part(phrase, [&](std::string_view part, bool is_place) {
    if (is_place) {
      places.emplace_back(part);
    }
  });
  return places;
}

Phrases::Phrases(Language language) : language_(language) {
  for (Phrase& phrase : all_phrases()) {
    phrases_.emplace(std::move(phrase.key), phrase.text.in(language));
  }
}

paper::Line Phrases::line(std::string_view key, const Slots& slots) const {
  const auto phrase = phrases_.find(key);
  if (phrase == phrases_.end()) {
    contract_broken(__FILE__, __LINE__, std::string(key).c_str());
  }
  paper::Line line;
  for_each_part(phrase->second, [&](std::string_view part, bool is_place) {
    if (!is_place) {
      line.emplace_back(std::string(part));
      return;
    }
    const auto slot = std::ranges::find(slots, part, &Slots::value_type::first);
    if (slot == slots.end()) {
      contract_broken(__FILE__, __LINE__, phrase->first.c_str());
    }
    line.insert(line.end(), slot->second.line.begin(), slot->second.line.end());
  });
  return line;
}

std::string Phrases::text(std::string_view key, const Slots& slots) const {
  return plain(line(key, slots));
}

std::string plain(const paper::Line& line) {
  std::string text;
  for (const paper::Piece& piece : line) {
    if (const auto* words = std::get_if<std::string>(&piece)) {
      text += *words;
    } else if (const auto* strong = std::get_if<paper::Strong>(&piece)) {
      text += strong->text;
    } else {
      text += std::get<paper::Bound>(piece).shown;
    }
  }
  return text;
}

}  // namespace shanhai::briefing
