#include "run/tally.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace shanhai::run {
namespace {

constexpr std::size_t floor_calls_row = 0;
constexpr std::size_t broken_row = 1;
constexpr std::size_t cap_year_row = 2;
constexpr std::size_t count_rows = 3;

bool gives_figures_per_head(const Party& party) {
  return party.population && party.fiscal_revenue;
}

}  // namespace

Tally::Tally(const Setup& setup, const SeriesMap& map, Kept& kept, std::size_t lanes)
    : setup_(&setup),
      map_(&map),
      kept_(&kept),
      sums_(map.size()),
      paybacks_(kept.npv.size(), kept.years),
      cap_years_(kept.npv.size(), kept.years),
      leaves_(kept.npv.size(), kept.years),
      valuation_(setup.scenario->horizon.years, lanes),
      rates_(setup.scenario->horizon.years, lanes),
      controls_(*setup.scenario, setup.worth, lanes),
      realised_(setup.scenario->realised, lanes),
      counts_(setup.contracts.own().size() * kept.parties * count_rows, lanes),
      totals_(kept.parties, lanes),
      scratch_(4, lanes),
      finite_(1, lanes) {
  for (std::size_t account = 0; account < setup.contracts.own().size() * kept.parties; ++account) {
    flows_.emplace_back(kept.years, lanes);
  }
  for (const Family& family : setup.contracts.families()) {
    blends_.emplace_back(family, setup.shape(lanes));
  }
}

void Tally::begin(std::uint64_t first, std::size_t count) noexcept {
  range_ = {first, count};
  counts_.clear();
  controls_.begin();
  realised_.begin();
  finite_.fill(0);
}

void Tally::keep(Lanes of, ConstLanes row) const noexcept {
  if (range_.first < of.size()) {
    const std::size_t count = std::min<std::size_t>(range_.count, of.size() - range_.first);
    std::ranges::copy(row.first(count), of.begin() + static_cast<std::ptrdiff_t>(range_.first));
  }
}

// Remembers where an amount is not finite.
void Tally::look(ConstLanes amounts) noexcept {
  const Lanes finite = finite_[0];
  each_lane(amounts.size(), [&](std::size_t i) { finite[i] += 0 * amounts[i]; });
}

void Tally::revenue(std::size_t group, const flow::Ledger& ledger) noexcept {
  using Level = SeriesMap::Level;
  if (group == 0) {
    controls_.add(ledger);
    realised_.add(ledger);
  }
  look(ledger[flow::Ledger::Line::local]);
  if (!setup_->in_full) {
    return;
  }
  for (std::size_t stream = 0; stream < kept_->streams; ++stream) {
    const ConstLanes local = ledger.local[stream];
    keep(kept_->revenues[kept_->revenue(group, stream, ledger.year)], local);
    const auto add_level = [&](Level level, ConstLanes row) {
      add(map_->revenue(group, level, stream, ledger.year), row);
    };
    if (setup_->scenario->has_park()) {
      add_level(Level::gross, ledger.gross[stream]);
    }
    if (!setup_->scenario->parts(stream, ledger.year)) {  // else they are known multiples of the gross
      add_level(Level::local, local);
      add_level(Level::central, ledger.central[stream]);
      add_level(Level::province, ledger.province[stream]);
    }
  }
}

void Tally::signed_up(std::size_t contract, const scheme::Waterfall& waterfall) noexcept {
  record(contract, waterfall, 0);
}

void Tally::stepped(std::size_t contract, const scheme::Waterfall& waterfall) noexcept {
  using Yearly = SeriesMap::Yearly;
  const scheme::Books& books = waterfall.books();
  record(contract, waterfall, books.year);
  if (!setup_->in_full) {
    return;
  }
  const std::size_t scheme = setup_->contracts.own()[contract];
  const auto add_credit = [&](std::size_t party, Yearly what, const LazyRows& credited) {
    if (credited.written(party)) {
      add(map_->yearly(scheme, party, what, books.year), credited[party]);
    }
  };
  for (std::size_t party = 0; party < kept_->parties; ++party) {
    add(map_->yearly(scheme, party, Yearly::accrual, books.year), waterfall.accrual(party, scratch_[0]));
    add_credit(party, Yearly::output_credit, books.credited_output);
    add_credit(party, Yearly::value_added_credit, books.credited_value_added);
  }
}

void Tally::record(std::size_t contract, const scheme::Waterfall& waterfall, int year) noexcept {
  const std::vector<std::size_t>& own = setup_->contracts.own();
  if (contract >= own.size()) {
    blends_[contract - own.size()].record(waterfall);
    return;
  }
  const std::size_t scheme = own[contract];
  for (std::size_t party = 0; party < kept_->parties; ++party) {
    const std::size_t account = kept_->place(contract, party);
    const Lanes flow = flows_[account][static_cast<std::size_t>(year)];
    waterfall.cash_flow(party, flow);
    std::ranges::fill(flow.subspan(range_.count), 0.0);  // no future of the run
    if (setup_->in_full) {
      add(map_->yearly(scheme, party, SeriesMap::Yearly::cash_flow, year), flow);
      keep(kept_->cash_flows[kept_->cash_flow(scheme, party, static_cast<std::size_t>(year))], flow);
    }
    count(account, waterfall.books(), party);
  }
}

