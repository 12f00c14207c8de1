#include "run/by_year.hpp"

namespace shanhai::run {
namespace {

using Level = SeriesMap::Level;
using Yearly = SeriesMap::Yearly;
using Single = SeriesMap::Single;

/// One account of a run: where its numbers stand.
struct Account {
  const Estimates* read;
  std::size_t scheme;
  std::size_t party;

  [[nodiscard]] std::size_t place() const noexcept { return read->gathered().kept.place(scheme, party); }

  [[nodiscard]] std::vector<Estimate> means(Yearly what, int first) const {
    return read->means(
        first, read->years(), [&](int year) { return read->gathered().map.yearly(scheme, party, what, year); });
  }

  // Where nothing can be counted, nothing was.
  [[nodiscard]] Estimate mean(Single what) const noexcept {
    const stats::Moments& moments = read->gathered().moments.merged(read->gathered().map.single(scheme, party, what));
    return moments.count() > 0 ? read->estimate(moments) : Estimate{};
  }
};

// A cap year exists only where the party is capped.
void add_cap_year(PartyOutcome& result, const Account& account) {
  for (const scheme::Clause& clause : account.read->scenario().schemes[account.scheme].clauses) {
    if (const auto* cap = std::get_if<scheme::Cap>(&clause); cap != nullptr && cap->party.index == account.party) {
      result.cap_year = account.read->year_spread(account.read->gathered().cap_years.of[account.place()]);
    }
  }
}

// Credit exists only where the contract speaks of it.
void add_credit(PartyOutcome& result, const Account& account) {
  for (const scheme::Clause& clause : account.read->scenario().schemes[account.scheme].clauses) {
    if (const auto* statistics = std::get_if<scheme::Statistics>(&clause)) {
      if (statistics->output) {
        result.output_credit = account.means(Yearly::output_credit, 1);
      }
      if (statistics->value_added) {
        result.value_added_credit = account.means(Yearly::value_added_credit, 1);
      }
    }
  }
}

void add_years(PartyOutcome& result, const Account& account) {
  const Estimates& read = *account.read;
  const Gathered& gathered = read.gathered();
  result.irr = read.rate_spread(gathered.kept.irr[account.place()]);
  result.cash_flow.mean = account.means(Yearly::cash_flow, 0);
  for (std::size_t year = 0; year < gathered.kept.years; ++year) {
    read.add_bands(result.cash_flow,
                   gathered.kept.cash_flows[gathered.kept.cash_flow(account.scheme, account.party, year)]);
  }
  result.accrual = account.means(Yearly::accrual, 1);
  for (std::size_t year = 0; year + 1 < gathered.kept.years; ++year) {
    result.p_leave.push_back(read.share(gathered.leaves.of[account.place()][year]));
  }
}

}  // namespace

PartyOutcome party_by_year(const Estimates& read, std::size_t scheme, std::size_t party) {
  const Account account{&read, scheme, party};
  PartyOutcome result;
  result.payback = read.year_spread(read.gathered().paybacks.of[account.place()]);
  result.floor_calls = account.mean(Single::floor_calls);
  result.broken_promises = account.mean(Single::broken);
  add_cap_year(result, account);
  if (read.in_full()) {
    add_years(result, account);
    add_credit(result, account);
  }
  return result;
}

std::vector<StreamOutcome> revenue_by_year(const Estimates& read, const Gathered& twin, std::size_t group) {
  const Kept& kept = read.gathered().kept;
  std::vector<StreamOutcome> result;
  const auto streams = read.scenario().streams();
  for (std::size_t stream = 0; stream < streams.size(); ++stream) {
    const auto at = [&](Level level) {
      std::vector<Estimate> by_year;
      for (int year = 1; year <= read.years(); ++year) {
        by_year.push_back(read.estimate(mean_revenue(read.scenario(), read.gathered(), group, level, stream, year)));
      }
      return by_year;
    };
    StreamOutcome one;
    one.id = streams[stream].first;
    one.local.mean = at(Level::local);
    for (int year = 1; year <= read.years(); ++year) {
      read.add_bands(one.local, kept.revenues[kept.revenue(group, stream, year)]);
      one.twin.push_back(twin.kept.revenues[kept.revenue(group, stream, year)][0]);
    }
    if (read.scenario().has_park()) {
      one.gross = at(Level::gross);
      one.central = at(Level::central);
      one.province = at(Level::province);
    }
    result.push_back(std::move(one));
  }
  return result;
}

std::vector<RealisedOutcome> realised_figures(const Estimates& read) {
  std::vector<RealisedOutcome> result;
  for (std::size_t figure = 0; figure < read.scenario().realised.size(); ++figure) {
    result.push_back(read.among(read.gathered().kept.realised[figure], read.scenario().realised[figure].value));
  }
  return result;
}

}  // namespace shanhai::run
