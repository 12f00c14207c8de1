#include "memo/fact_text.hpp"

#include "core/say.hpp"
#include "library/unit.hpp"
#include "memo/table.hpp"

namespace shanhai::memo {
namespace {

using library::Fact;
using library::Verification;

constexpr std::size_t margin = 2;

std::string line(const std::string& text) {
  return labelled("", text, margin);
}

std::string places(const Fact& fact, Language language) {
  std::string text;
  for (const std::string& place : fact.places) {
    text += (text.empty() ? "" : say(language, {"、", ", "})) + place;
  }
  return text;
}

std::string source(const Fact& fact, Language language) {
  return say(language,
             {"来源：《{}》，{}，{}", "Source: {}, {}, {}"},
             fact.source.title,
             fact.source.publisher,
             fact.source.date);
}

std::string verification(Verification verified, Language language) {
  switch (verified) {
    case Verification::source:
      return "";
    case Verification::partial:
      return say(language, {"部分核实：原文未能全部读到", "Verified in part: not all of the text could be read"});
    case Verification::unverified:
      return say(language, {"未核实：不可作为事实引用", "Unverified: not to be cited as a fact"});
  }
  return "";
}

std::string card(const Fact& fact, Language language) {
  std::string text = fact.id + '\n';
  text += line(say(language,
                   {"{}：{}（{}，{}）", "{}: {} ({}, {})"},
                   fact.what,
                   library::quantity(fact, language),
                   places(fact, language),
                   fact.period));
  text += line(source(fact, language));
  if (!fact.derived.empty()) {
    text += line(say(language, {"推算：{}", "Derived: {}"}, fact.derived));
  }
  if (fact.contradiction) {
    text += line(say(language,
                     {"有出入：{}（{} = {}）", "Contradicted: {} ({} = {})"},
                     fact.contradiction->what,
                     fact.contradiction->formula,
                     fact.contradiction->gives));
  }
  const std::string mark = verification(fact.verified, language);
  return mark.empty() ? text : text + line(mark);
}

}  // namespace

std::string fact_text(const std::vector<const Fact*>& facts, Language language) {
  std::string text;
  for (const Fact* fact : facts) {
    text += card(*fact, language);
  }
  return text;
}

}  // namespace shanhai::memo
