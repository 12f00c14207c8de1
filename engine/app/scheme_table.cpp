#include "app/scheme_table.hpp"

#include <algorithm>

#include "app/figures.hpp"
#include "app/table.hpp"
#include "app/wrap.hpp"

namespace shanhai::app {

namespace {

constexpr std::size_t widest_name = 32;

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

std::string total(const Page& page, const run::SchemeOutcome& scheme) { return money(scheme.total_npv.mean, page.unit); }

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
  const std::string shown = with_decimals(scheme.ratio_change, most_decimals);
  return scheme.ratio_change && scheme.ratio_change->value > 0 ? '+' + shown : shown;
}

std::vector<Part> parts_of(const Page& page) {
  std::vector<Part> parts{
      {{page.say({"各方都能接受", "All accept"}), page.twin() ? Align::right : Align::number}, acceptance}};
  if (!page.twin()) {
    parts.push_back({{page.say({"± 误差", "± error"}), Align::left}, acceptance_error});
  }
  parts.push_back({{page.say({"合计净现值", "Total NPV"}), Align::number}, total});
  if (!page.twin()) {
    parts.push_back({{page.say({"± 误差", "± error"}), Align::left}, total_error});
  }
  const std::vector<run::SchemeOutcome>& schemes = page.outcome.schemes;
  if (std::any_of(schemes.begin(), schemes.end(), [](const auto& one) { return one.jain.has_value(); })) {
    parts.push_back({{page.say({"均衡度", "Evenness"}), Align::number}, evenness});
  }
  if (std::any_of(schemes.begin(), schemes.end(), [](const auto& one) { return one.ratio_change.has_value(); })) {
    parts.push_back({{page.say({"人均财力比", "Per head"}), Align::right}, ratio_change});
  }
  return parts;
}

std::string explained(const Page& page) {
  std::string text = page.say({"各方案整体：各方都能接受，即每一方净现值都不低于不合作时所得（{}）",
                               "Each scheme as a whole: all accept where no party has less than without the deal ({})"},
                              page.unit.name());
  const run::SchemeOutcome& first = page.outcome.schemes.front();
  if (first.ratio_change) {
    text += page.say({"；人均财力比：最低一方与最高一方之比的变化（百分点）",
                      "; per head: change of the poorest party's revenue to the richest's, in points"});
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
    std::vector<std::string> row{clipped(page.scheme_name(s), widest_name)};
    for (const Part& part : parts) {
      row.push_back(part.cell(page, page.outcome.schemes[s]));
    }
    table.row(std::move(row));
  }
  return explained(page) + table.text();
}

}  // namespace shanhai::app
