#include "run/explain.hpp"

#include <array>
#include <utility>

#include "run/simulator.hpp"

namespace shanhai::run {
namespace {

using scheme::Books;
using Total = Books::Total;
using Line = flow::Ledger::Line;

/// A row of the books that holds one amount per party.
struct PartyAccount {
  Words name;
  LazyRows Books::*rows = nullptr;
};

constexpr std::array party_accounts{
    PartyAccount{{"自留", "kept outside the shared pool"}, &Books::kept},
    PartyAccount{{"分享所得", "accrued from the shared pool"}, &Books::shared},
    PartyAccount{{"结算调整", "put off or paid by settlement"}, &Books::deferred},
    PartyAccount{{"分红", "dividend"}, &Books::dividends},
    PartyAccount{{"基金、公司返还", "paid out by fund or company"}, &Books::returned},
    PartyAccount{{"出资", "capital paid in"}, &Books::calls},
    PartyAccount{{"产值计入", "credited output"}, &Books::credited_output},
    PartyAccount{{"增加值计入", "credited value added"}, &Books::credited_value_added},
};

struct TotalAccount {
  Words name;
  Total total = Total::rebated;
};

constexpr std::array total_accounts{
    TotalAccount{{"返还企业", "rebated to firms"}, Total::rebated},
    TotalAccount{{"进入基金", "into the fund"}, Total::fund_inflow},
    TotalAccount{{"基金支出", "spent by the fund"}, Total::fund_spent},
    TotalAccount{{"进入公司", "into the company"}, Total::company_inflow},
};

/// What makes up a party's cash flow.
struct CashAccount {
  Words name;
  double (*amount)(const Books& books, std::size_t party) = nullptr;
};

template <LazyRows Books::*rows>
constexpr auto of_books = [](const Books& books, std::size_t party) {
  return (books.*rows)[party][0];
};

constexpr std::array cash_accounts{
    CashAccount{{"自留", "kept outside the shared pool"}, of_books<&Books::kept>},
    CashAccount{{"分享所得", "accrued from the shared pool"}, of_books<&Books::shared>},
    CashAccount{{"结算调整", "put off or paid by settlement"}, of_books<&Books::deferred>},
    CashAccount{{"分红", "dividend"}, of_books<&Books::dividends>},
    CashAccount{{"基金、公司返还", "paid out by fund or company"}, of_books<&Books::returned>},
    CashAccount{{"转移支付", "transfers"},
                [](const Books& books, std::size_t party) {
                  return books.standing().outlays->transfers(party)[0];
                }},
    CashAccount{{"成本", "costs"},
                [](const Books& books, std::size_t party) {
                  return -books.standing().outlays->costs(party)[0];
                }},
    CashAccount{{"出资", "capital paid in"},
                [](const Books& books, std::size_t party) {
                  return -books.calls[party][0];
                }},
    CashAccount{{"他处减收", "revenue lost elsewhere"},
                [](const Books& books, std::size_t party) {
                  return -books.standing().outlays->displaced(party)[0];
                }},
};

/// A recorder of one path that writes down one scheme.
class Tracer {
 public:
  Tracer(const Scenario& scenario, std::size_t scheme) : scenario_(&scenario), scheme_(scheme), row_(1, 1) {}

  void revenue(std::size_t /*group*/, const flow::Ledger& ledger) { ledger_ = &ledger; }

  void signed_up(std::size_t scheme, const scheme::Waterfall& waterfall) {
    if (scheme == scheme_) {
      years.emplace_back();
      close(waterfall);
    }
  }

  void clause(std::size_t scheme, const scheme::Waterfall& waterfall, int clause) {
    if (scheme != scheme_) {
      return;
    }
    if (clause < 0) {
      open(waterfall.books());
    } else {
      note(waterfall, static_cast<std::size_t>(clause));
    }
    before_ = amounts(waterfall.books());
    pool_ = waterfall.books().pool()[0];
  }

  void stepped(std::size_t scheme, const scheme::Waterfall& waterfall) {
    if (scheme == scheme_) {
      close(waterfall);
    }
  }

  std::vector<YearTrace> years;

 private:
  void open(const Books& books) {
    YearTrace& year = years.emplace_back();
    year.year = books.year;
    year.firms = (*ledger_)[Line::firms][0];
    year.arrivals = (*ledger_)[Line::arrivals][0];
    year.land = (*ledger_)[Line::land][0];
    year.output = (*ledger_)[Line::output][0];
    for (std::size_t stream = 0; stream < books.shape.streams; ++stream) {
      year.revenue.push_back(ledger_->local[stream][0]);
    }
    year.pool = books.pool()[0];
  }

  void note(const scheme::Waterfall& waterfall, std::size_t clause) {
    const std::vector<Movement> after = amounts(waterfall.books());
    ClauseTrace trace;
    trace.key = key_of(waterfall.scheme().clauses[clause]);
    trace.pool_before = pool_;
    trace.pool_after = waterfall.books().pool()[0];
    for (std::size_t account = 0; account < after.size(); ++account) {
      const double moved = after[account].amount - before_[account].amount;
      if (moved != 0) {
        trace.movements.push_back({after[account].account, after[account].party, moved});
      }
    }
    years.back().clauses.push_back(std::move(trace));
  }

  void close(const scheme::Waterfall& waterfall) {
    YearTrace& year = years.back();
    const Books& books = waterfall.books();
    year.clock = books.standing().own_clock() ? books.standing().clock[0] : books.year;
    for (std::size_t party = 0; party < scenario_->parties.size(); ++party) {
      std::vector<Movement>& parts = year.cash_flow.emplace_back();
      for (const CashAccount& account : cash_accounts) {
        const double amount = account.amount(books, party);
        if (amount != 0) {
          parts.push_back({account.name, party, amount});
        }
      }
      waterfall.cash_flow(party, row_[0]);
      year.total.push_back(row_[0][0]);
    }
  }

  // Every account as it stands, in a fixed order.
  [[nodiscard]] std::vector<Movement> amounts(const Books& books) const {
    std::vector<Movement> result;
    for (const PartyAccount& account : party_accounts) {
      for (std::size_t party = 0; party < scenario_->parties.size(); ++party) {
        result.push_back({account.name, party, (books.*account.rows)[party][0]});
      }
    }
    for (const TotalAccount& account : total_accounts) {
      result.push_back({account.name, std::nullopt, books[account.total][0]});
    }
    return result;
  }

  const Scenario* scenario_;
  std::size_t scheme_;
  const flow::Ledger* ledger_ = nullptr;
  std::vector<Movement> before_;
  double pool_ = 0;
  Rows row_;
};

}  // namespace

std::vector<YearTrace> explain(const Scenario& scenario, const Plan& plan, std::size_t scheme, std::uint64_t path) {
  Setup setup(scenario, plan);
  setup.indicators = true;
  Simulator simulator(setup, 1);
  Tracer tracer(scenario, scheme);
  simulator.simulate(path, tracer);
  return std::move(tracer.years);
}

std::vector<double> drawn_numbers(const Scenario& scenario, const Plan& plan, std::uint64_t path) {
  const Setup setup(scenario, plan);
  Rows row(1, 1);
  std::vector<double> numbers;
  for (std::size_t number = 0; number < setup.samplers.size(); ++number) {
    setup.draw(number, {path, 1}, row[0]);
    numbers.push_back(row[0][0]);
  }
  return numbers;
}

}  // namespace shanhai::run
