#include "briefing/writer.hpp"

#include <algorithm>
#include <cmath>

#include "core/say.hpp"
#include "memo/figures.hpp"

namespace shanhai::briefing {
namespace {

double largest_amount(const run::Outcome& outcome) {
  double largest = 0;
  for (const run::SchemeOutcome& scheme : outcome.schemes) {
    for (const run::PartyOutcome& party : scheme.parties) {
      largest = std::max({largest, std::abs(party.npv.mean.value), std::abs(party.npv.q05.value)});
    }
  }
  return largest;
}

}  // namespace

Writer::Writer(const Material& material, const Phrases& phrases)
    : material_(&material),
      phrases_(&phrases),
      unit_(memo::money_unit(material.scenario.currency, largest_amount(material.outcome), phrases.language())) {}

const std::string& Writer::scheme(std::size_t place) const {
  return scenario().schemes[place].name.in(language());
}

const std::string& Writer::party(std::size_t place) const {
  return scenario().parties[place].name.in(language());
}

paper::Bound Writer::money(const run::Estimate& amount, std::string what) const {
  return {unit_.with(memo::money(amount, unit_)), std::move(what), amount.value, amount.error};
}

paper::Bound Writer::digits(const run::Estimate& amount, std::string what) const {
  return {memo::money(amount, unit_), std::move(what), amount.value, amount.error};
}

paper::Bound Writer::share(const run::Estimate& share, std::string what) const {
  return {memo::percentage(share), std::move(what), share.value, share.error};
}

paper::Bound Writer::number(const run::Estimate& number, int most_decimals, std::string what) const {
  return {memo::figure(number.value, memo::supported_decimals(number.error, most_decimals)),
          std::move(what),
          number.value,
          number.error};
}

std::string Writer::at(std::size_t scheme, std::string_view what) const {
  return fmt::format("schemes/{}/{}", scenario().schemes[scheme].id, what);
}

std::string Writer::at(std::size_t scheme, std::size_t party, std::string_view what) const {
  return fmt::format("schemes/{}/parties/{}/{}", scenario().schemes[scheme].id, scenario().parties[party].id, what);
}

void Writer::chapter(std::string_view key) {
  blocks_.emplace_back(paper::Heading{1, text(key)});
}

void Writer::section(std::string_view key) {
  blocks_.emplace_back(paper::Heading{2, text(key)});
}

void Writer::paragraph(paper::Line line) {
  blocks_.emplace_back(paper::Paragraph{std::move(line)});
}

void Writer::bullets(std::vector<paper::Line> lines, bool numbered) {
  if (!lines.empty()) {
    blocks_.emplace_back(paper::Bullets{std::move(lines), numbered});
  }
}

void Writer::table(paper::Table table, bool with_source) {
  table.caption = text("table_number", {{"number", std::to_string(++tables_)}, {"caption", table.caption}});
  if (with_source) {
    const std::string paths = memo::figure(static_cast<double>(outcome().plan.paths), 0);
    const std::string source = text("source_note", {{"paths", paths}});
    table.note = table.note.empty() ? source : table.note + (language() == Language::zh ? "" : " ") + source;
  }
  blocks_.emplace_back(std::move(table));
}

void Writer::picture(chart::Chart chart, std::string caption, std::string_view description) {
  caption = text("picture_number", {{"number", std::to_string(++pictures_)}, {"caption", std::move(caption)}});
  blocks_.emplace_back(paper::Picture{std::move(caption), std::move(chart), text(description), {}});
}

paper::Line joined(const std::vector<paper::Line>& lines, const std::string& between) {
  paper::Line result;
  for (const paper::Line& line : lines) {
    if (!result.empty()) {
      result.emplace_back(between);
    }
    result.insert(result.end(), line.begin(), line.end());
  }
  return result;
}

paper::Line cell(paper::Piece piece) {
  return {std::move(piece)};
}

}  // namespace shanhai::briefing
