#include "workbook/sources_sheet.hpp"

#include <array>

#include "library/facts.hpp"
#include "library/unit.hpp"

namespace shanhai::workbook {

namespace {

std::string verification(const Briefing& briefing, library::Verification verified) {
  switch (verified) {
    case library::Verification::source:
      return briefing.say({"已核对原文", "read in the source"});
    case library::Verification::partial:
      return briefing.say({"部分核实", "read in part"});
    case library::Verification::unverified:
      break;
  }
  return briefing.say({"未核实", "unverified"});
}

/// A row of the table: the path and what is known of it.
std::vector<std::string> row_of(const Briefing& briefing, const run::SourceNote& note) {
  const library::Fact* fact = note.fact.empty() ? nullptr : library::find_fact(note.fact);
  if (fact == nullptr) {
    return {note.path, briefing.say({"注明", "note"}), note.text.in(briefing.language)};
  }
  const std::string said = briefing.say({"{}：{}", "{}: {}"}, fact->what, library::quantity(*fact, briefing.language));
  return {note.path,
          briefing.say({"资料", "fact"}),
          said,
          fact->source.title,
          fact->source.publisher,
          fact->source.date,
          verification(briefing, fact->verified),
          fact->id};
}

}  // namespace

void add_sources(Workbook& book, const Briefing& briefing) {
  constexpr std::array<std::size_t, 8> widths{44, 12, 54, 40, 20, 13, 18, 36};
  Workbook::Sheet sheet = book.sheet(briefing.say(sources_sheet));
  for (std::size_t column = 0; column < widths.size(); ++column) {
    sheet.width(column, widths[column]);
  }
  const std::vector<std::string> heads{briefing.say({"参数（情景文件中的路径）", "Parameter (path in the scenario)"}),
                                       briefing.say({"依据", "Basis"}),
                                       briefing.say({"内容", "What it says"}),
                                       briefing.say({"文件或资料名称", "Title"}),
                                       briefing.say({"发布单位", "Publisher"}),
                                       briefing.say({"日期", "Date"}),
                                       briefing.say({"核实", "Verified"}),
                                       briefing.say({"资料编号", "Fact"})};
  write_heads(sheet, {0, 0}, heads, heads.size());
  std::size_t row = 0;
  const auto add = [&](const std::vector<std::string>& texts) {
    ++row;
    for (std::size_t column = 0; column < texts.size(); ++column) {
      sheet.text(row, column, texts[column], {.side = Side::left, .dress = Dress::wrapped});
    }
  };
  for (const run::SourceNote& note : briefing.scenario.sources) {
    add(row_of(briefing, note));
  }
  for (const std::string& path : briefing.scenario.assumptions) {
    add({path, briefing.say({"假设", "assumption"}), briefing.say({"没有出处", "no source given"})});
  }
  sheet.freeze(1, 1);
  sheet.filter(row, heads.size());
  sheet.print_across();
}

}  // namespace shanhai::workbook
