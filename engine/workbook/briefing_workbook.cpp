#include "workbook/briefing_workbook.hpp"

#include "core/contract.hpp"
#include "memo/records.hpp"
#include "workbook/about_sheet.hpp"
#include "workbook/bands_sheet.hpp"
#include "workbook/briefing.hpp"
#include "workbook/cash_flow_sheet.hpp"
#include "workbook/comparisons_sheet.hpp"
#include "workbook/records_sheet.hpp"
#include "workbook/revenue_sheet.hpp"
#include "workbook/sources_sheet.hpp"
#include "workbook/summary_sheet.hpp"

namespace shanhai::workbook {

std::variant<std::string, int> briefing_workbook(const run::Scenario& scenario,
                                                 const run::Outcome& outcome,
                                                 Language language) {
  SHANHAI_EXPECT(outcome.plan.in_full);
  const Briefing briefing = briefing_of(scenario, outcome, language);
  Workbook book;
  add_summary(book, briefing);
  add_cash_flows(book, briefing);
  if (!briefing.twin()) {
    add_bands(book, briefing);
  }
  add_revenue(book, briefing);
  add_comparisons(book, briefing);
  add_sources(book, briefing);
  add_about(book, briefing);
  add_records(book, briefing.say(outcomes_data), memo::outcomes_records(scenario, outcome));
  add_records(book, briefing.say(revenue_data), memo::revenue_records(scenario, outcome));
  add_records(book, briefing.say(comparisons_data), memo::comparisons_records(scenario, outcome));
  return book.bytes();
}

}  // namespace shanhai::workbook
