#include "memo/explain_text.hpp"

#include <algorithm>
#include <cmath>

#include "core/say.hpp"
#include "memo/clause_name.hpp"
#include "memo/figures.hpp"
#include "memo/table.hpp"

namespace shanhai::memo {

namespace {

using run::Movement;
using run::YearTrace;
using Cells = std::vector<std::string>;

constexpr int decimals = 2;

std::string amount(double value) {
  return figure(value, decimals);
}

/// Firms, which are whole but in the twin, and land.
std::string count(double value) {
  return figure(value, std::nearbyint(value) == value ? 0 : decimals);
}

/// Money in the scenario's unit, such as 万元.
std::string unit_name(const run::Currency& currency, Language language) {
  const bool chinese = language == Language::zh && currency.code == "CNY";
  if (chinese && currency.unit == 1e4) {
    return "万元";
  }
  if (chinese && currency.unit == 1e8) {
    return "亿元";
  }
  return currency.unit == 1 ? currency.code : fmt::format("{} {}", figure(currency.unit, 0), currency.code);
}

/// Writes the tables of one future.
class Teller {
 public:
  Teller(const Future& future, Language language)
      : future_(&future), scenario_(future.scenario), language_(language), parties_(scenario_->parties.size()) {}

  [[nodiscard]] std::string title() const;
  [[nodiscard]] std::string drawn() const;
  [[nodiscard]] std::string year(const YearTrace& trace) const;
  [[nodiscard]] std::string worth() const;

 private:
  [[nodiscard]] std::string heading(const YearTrace& trace) const;
  [[nodiscard]] std::string park(const YearTrace& trace) const;
  [[nodiscard]] Table columns() const;
  void add_revenue(Table& table, const YearTrace& trace) const;
  void add_clauses(Table& table, const YearTrace& trace) const;
  void add_cash_flow(Table& table, const YearTrace& trace) const;
  void add_movements(Table& table, std::vector<Movement> movements) const;

  /// A line with an amount in the last column, the pool's.
  [[nodiscard]] Cells pool_line(std::string label, double pool) const {
    Cells cells(parties_ + 3);
    cells.front() = std::move(label);
    cells.back() = amount(pool);
    return cells;
  }

  template <class... Values>
  [[nodiscard]] std::string say(Words form, const Values&... values) const {
    return shanhai::say(language_, form, values...);
  }

