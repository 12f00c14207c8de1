#include "app/catalogue_text.hpp"

#include "core/say.hpp"
#include "memo/table.hpp"
#include "schema/catalogue.hpp"
#include "scheme/kind.hpp"

namespace shanhai::app {

namespace {

using schema::ClauseEntry;
using schema::KeyEntry;
using scheme::Kind;

constexpr std::size_t label_width = 24;

std::string line(const std::string& label, const std::string& text) {
  return memo::labelled(label, text, label_width);
}

std::string range_in_words(const Range& range, Language language) {
  const bool from = range.low > -range::most;
  const bool to = range.high < range::most;
  if (from && to && range.low_open) {
    return say(language, {"，大于 {:g}、至 {:g}", ", above {:g} up to {:g}"}, range.low, range.high);
  }
  if (from && to) {
    return say(language, {"，{:g} 至 {:g}", ", {:g} to {:g}"}, range.low, range.high);
  }
  const std::string_view sign = range.low_open ? ">" : "≥";
  return from ? say(language, {"，{} {:g}", ", {} {:g}"}, sign, range.low) : "";
}

std::string default_in_words(const KeyEntry& entry) {
  const bool share = entry.range.low == 0 && entry.range.high == 1 && entry.otherwise.is_number();
  if (share) {
    return fmt::format("{:g}%", 100 * entry.otherwise.get<double>());
  }
  return entry.otherwise.is_string() ? entry.otherwise.get<std::string>() : entry.otherwise.dump();
}

/// Whether a key must be there, and what it is when it is not.
std::string need_in_words(const KeyEntry& entry, const std::string& choice, Language language) {
  if (entry.is_choice) {
    return say(language, {"；{} 恰好给出一个", "; exactly one of {}"}, choice);
  }
  if (entry.required) {
    return say(language, {"；必填", "; required"});
  }
  return entry.otherwise.is_null() ? say(language, {"；可省略", "; optional"})
                                   : say(language, {"；默认 {}", "; by default {}"}, default_in_words(entry));
}

std::string key_line(const KeyEntry& entry, const std::string& choice, Language language) {
  const std::string key = entry.key.empty() ? say(language, {"（条款的值）", "(its value)"}) : entry.key;
  const std::string text = say(language,
                               {"{}（{}{}{}）", "{} ({}{}{})"},
                               entry.doc,
                               entry.form,
                               range_in_words(entry.range, language),
                               need_in_words(entry, choice, language));
  return line("    " + key, text);
}

std::string clause_text(const ClauseEntry& clause, Language language) {
  std::string choice;
  for (const KeyEntry& entry : clause.keys) {
    choice += !entry.is_choice ? "" : choice.empty() ? entry.key : say(language, {"、", ", "}) + entry.key;
  }
  std::string text = line("  " + std::string(clause.key), std::string(clause.summary.in(language)));
  for (const KeyEntry& entry : clause.keys) {
    text += key_line(entry, choice, language);
  }
  return text;
}

std::string stage_title(scheme::Stage stage, Language language) {
  switch (stage) {
    case scheme::Stage::opening:
      return say(language,
                 {"条款，按执行顺序。最先，至多一个：", "The clauses, in the order they act. First, at most one:"});
    case scheme::Stage::pool:
      return say(language,
                 {"从池内取走一部分，其余留给后面的条款：", "They take a part of the pool and let the rest go on:"});
    case scheme::Stage::ending:
      return say(language,
                 {"分完池内余额，每个合同恰好一个：", "They give away what is left; exactly one in every contract:"});
    case scheme::Stage::accrual:
      return say(language, {"调整各方所得：", "They move what the parties are due:"});
  }
  return "";
}

std::string kind_text(const Kind& kind, Language language) {
  const std::string before = kind.clause.empty() ? "" : fmt::format("{} → ", kind.clause);
  std::string text =
      say(language, {"{}。展开为 {}split（{}）", "{}; expands to {}split ({})"}, kind.summary, before, kind.split_by);
  if (!kind.split_required) {
    text += say(language,
                {"；{} 可省略，默认全归第一个飞入地", "; {} may be left out: then all to the first host"},
                kind.split_by);
  }
  return line("  " + std::string(kind.key), text);
}

}  // namespace

std::string catalogue_text(Language language) {
  std::string text =
      say(language,
          {"常用合同（kind）。任何条款都可以写在旁边，按下面的顺序执行：\n",
           "The kinds of contract (kind). Any clause may stand beside one, and acts in the order below:\n"});
  for (const Kind& kind : scheme::kinds) {
    text += kind_text(kind, language);
  }
  const scheme::Stage* stage = nullptr;
  const std::vector<ClauseEntry> catalogue = schema::clause_catalogue();
  for (const ClauseEntry& clause : catalogue) {
    if (stage == nullptr || *stage != clause.stage) {
      text += '\n' + stage_title(clause.stage, language) + '\n';
    }
    stage = &clause.stage;
    text += clause_text(clause, language);
  }
  return text;
}

}  // namespace shanhai::app
