#include "workbook/comparisons_sheet.hpp"

#include <array>

namespace shanhai::workbook {

namespace {

std::vector<std::string> heads_of(const Briefing& briefing) {
  return {briefing.say({"方案甲", "Scheme A"}),
          briefing.say({"方案乙", "Scheme B"}),
          briefing.say({"参与方", "Party"}),
          briefing.say({"结论", "Verdict"}),
          briefing.say({"净现值均值之差（甲−乙，{}）", "Difference of mean NPV (A − B, {})"}, briefing.unit),
          briefing.say({"± 误差", "± error"}),
          briefing.say({"95%区间下限", "95% interval from"}),
          briefing.say({"95%区间上限", "to"}),
          briefing.say({"甲优于乙的概率", "P(A better)"}),
          briefing.say({"两者相同的概率", "P(tie)"})};
}

std::string verdict_of(const Briefing& briefing, const run::Comparison& one) {
  constexpr std::array<Words, 4> words{
      {{"甲优", "A better"}, {"乙优", "B better"}, {"相差甚微", "too close to matter"}, {"未见分晓", "not settled"}}};
  if (one.verdict) {
    return briefing.say(words[static_cast<std::size_t>(*one.verdict)]);
  }
  if (one.ci_low == 0 && one.ci_high == 0) {
    return briefing.say({"相同", "the same"});
  }
  const run::Verdict seen = one.ci_low > 0    ? run::Verdict::a_better
                            : one.ci_high < 0 ? run::Verdict::b_better
                                              : run::Verdict::open;
  return briefing.say(words[static_cast<std::size_t>(seen)]);
}

}  // namespace

void add_comparisons(Workbook& book, const Briefing& briefing) {
  // 0: as the names of schemes need.
  constexpr std::array<std::size_t, 10> widths{0, 0, 18, 18, 18, 12, 12, 12, 12, 12};
  constexpr std::size_t texts = 4;
  if (briefing.outcome.comparisons.empty()) {
    return;
  }
  Workbook::Sheet sheet = book.sheet(briefing.say(comparisons_sheet));
  const std::vector<std::string> heads = heads_of(briefing);
  for (std::size_t column = 0; column < widths.size(); ++column) {
    sheet.width(column, widths[column] > 0 ? widths[column] : briefing.width_of_schemes());
  }
  write_heads(sheet, {0, 0}, heads, texts);
  std::size_t row = 0;
  for (const run::Comparison& one : briefing.outcome.comparisons) {
    std::size_t column = 0;
    ++row;
    for (const std::string& text : {briefing.scheme_name(one.a),
                                    briefing.scheme_name(one.b),
                                    briefing.party_name(one.party),
                                    verdict_of(briefing, one)}) {
      sheet.text(row, column++, text, label);
    }
    for (const double amount : {one.mean_difference.value, one.mean_difference.error, one.ci_low, one.ci_high}) {
      sheet.number(row, column++, amount, briefing.amount());
    }
    for (const double share : {one.p_a_better.value, one.p_tie.value}) {
      sheet.number(row, column++, share, percent);
    }
  }
  sheet.freeze(1, texts);
  sheet.filter(row, heads.size());
  sheet.print_across();
}

}  // namespace shanhai::workbook