  const Future* future_;
  const run::Scenario* scenario_;
  Language language_;
  std::size_t parties_;
};

std::string Teller::title() const {
  const std::string which =
      future_->plan.twin
          ? say({"无风险的一种未来", "the one future without risk"})
          : say({"第 {} 号未来（从 0 起），种子 {}", "future {} (from 0), seed {}"}, future_->path, future_->plan.seed);
  return say({"{}\n方案：{}；{}；金额单位：{}\n", "{}\nScheme: {}; {}; amounts in {}\n"},
             scenario_->title,
             scenario_->schemes[future_->scheme].name,
             which,
             unit_name(scenario_->currency, language_));
}

std::string Teller::drawn() const {
  if (future_->drawn.empty()) {
    return "";
  }
  Table table({{"", Align::left}, {"", Align::left}});
  for (std::size_t number = 0; number < future_->drawn.size(); ++number) {
    table.row({scenario_->uncertain[number].name, fmt::format("{:.6g}", future_->drawn[number])});
  }
  return say({"\n不确定的数在此未来的取值\n", "\nThe uncertain numbers in this future\n"}) + table.text();
}

std::string Teller::heading(const YearTrace& trace) const {
  if (trace.year == 0) {
    return say({"\n签约（第 0 年）\n", "\nSigning (year 0)\n"});
  }
  const std::string clock = trace.clock == trace.year ? ""
                            : trace.clock > 0         ? say({"，合同第 {} 年", ", contract year {}"}, trace.clock)
                                                      : say({"，合同尚未起算", ", before contract year 1"});
  return say(
      {"\n第 {} 年（{} 年{}）\n", "\nYear {} ({}{})\n"}, trace.year, scenario_->horizon.start + trace.year - 1, clock);
}

std::string Teller::park(const YearTrace& trace) const {
  if (!scenario_->has_park() || trace.year == 0) {
    return "";
  }
  return say({"  园区：企业 {} 家（新落户 {} 家），占地 {} 亩，产值 {}\n",
              "  The park: firms {} ({} new), land {} mu, output {}\n"},
             count(trace.firms),
             count(trace.arrivals),
             count(trace.land),
             amount(trace.output));
}

Table Teller::columns() const {
  std::vector<Table::Column> columns{{"", Align::left}};
  for (const run::Party& party : scenario_->parties) {
    columns.push_back({party.name.in(language_), Align::number});
  }
  columns.push_back({say({"各方以外", "elsewhere"}), Align::number});
  columns.push_back({say({"池内", "pool"}), Align::number});
  return Table(std::move(columns));
}

void Teller::add_revenue(Table& table, const YearTrace& trace) const {
  table.heading(say({"地方留成收入", "Local revenue"}));
  const auto streams = scenario_->streams();
  for (std::size_t stream = 0; stream < trace.revenue.size(); ++stream) {
    table.row(pool_line("    " + streams[stream].second.in(language_), trace.revenue[stream]));
  }
  table.row(pool_line(say({"  合计，即入池金额", "  total, which opens the pool"}), trace.pool));
}

/// One line for each account, in the order in which they first appear.
void Teller::add_movements(Table& table, std::vector<Movement> movements) const {
  while (!movements.empty()) {
    const Words account = movements.front().account;
    Cells cells(parties_ + 3);
    cells.front() = fmt::format("    {}", account.in(language_));
    const auto others = std::stable_partition(
        movements.begin(), movements.end(), [&](const Movement& one) { return one.account.en == account.en; });
    for (auto one = movements.begin(); one != others; ++one) {
      cells[1 + one->party.value_or(parties_)] = amount(one->amount);
    }
    movements.erase(movements.begin(), others);
    table.row(std::move(cells));
  }
}

void Teller::add_clauses(Table& table, const YearTrace& trace) const {
  for (std::size_t clause = 0; clause < trace.clauses.size(); ++clause) {
    const run::ClauseTrace& one = trace.clauses[clause];
    const Words name = clause_name(one.key);
    table.row(pool_line(say({"{}. {}（{}）", "{0}. {2}"}, clause + 1, name, one.key), one.pool_after));
    add_movements(table, one.movements);
  }
}

void Teller::add_cash_flow(Table& table, const YearTrace& trace) const {
  table.heading(say({"现金流", "Cash flow"}));
  std::vector<Movement> parts;
  for (const std::vector<Movement>& party : trace.cash_flow) {
    parts.insert(parts.end(), party.begin(), party.end());
  }
  add_movements(table, std::move(parts));
  Cells total(parties_ + 3);
  total.front() = say({"  合计", "  total"});
  std::ranges::transform(trace.total, total.begin() + 1, amount);
  table.row(std::move(total));
}

std::string Teller::year(const YearTrace& trace) const {
  Table table = columns();
  if (trace.year > 0) {
    add_revenue(table, trace);
    add_clauses(table, trace);
  }
  add_cash_flow(table, trace);
  return heading(trace) + park(trace) + table.text();
}

std::string Teller::worth() const {
  std::vector<Table::Column> columns{{say({"年", "Year"}), Align::right}};
  Cells rates{say({"折现率", "rate"})};
  Cells total{say({"合计", "total"})};
  for (std::size_t party = 0; party < parties_; ++party) {
    columns.push_back({scenario_->parties[party].name.in(language_), Align::number});
    columns.push_back({say({"折现后", "discounted"}), Align::number});
    rates.insert(rates.end(), {"", fmt::format("{:.6g}%", 100 * future_->rate(party))});
    total.insert(total.end(), {amount(future_->cash_flow(party)), amount(future_->npv(party))});
  }
  Table table(std::move(columns));
  table.row(std::move(rates));
  for (std::size_t t = 0; t < future_->years.size(); ++t) {
    Cells cells{std::to_string(t)};
    for (std::size_t party = 0; party < parties_; ++party) {
      cells.push_back(amount(future_->years[t].total[party]));
      cells.push_back(amount(future_->present_value(party, t)));
    }
    table.row(std::move(cells));
  }
  table.row(std::move(total));
  return say({"\n净现值：现金流折现后的合计\n", "\nNet present value: the discounted cash flows, added up\n"}) +
         table.text();
}

}  // namespace

std::string explained(const Future& future, std::optional<std::size_t> only, Language language) {
  const Teller teller(future, language);
  std::string text = teller.title() + teller.drawn();
  if (only) {
    return text + teller.year(future.years[*only]);
  }
  for (const YearTrace& trace : future.years) {
    text += teller.year(trace);
  }
  return text + teller.worth();
}

}  // namespace shanhai::memo
