#include "app/results_regret.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <ostream>

#include "app/analysis_values.hpp"
#include "app/complain.hpp"
#include "app/fault_of.hpp"
#include "core/say.hpp"
#include "memo/outcome_figures.hpp"
#include "memo/regret_table.hpp"

namespace shanhai::app {

namespace {

/// The outcome of every scheme at the points that have all of them.
struct Compared {
  std::vector<std::uint64_t> points;
  std::vector<double> outcome;  ///< shape [point][scheme]
  std::size_t left_out = 0;
};

/// @param rows  point, scheme, outcome
Compared compared(const store::Found& found, const store::Manifest& manifest) {
  const std::size_t schemes = manifest.schemes.size();
  std::map<std::uint64_t, std::vector<double>> by_point;
  for (const std::vector<store::Cell>& row : found.rows) {
    const auto scheme = std::ranges::find(manifest.schemes, std::get<std::string>(row[1]), &store::Named::id);
    std::vector<double>& of_point = by_point[static_cast<std::uint64_t>(number_in(row[0]))];
    of_point.resize(schemes, std::nan(""));
    of_point[static_cast<std::size_t>(scheme - manifest.schemes.begin())] = number_in(row[2]);
  }
  Compared result;
  for (const auto& [point, outcomes] : by_point) {
    if (std::ranges::all_of(outcomes, [](double value) { return std::isfinite(value); })) {
      result.points.push_back(point);
      result.outcome.insert(result.outcome.end(), outcomes.begin(), outcomes.end());
    } else {
      ++result.left_out;
    }
  }
  return result;
}

/// The axes of a point: `land 0.63, growth 0.02`.
store::OrRefusal<std::string> axes_at(const store::Reader& reader, std::uint64_t point) {
  store::Query query;
  query.where = fmt::format("point = {}", point);
  query.limit = 1;
  query.only_values = true;
  const std::vector<std::string> names = short_names(reader.manifest());
  for (std::size_t axis = 0; axis < names.size(); ++axis) {
    query.values.push_back(reader.axis(axis));
  }
  store::OrRefusal<store::Found> found = reader.ask(query);
  if (auto* refusal = std::get_if<store::Refusal>(&found)) {
    return std::move(*refusal);
  }
  std::string text;
  for (std::size_t axis = 0; axis < names.size(); ++axis) {
    text += fmt::format(
        "{}{} {}", text.empty() ? "" : ", ", names[axis], text_of(std::get<store::Found>(found).rows.at(0)[axis]));
  }
  return text;
}

store::OrRefusal<memo::RegretPage> page_of(const store::Reader& reader,
                                           const std::string& outcome,
                                           const Compared& compared) {
  memo::RegretPage page;
  page.outcome = outcome;
  page.points = compared.points.size();
  page.left_out = compared.left_out;
  page.regrets = analysis::regrets(compared.outcome, reader.manifest().schemes.size());
  for (const store::Named& scheme : reader.manifest().schemes) {
    page.schemes.push_back(scheme.name);
  }
  for (const analysis::Regret& regret : page.regrets) {
    page.worst_point.push_back(compared.points[regret.worst_state]);
    store::OrRefusal<std::string> values = axes_at(reader, page.worst_point.back());
    if (auto* refusal = std::get_if<store::Refusal>(&values)) {
      return std::move(*refusal);
    }
    page.worst_values.push_back(std::get<std::string>(std::move(values)));
  }
  return page;
}

}  // namespace

int tell_regret(const store::Reader& reader,
                const std::string& outcome,
                const std::string& where,
                const Console& console) {
  const OrFault<sweep::Sweep> sweep = sweep_of(reader.manifest());
  if (const auto* fault = std::get_if<Fault>(&sweep)) {
    return complain(*fault, console);
  }
  store::Query query;
  query.where = where;
  query.values = {"point", "scheme", outcome};
  query.only_values = true;
  const store::OrRefusal<store::Found> found = reader.ask(query);
  if (const auto* refusal = std::get_if<store::Refusal>(&found)) {
    return complain(fault_of(*refusal), console);
  }
  const Compared points = compared(std::get<store::Found>(found), reader.manifest());
  if (points.points.empty()) {
    return complain(
        {exit_code::user,
         {"没有一个点是每个方案都有结果的，无法比较", "no point has an outcome of every scheme to compare"}},
        console);
  }
  const store::OrRefusal<memo::RegretPage> page = page_of(reader, outcome, points);
  if (const auto* refusal = std::get_if<store::Refusal>(&page)) {
    return complain(fault_of(*refusal), console);
  }
  auto told = std::get<memo::RegretPage>(page);
  told.left_out = where.empty() ? reader.manifest().points - told.points : told.left_out;  // those that failed too
  told.is_sampled = std::get<sweep::Sweep>(sweep).is_sampled();
  told.money = memo::money_in_words(outcome, reader.manifest().currency, reader.manifest().unit, console.language);
  console.out << memo::regret_text(told, console.language);
  return exit_code::ok;
}

}  // namespace shanhai::app
