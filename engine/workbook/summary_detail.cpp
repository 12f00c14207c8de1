#include "workbook/summary_detail.hpp"

namespace shanhai::workbook {

namespace {

std::vector<std::string> heads_of(const Briefing& briefing) {
  return {briefing.say({"方案", "Scheme"}),
          briefing.say({"参与方", "Party"}),
          briefing.say({"净现值均值", "Mean NPV"}),
          briefing.say({"± 误差", "± error"}),
          briefing.say({"5%分位数", "5% quantile"}),
          briefing.say({"中位数", "Median"}),
          briefing.say({"95%分位数", "95% quantile"}),
          briefing.say({"亏损概率", "P(loss)"}),
          briefing.say({"低于保留值的概率", "P(below reservation)"}),
          briefing.say({"回本年份中位数", "Median payback"})};
}

std::string payback(const Briefing& briefing, const std::optional<int>& year) {
  if (!year) {
    return briefing.say({"未回本", "never"});
  }
  return *year == 0 ? briefing.say({"无需垫付", "at once"})
                    : fmt::format("{} ({})", *year, briefing.scenario.horizon.start + *year - 1);
}

void add_row(Workbook::Sheet& sheet, const Briefing& briefing, std::size_t row, std::size_t s, std::size_t p) {
  const run::PartyOutcome& party = briefing.outcome.schemes[s].parties[p];
  const run::Spread& npv = party.npv;
  std::size_t column = 0;
  sheet.text(row, column++, briefing.scheme_name(s), label);
  sheet.text(row, column++, briefing.party_name(p), label);
  sheet.formula({row, column++}, reference(mean_in_summary(s, p)), npv.mean.value, briefing.amount());
  for (const double amount : {npv.mean.error, npv.q05.value, npv.q50.value, npv.q95.value}) {
    sheet.number(row, column++, amount, briefing.amount());
  }
  for (const double share : {party.p_negative.value, party.p_below_reservation.value}) {
    sheet.number(row, column++, share, percent);
  }
  sheet.text(row, column, payback(briefing, party.payback.q50), {.side = Side::right});
}

}  // namespace

void add_detail(Workbook::Sheet& sheet, const Briefing& briefing, std::size_t row) {
  sheet.text(
      row, 0, briefing.say({"各方净现值的风险（{}）", "Risks of each party's NPV ({})"}, briefing.unit), caption);
  write_heads(sheet, {++row, 0}, heads_of(briefing), 2);
  for (std::size_t s = 0; s < briefing.schemes(); ++s) {
    for (std::size_t p = 0; p < briefing.parties(); ++p) {
      add_row(sheet, briefing, ++row, s, p);
    }
  }
}

}  // namespace shanhai::workbook