// Floors and caps; most contracts have none.
void Tally::count(std::size_t account, const scheme::Books& books, std::size_t party) noexcept {
  const auto add_up = [&](const LazyRows& of_year, std::size_t row) {
    if (of_year.written(party)) {
      const ConstLanes one = of_year[party];
      const Lanes all = counts_[account * count_rows + row];
      each_lane(all.size(), [&](std::size_t i) { all[i] += one[i]; });
    }
  };
  add_up(books.floor_calls, floor_calls_row);
  add_up(books.broken, broken_row);
  if (books.capped.written(party)) {
    const ConstLanes capped = books.capped[party];
    const Lanes cap_year = counts_[account * count_rows + cap_year_row];
    const auto year = static_cast<double>(books.year);
    each_lane(cap_year.size(),
              [&](std::size_t i) { cap_year[i] = cap_year[i] == 0 && capped[i] > 0 ? year : cap_year[i]; });
  }
}

ConstLanes Tally::counted(std::size_t account, std::size_t row) const noexcept {
  return counts_[account * count_rows + row];
}

bool Tally::finish(const flow::Draws& draws) noexcept {
  for (std::size_t contract = 0; contract < setup_->contracts.own().size(); ++contract) {
    for (std::size_t party = 0; party < kept_->parties; ++party) {
      value(contract, party, draws);
    }
  }
  for (Blend& blend : blends_) {
    value(blend, draws);
  }
  if (std::ranges::all_of(setup_->scenario->parties, gives_figures_per_head)) {
    ratio_changes(draws);
  }
  controls_.finish(draws);
  for (std::size_t control = 0; control < kept_->controls.size(); ++control) {
    keep(kept_->controls[control], controls_.rows()[control]);
  }
  for (std::size_t figure = 0; figure < kept_->realised.size(); ++figure) {
    keep(kept_->realised[figure], realised_[figure]);
  }
  return std::ranges::all_of(finite_[0].first(range_.count), [](double sum) { return std::isfinite(sum); });
}

void Tally::value(std::size_t contract, std::size_t party, const flow::Draws& draws) noexcept {
  using Single = SeriesMap::Single;
  const std::size_t scheme = setup_->contracts.own()[contract];
  const std::size_t place = kept_->place(scheme, party);
  const std::size_t account = kept_->place(contract, party);
  const Rows& flows = flows_[account];
  valuation_.value(flows, draws.of(setup_->scenario->parties[party].discount_rate));
  keep(kept_->npv[place], valuation_.npv());
  add(map_->single(scheme, party, Single::size), valuation_.size());
  if (scheme::has<scheme::Floor>(setup_->scenario->schemes[scheme])) {
    add(map_->single(scheme, party, Single::floor_calls), counted(account, floor_calls_row));
    add(map_->single(scheme, party, Single::broken), counted(account, broken_row));
  }
  for (std::size_t year = 0; year + 1 < kept_->years; ++year) {
    leaves_.of[place][year] += valuation_.leaves()[year];
  }
  for (const double year : valuation_.payback().first(range_.count)) {
    ++paybacks_.of[place][static_cast<std::size_t>(year)];
  }
  if (scheme::has<scheme::Cap>(setup_->scenario->schemes[scheme])) {
    for (const double year : counted(account, cap_year_row).first(range_.count)) {
      ++cap_years_.of[place][year > 0 ? static_cast<std::size_t>(year) : kept_->years];
    }
  }
  look(valuation_.npv());
  if (setup_->in_full && range_.first < kept_->irr.paths()) {
    rates_.find(flows, scratch_[0]);
    keep(kept_->irr[place], scratch_[0]);
  }
}

void Tally::value(Blend& blend, const flow::Draws& draws) noexcept {
  for (std::size_t party = 0; party < kept_->parties; ++party) {
    blend.value(party, draws.of(setup_->scenario->parties[party].discount_rate));
    blend.count_paybacks(range_.count, paybacks_);
    for (const Family::Member& member : blend.family().members) {
      const double share = member.shares[party];
      blend.npv(share, kept_->npv[kept_->place(member.scheme, party)].subspan(range_.first, range_.count));
      blend.size(share, scratch_[0]);
      add(map_->single(member.scheme, party, SeriesMap::Single::size), scratch_[0]);
    }
    blend.size(1, scratch_[0]);
    look(scratch_[0]);
  }
}

void Tally::ratio_changes(const flow::Draws& draws) noexcept {
  for (std::size_t contract = 0; contract < setup_->contracts.own().size(); ++contract) {
    for (std::size_t party = 0; party < kept_->parties; ++party) {
      add_after_signing(flows_[kept_->place(contract, party)], totals_[party]);
    }
    ratio_change(setup_->contracts.own()[contract], draws);
  }
  for (Blend& blend : blends_) {
    blend.add_up();
    for (const Family::Member& member : blend.family().members) {
      for (std::size_t party = 0; party < kept_->parties; ++party) {
        blend.total(party, member.shares[party], totals_[party]);
      }
      ratio_change(member.scheme, draws);
    }
  }
}

// How the sharing changes the poorest party's revenue per head as a part of the richest's, in percentage points.
void Tally::ratio_change(std::size_t scheme, const flow::Draws& draws) noexcept {
  const std::vector<Party>& parties = setup_->scenario->parties;
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const Lanes change = scratch_[0];
  each_lane(change.size(), [&](std::size_t i) {
    double least_before = infinity;
    double most_before = -infinity;
    double least = infinity;
    double most = -infinity;
    for (std::size_t party = 0; party < parties.size(); ++party) {
      const double population = draws.of(*parties[party].population)[i];
      const double before = draws.of(*parties[party].fiscal_revenue)[i] / population;
      const double after = before + totals_[party][i] / static_cast<double>(kept_->years - 1) / population;
      least_before = std::min(least_before, before);
      most_before = std::max(most_before, before);
      least = std::min(least, after);
      most = std::max(most, after);
    }
    change[i] = 100 * (least / most - least_before / most_before);
  });
  add(map_->ratio(scheme), change);
}

}  // namespace shanhai::run
