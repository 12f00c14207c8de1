#include <algorithm>

#include "briefing/chapters.hpp"
#include "core/say.hpp"
#include "memo/clause_name.hpp"

namespace shanhai::briefing {
namespace {

using namespace scheme;  // NOLINT(google-build-using-namespace): every clause by its name

std::string percent(double value) {
  return fmt::format("{:.4g}%", 100 * value);
}

/// One clause in a planner's words.
class Describing {
 public:
  explicit Describing(const Writer& writer) : writer_(&writer) {}

  std::string operator()(const Split& split) const {
    if (split.shares) {
      return split.shares->by_stream.size() > 1 && differ(split.shares->by_stream)
                 ? writer_->text("clause_by_tax")
                 : writer_->text("clause_split", {{"shares", shares(split.shares->by_stream.front())}});
    }
    std::vector<std::string> phases;
    for (const Phase& phase : *split.phases) {
      phases.push_back(writer_->text(
          "clause_phase", {{"years", years(phase.years)}, {"shares", shares(phase.shares.by_stream.front())}}));
    }
    return writer_->text("clause_split",
                         {{"shares", fmt::format("{}", fmt::join(phases, writer_->text("semicolon")))}});
  }

  std::string operator()(const Fund& fund) const {
    return writer_->text("clause_fund", {{"share", percent(fund.share.in(1).value)}});
  }

  std::string operator()(const Company& company) const {
    return writer_->text("clause_company",
                         {{"share", percent(company.share.in(1).value)},
                          {"capital", writer_->money({company.capital.value, 0}, "").shown}});
  }

  std::string operator()(const Rebate& rebate) const {
    return writer_->text("clause_rebate", {{"share", percent(rebate.share.in(1).value)}});
  }

  std::string operator()(const Cap& cap) const { return of_party("clause_cap", cap.party); }

  std::string operator()(const Floor& floor) const { return of_party("clause_floor", floor.party); }

  std::string operator()(const Recover& recover) const { return of_party("clause_recover", recover.party); }

  template <class Other>
  std::string operator()(const Other& /*other*/) const {
    return writer_->text("clause_other",
                         {{"clause", std::string(memo::clause_name(Other::key).in(writer_->language()))}});
  }

 private:
  static bool differ(const std::vector<Shares>& by_stream) {
    return std::ranges::any_of(by_stream, [&](const Shares& one) { return one.of != by_stream.front().of; });
  }

  [[nodiscard]] std::string shares(const Shares& shares) const {
    std::vector<std::string> parts;
    for (std::size_t party = 0; party < shares.of.size(); ++party) {
      if (shares.of[party].value != 0) {
        parts.push_back(writer_->text("clause_share",
                                      {{"party", writer_->party(party)}, {"share", percent(shares.of[party].value)}}));
      }
    }
    return fmt::format("{}", fmt::join(parts, writer_->text("comma")));
  }

  [[nodiscard]] std::string years(const YearRange& range) const {
    const std::string first = std::to_string(range.first);
    if (range.last == YearRange::forever) {
      return writer_->text("years_from", {{"first", first}});
    }
    return range.first == range.last
               ? writer_->text("year_only", {{"first", first}})
               : writer_->text("years_between", {{"first", first}, {"last", std::to_string(range.last)}});
  }

  [[nodiscard]] std::string of_party(std::string_view key, PartyRef party) const {
    return writer_->text(key, {{"party", writer_->party(party.index)}});
  }

  const Writer* writer_;
};

}  // namespace

void the_schemes(Writer& writer) {
  writer.chapter("chapter_schemes");
  const std::vector<Scheme>& schemes = writer.scenario().schemes;
  writer.paragraph("schemes_intro", {{"count", std::to_string(schemes.size())}});
  paper::Table table{writer.text("schemes_caption"),
                     {{writer.text("column_scheme"), false}, {writer.text("column_clauses"), false}},
                     {},
                     {}};
  for (std::size_t place = 0; place < schemes.size(); ++place) {
    std::vector<std::string> clauses;
    for (const Clause& clause : schemes[place].clauses) {
      clauses.push_back(std::visit(Describing(writer), clause));
    }
    const std::string all = fmt::format("{}", fmt::join(clauses, " → "));
    table.rows.push_back({{cell(writer.scheme(place)), cell(all)}});
  }
  writer.table(std::move(table), false);
}

}  // namespace shanhai::briefing
