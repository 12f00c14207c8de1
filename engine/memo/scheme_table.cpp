#include "memo/scheme_table.hpp"

#include <algorithm>

#include "memo/figures.hpp"
#include "memo/table.hpp"
#include "memo/wrap.hpp"

namespace shanhai::memo {

namespace {

/// A column of the table: its title, how it stands, and its cell for a scheme.
struct Part {
  Table::Column column;
  std::string (*cell)(const Page& page, const run::SchemeOutcome& scheme);
};

std::string acceptance(const Page& page, const run::SchemeOutcome& scheme) {
  if (page.twin()) {
    return scheme.acceptance.value > 0 ? page.say({"是", "yes"}) : page.say({"否", "no"});
  }
  return percentage(scheme.acceptance);
}

std::string acceptance_error(const Page& /*page*/, const run::SchemeOutcome& scheme) {
  return percentage_error(scheme.acceptance);
}

std::string total(const Page& page, const run::SchemeOutcome& scheme) {
  return money(scheme.total_npv.mean, page.unit);
}

std::string total_error(const Page& page, const run::SchemeOutcome& scheme) {
  return money_error(scheme.total_npv.mean, page.unit);
}

std::string with_decimals(const std::optional<run::Estimate>& estimate, int most) {
  return estimate ? figure(estimate->value, supported_decimals(estimate->error, most)) : "-";
}

std::string evenness(const Page& /*page*/, const run::SchemeOutcome& scheme) {
  constexpr int most_decimals = 2;
  return with_decimals(scheme.jain, most_decimals);
}

std::string ratio_change(const Page& /*page*/, const run::SchemeOutcome& scheme) {
  constexpr int most_decimals = 2;
  return with_decimals(scheme.ratio_change, most_decimals);
}

template <class Member>
bool any_has(const Page& page, Member member) {
  const std::vector<run::SchemeOutcome>& schemes = page.outcome.schemes;
  return std::any_of(schemes.begin(), schemes.end(), [member](const auto& one) { return (one.*member).has_value(); });
}

std::vector<Part> parts_of(const Page& page) {
  std::vector<Part> parts{
      {{page.say({"都能接受", "All accept"}), page.twin() ? Align::right : Align::number}, acceptance}};
  if (!page.twin()) {
    parts.push_back({{page.say({"± 误差", "± error"}), Align::left}, acceptance_error});
  }
  parts.push_back({{page.say({"合计净现值", "Total NPV"}), Align::number}, total});
  if (!page.twin()) {
    parts.push_back({{page.say({"± 误差", "± error"}), Align::left}, total_error});
  }
  if (any_has(page, &run::SchemeOutcome::jain)) {
    parts.push_back({{page.say({"均衡度", "Evenness"}), Align::number}, evenness});
  }
  if (any_has(page, &run::SchemeOutcome::ratio_change)) {
    parts.push_back({{page.say({"人均财力比", "Per head"}), Align::number}, ratio_change});
  }
  return parts;
}

std::string explained(const Page& page) {
  std::string text =
      page.say({"表2  方案整体（{}）。都能接受：每一方净现值都不低于不合作时所得",
                "Table 2. Each scheme as a whole ({}). All accept: no party has less than without the deal"},
               page.unit.name());
  if (any_has(page, &run::SchemeOutcome::jain)) {
    text +=
        page.say({"；均衡度：各方净现值的 Jain 指数，相等时为 1", ". Evenness: Jain's index of NPVs, 1 where equal"});
  }
  if (any_has(page, &run::SchemeOutcome::ratio_change)) {
    text += page.say({"；人均财力比：最低方与最高方之比的变化，百分点",
                      ". Per head: change of the poorest party's revenue to the richest's, in points"});
  }
  return wrapped(text, page_width, 0);
}

}  // namespace

std::string scheme_table(const Page& page) {
  const std::vector<Part> parts = parts_of(page);
  std::vector<Table::Column> columns{{page.say({"方案", "Scheme"}), Align::left}};
  for (const Part& part : parts) {
    columns.push_back(part.column);
  }
  Table table(std::move(columns));
  for (std::size_t s = 0; s < page.outcome.schemes.size(); ++s) {
    std::vector<std::string> row{page.scheme_name(s)};
    for (const Part& part : parts) {
      row.push_back(part.cell(page, page.outcome.schemes[s]));
    }
    table.row(std::move(row));
  }
  return explained(page) + table.text();
}

}  // namespace shanhai::memo
