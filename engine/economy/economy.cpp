#include "economy/economy.hpp"

#include <algorithm>
#include <utility>

#include "random/math.hpp"

namespace shanhai::economy {
namespace {

using Line = flow::Ledger::Line;

std::vector<FactorSpec> factor_specs(const Park& park) {
  std::vector<FactorSpec> specs{{"macro", park.macro.rho}};
  for (const Sector& sector : park.sectors) {
    specs.push_back({"sector." + sector.id, sector.rho});
  }
  return specs;
}

double rho_of(const Forecast& forecast) {
  return forecast.uncertainty ? forecast.uncertainty->rho : 0.0;
}

double sigma_of(const Forecast& forecast) {
  return forecast.uncertainty ? forecast.uncertainty->sd.value : 0.0;
}

void widen(ConstSingles from, Lanes to) {
  each_lane(to.size(), [&](std::size_t i) { to[i] = static_cast<double>(from[i]); });
}

}  // namespace

Source without_risk(Source source) {
  if (auto* forecast = std::get_if<Forecast>(&source)) {
    forecast->uncertainty.reset();
    return source;
  }
  return without_risk(std::get<Park>(std::move(source)));
}

std::size_t surprises(const Source& source) noexcept {
  const auto* park = std::get_if<Park>(&source);
  return park != nullptr ? Surprises::count(*park) : 1;
}

ForecastEconomy::ForecastEconomy(const Forecast& forecast, const Setting& setting)
    : forecast_(&forecast),
      counting_(setting.counting),
      factor_({{"table", rho_of(forecast)}}, {}, setting.seed, setting.lanes),
      path_variance_(sum_variance(rho_of(forecast), setting.years)),
      walk_(1, setting.lanes),
      surprise_(sigma_of(forecast), rho_of(forecast), setting.years, setting.lanes) {}

void ForecastEconomy::begin(PathRange paths, const flow::Draws& draws) noexcept {
  paths_ = paths;
  draws_ = &draws;
  walk_.fill(0);
  surprise_.begin();
  if (counting_ == Counting::drawn) {
    factor_.begin(paths);
  }
}

void ForecastEconomy::step(int year, flow::Operand /*boost*/, flow::Ledger& ledger) noexcept {
  if (counting_ == Counting::drawn) {
    factor_.step(paths_, year);
  }
  const Lanes factor = ledger[Line::factor];
  const Lanes all_local = ledger[Line::local];
  widen(factor_[0], factor);
  std::ranges::fill(all_local, 0.0);
  if (ledger.surprise.size() > 0) {
    surprise_.step(year, factor_[0], ledger.surprise[0]);
  }
  const flow::Operand sd = forecast_->uncertainty ? draws_->of(forecast_->uncertainty->sd) : flow::Operand{0.0};
  const double variance = path_variance_[static_cast<std::size_t>(year)];
  const Lanes walk = walk_[0];
  each_lane(
      walk.size(), [&](std::size_t i, double spread) { walk[i] += spread * factor[i]; }, sd);
  for (std::size_t stream = 0; stream < forecast_->table.streams.size(); ++stream) {
    const flow::Operand expected = draws_->of(forecast_->table.streams[stream].revenue.in(year));
    const Lanes local = ledger.local[stream];
    const auto act = [&](std::size_t i, double mean, double spread) {
      local[i] = mean * random::exp(walk[i] - spread * spread * variance / 2);
      all_local[i] += local[i];
    };
    each_lane(local.size(), act, expected, sd);
    std::ranges::copy(local, ledger.gross[stream].begin());
  }
}

ParkEconomy::ParkEconomy(const Park& park, const Setting& setting)
    : park_(&park),
      counting_(setting.counting),
      factors_(factor_specs(park), park.correlation, setting.seed, setting.lanes),
      events_(park, setting.start, setting.seed, setting.lanes),
      firms_(park, setting.seed, setting.lanes, setting.counting, setting.surprises),
      production_(park, setting.seed, setting.years, setting.lanes),
      levy_(park, setting.years, setting.lanes),
      sum_(std::max(park.sectors.size(), park.taxes.size())),
      surprises_(park, setting.years, setting.lanes) {}

void ParkEconomy::begin(PathRange paths, const flow::Draws& draws) noexcept {
  paths_ = paths;
  draws_ = &draws;
  if (counting_ == Counting::drawn) {
    factors_.begin(paths);
  }
  events_.begin(draws);
  firms_.begin(draws);
  production_.begin(paths, draws);
  surprises_.begin();
  levy_.begin(draws);
}

void ParkEconomy::step(int year, flow::Operand boost, flow::Ledger& ledger) noexcept {
  if (counting_ == Counting::drawn) {
    factors_.step(paths_, year);
  }
  events_.step(paths_, year);
  firms_.step(paths_, year, events_, factors_[0], boost);
  production_.step(paths_, year, factors_, events_, firms_);
  if (ledger.surprise.size() > 0) {
    surprises_.step(year, factors_, events_, firms_, production_, ledger.surprise);
  }
  levy_.step(year, firms_, production_, ledger);
  widen(factors_[0], ledger[Line::factor]);
  if (ledger.indicators) {
    report(year, ledger);
  }
}

// Sums over sectors, and over taxes.
void ParkEconomy::report(int year, flow::Ledger& ledger) noexcept {
  const auto write = [&](Line line, std::size_t terms, const auto& row, const auto& times) {
    sum_.clear();
    for (std::size_t term = 0; term < terms; ++term) {
      sum_.add(row(term), times(term));
    }
    sum_.write(ledger[line]);
  };
  const std::size_t sectors = park_->sectors.size();
  const auto output = [&](std::size_t sector) {
    return production_.output(sector);
  };
  const auto once = [](std::size_t /*term*/) {
    return flow::Operand{1.0};
  };
  write(
      Line::firms, sectors, [&](std::size_t sector) { return firms_.count(sector); }, once);
  write(
      Line::arrivals, sectors, [&](std::size_t sector) { return firms_.arrived(sector); }, once);
  write(Line::output, sectors, output, once);
  write(Line::value_added, sectors, output, [&](std::size_t sector) {
    return draws_->of(park_->sectors[sector].value_added.in(year));
  });
  write(
      Line::taxes,
      park_->taxes.size(),
      [&](std::size_t tax) { return std::as_const(ledger.gross)[tax]; },
      [&](std::size_t tax) { return flow::Operand{park_->taxes[tax].non_tax ? 0.0 : 1.0}; });
  std::ranges::copy(firms_.occupied(), ledger[Line::land].begin());
}

Economy::Economy(const Source& source, const Setting& setting)
    : economy_(std::holds_alternative<Park>(source)
                   ? std::variant<ForecastEconomy, ParkEconomy>(
                         std::in_place_type<ParkEconomy>, std::get<Park>(source), setting)
                   : std::variant<ForecastEconomy, ParkEconomy>(
                         std::in_place_type<ForecastEconomy>, std::get<Forecast>(source), setting)) {}

void Economy::begin(PathRange paths, const flow::Draws& draws) noexcept {
  std::visit([&](auto& economy) { economy.begin(paths, draws); }, economy_);
}

void Economy::step(int year, flow::Operand boost, flow::Ledger& ledger) noexcept {
  std::visit([&](auto& economy) { economy.step(year, boost, ledger); }, economy_);
}

}  // namespace shanhai::economy
