#include "app/results_sensitivity.hpp"

#include <algorithm>
#include <ostream>

#include "app/analysis_values.hpp"
#include "app/complain.hpp"
#include "app/fault_of.hpp"
#include "app/sensitivity_of.hpp"
#include "core/say.hpp"
#include "memo/outcome_figures.hpp"
#include "memo/sensitivity_table.hpp"

namespace shanhai::app {

namespace {

/// The outcome and the axes of a scheme's points.
store::Query query_of(const store::Reader& reader,
                      const std::string& outcome,
                      const std::string& scheme,
                      const std::string& where) {
  store::Query query;
  query.scheme = scheme;
  query.where = where;
  query.values = {"point", outcome};
  query.only_values = true;
  for (std::size_t axis = 0; axis < reader.manifest().axes.size(); ++axis) {
    query.values.push_back(reader.axis(axis));
  }
  return query;
}

std::vector<std::string> schemes_of(const store::Reader& reader, const std::optional<std::string>& asked) {
  if (asked) {
    return {*asked};
  }
  std::vector<std::string> all;
  for (const store::Named& scheme : reader.manifest().schemes) {
    all.push_back(scheme.id);
  }
  return all;
}

}  // namespace

int tell_sensitivity(const store::Reader& reader,
                     const std::string& outcome,
                     const std::optional<std::string>& scheme,
                     const std::string& where,
                     const Console& console) {
  const OrFault<sweep::Sweep> read = sweep_of(reader.manifest());
  if (const auto* fault = std::get_if<Fault>(&read)) {
    return complain(*fault, console);
  }
  const auto& sweep = std::get<sweep::Sweep>(read);
  const bool is_saltelli = sweep.design == sweep::Design::saltelli;
  if (is_saltelli && !where.empty()) {
    return complain({exit_code::user,
                     {"--where 不能与 saltelli 的 --sensitivity 同用：其点成组使用",
                      "--where does not go with --sensitivity of a saltelli design: its points count in whole rows"}},
                    console);
  }
  std::string text;
  for (const std::string& one : schemes_of(reader, scheme)) {
    const store::OrRefusal<store::Found> found = reader.ask(query_of(reader, outcome, one, where));
    if (const auto* refusal = std::get_if<store::Refusal>(&found)) {
      return complain(fault_of(*refusal), console);
    }
    memo::SensitivityPage page = sensitivity_of(std::get<store::Found>(found), sweep, reader.manifest());
    page.outcome = outcome;
    if (!is_saltelli && where.empty()) {
      page.rows_left_out = reader.manifest().points - page.points;  // those that failed too
    }
    page.scheme = std::ranges::find(reader.manifest().schemes, one, &store::Named::id)->name;
    text += memo::sensitivity_text(page, console.language) + '\n';
  }
  const std::string money =
      memo::money_in_words(outcome, reader.manifest().currency, reader.manifest().unit, console.language);
  console.out << text << memo::sensitivity_legend(indices_of(sweep.design), money, console.language);
  return exit_code::ok;
}

}  // namespace shanhai::app
