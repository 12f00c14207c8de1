// The scenario of reference.yaml as a plain loop, path after path, with the distributions of the standard library.
//
//   g++ -std=c++20 -O3 -march=native -o scalar bench/scalar.cpp
//   ./scalar PATHS [SEED]

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

// The scenario. Lists by year or age are written out as far as they change; the last value is held.

constexpr int years = 20;
constexpr int sectors = 4;
constexpr int factors = 1 + sectors;  // the macro factor first
constexpr int ages = 5;               // after these every ramp and holiday has reached its last value
constexpr int taxes = 6;
constexpr int schemes = 5;
constexpr int parties = 2;
constexpr int host = 0;
constexpr int origin = 1;

constexpr std::array<std::string_view, taxes> tax_names{"vat", "cit", "pit", "surcharges", "property", "deed"};
constexpr std::array<std::string_view, schemes> scheme_names{"proportional", "phased", "fund", "equity", "by_tax"};
constexpr std::array<std::string_view, parties> party_names{"host", "origin"};
constexpr double discount_rate = 0.06;
constexpr double reservation = 2000;

struct Sector {
  double land;  // per firm
  int firms;
  std::array<double, 7> arrivals;
  double arrivals_macro;
  std::array<double, ages> ramp;
  double exit, exit_macro;
  double output, growth, sigma, rho;
  double value_added, wages;
  double margin, margin_sd, margin_link;
  double cv;
  double cit;
  bool opens;  // touched by the event `opening`
};

constexpr std::array<Sector, sectors> park{{
    {.land = 30,
     .firms = 0,
     .arrivals = {1, 2, 3, 4, 4, 3, 2},
     .arrivals_macro = 0.3,
     .ramp = {0, 0.4, 0.8, 1, 1},
     .exit = 0.04,
     .exit_macro = 0.3,
     .output = 12000,
     .growth = 0.04,
     .sigma = 0.08,
     .rho = 0.4,
     .value_added = 0.24,
     .wages = 0.45,
     .margin = 0.06,
     .margin_sd = 0.02,
     .margin_link = 0.5,
     .cv = 0.6,
     .cit = 0.25,
     .opens = true},
    {.land = 20,
     .firms = 8,
     .arrivals = {2, 2, 2, 1, 1, 0.5, 0.5},
     .arrivals_macro = 0.2,
     .ramp = {0.2, 0.6, 1, 1, 1},
     .exit = 0.06,
     .exit_macro = 0.2,
     .output = 6000,
     .growth = 0.02,
     .sigma = 0.06,
     .rho = 0.3,
     .value_added = 0.2,
     .wages = 0.55,
     .margin = 0.04,
     .margin_sd = 0.02,
     .margin_link = 0.4,
     .cv = 0.8,
     .cit = 0.25,
     .opens = false},
    {.land = 40,
     .firms = 0,
     .arrivals = {0.5, 0.5, 1, 1, 1.5, 1.5, 1.5},
     .arrivals_macro = 0.2,
     .ramp = {0, 0.1, 0.3, 0.6, 1},
     .exit = 0.03,
     .exit_macro = 0.2,
     .output = 20000,
     .growth = 0.06,
     .sigma = 0.1,
     .rho = 0.5,
     .value_added = 0.35,
     .wages = 0.3,
     .margin = 0.12,
     .margin_sd = 0.04,
     .margin_link = 0.3,
     .cv = 1,
     .cit = 0.15,
     .opens = false},
    {.land = 50,
     .firms = 0,
     .arrivals = {1, 1, 1, 0.8, 0.8, 0.8, 0.8},
     .arrivals_macro = 0.4,
     .ramp = {0.5, 1, 1, 1, 1},
     .exit = 0.05,
     .exit_macro = 0.3,
     .output = 5000,
     .growth = 0.03,
     .sigma = 0.05,
     .rho = 0.3,
     .value_added = 0.3,
     .wages = 0.6,
     .margin = 0.05,
     .margin_sd = 0.02,
     .margin_link = 0.5,
     .cv = 0.5,
     .cit = 0.25,
     .opens = true},
}};

constexpr double macro_rho = 0.5;
constexpr double net_land = 6000 * 0.6;
constexpr std::array<double, 5> released{0.2, 0.4, 0.6, 0.8, 1};
constexpr std::array<double, ages> holiday{0, 0.5, 1, 1, 1};  // of VAT

struct Correlation {
  int a, b;
  double value;
};

constexpr std::array<Correlation, 5> correlations{{{0, 1, 0.5}, {0, 2, 0.3}, {0, 3, 0.2}, {0, 4, 0.4}, {1, 2, 0.3}}};

// Rates of taxes, and what the levels above leave of them.
constexpr double vat_rate = 0.09, vat_local = 1 - 0.5 - 0.1;
constexpr double cit_local = 1 - 0.6 - 0.08;
constexpr double pit_rate = 0.03, pit_local = 1 - 0.6;
constexpr double surcharge_rate = 0.1, property_rate = 1.5, deed_rate = 0.8;

// Events.
constexpr double recession_chance = 0.06;
constexpr int recession_years = 2;
constexpr double recession_growth = -0.06, recession_arrivals = 0.5, recession_exits = 2, recession_margin = -0.02;
constexpr int opening_first = 2030 - 2025 + 1, opening_years = 3;
constexpr double opening_growth = 0.02, opening_arrivals = 1.3;

// Costs.
constexpr std::array<double, 6> building{8000, 12000, 12000, 10000, 8000, 5000};
constexpr std::array<double, parties> building_shares{0.5, 0.5};
constexpr double overrun_mean = 1.1, overrun_cv = 0.2;
constexpr double running = 500;  // from year 1
constexpr std::array<double, parties> running_shares{0.7, 0.3};

// Schemes.
using Shares = std::array<double, parties>;
constexpr Shares equal{0.5, 0.5};
constexpr std::array<Shares, 3> phases{{{0.3, 0.7}, {0.5, 0.5}, {0.7, 0.3}}};
constexpr std::array<int, 2> phase_ends{5, 10};
constexpr double fund_share = 0.2, fund_spend = 0.1, fund_mean = 0.04, fund_sd = 0.06, fund_link = 0.4, fund_fee = 0.01;
constexpr double company_share = 0.7, capital = 20000, operating = 500, company_tax = 0.25, payout = 0.8,
                 residual = 0.6;
constexpr Shares stakes{0.45, 0.55};
constexpr Shares beside_company{0.6, 0.4};
constexpr std::array<double, 3> calls{0.5, 0.3, 0.2};
constexpr std::array<double, 4> capex{4000, 6000, 6000, 4000};
constexpr int life = 20, no_dividend_years = 3, loss_years = 5;
constexpr double reserve_rate = 0.1, reserve_limit = 0.5;
constexpr double origin_of_vat = 0.5, origin_of_cit = 0.6;
constexpr double floor_amount = 800, fulfilment = 0.9;
constexpr int floor_first = 4;

template <std::size_t n>
constexpr double level(const std::array<double, n>& list, int year) {
  return list[std::min<std::size_t>(static_cast<std::size_t>(year), n) - 1];
}

template <std::size_t n>
constexpr double payment(const std::array<double, n>& list, int t) {
  return static_cast<std::size_t>(t) < n ? list[static_cast<std::size_t>(t)] : 0.0;
}

// What chance makes of it.

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}

  double normal() { return normal_(engine_); }

  double uniform() { return uniform_(engine_); }

  int poisson(double mean) { return std::poisson_distribution<int>(mean)(engine_); }

  int binomial(int count, double probability) { return std::binomial_distribution<int>(count, probability)(engine_); }

 private:
  std::mt19937_64 engine_;
  std::normal_distribution<double> normal_;
  std::uniform_real_distribution<double> uniform_;
};

using Matrix = std::array<std::array<double, factors>, factors>;
using Factors = std::array<double, factors>;

Matrix cholesky_root(const Matrix& of) {
  Matrix root{};
  for (int row = 0; row < factors; ++row) {
    for (int column = 0; column <= row; ++column) {
      double rest = of[row][column];
      for (int k = 0; k < column; ++k) {
        rest -= root[row][k] * root[column][k];
      }
      root[row][column] = row == column ? std::sqrt(rest) : rest / root[column][column];
    }
  }
  return root;
}

double rho(int factor) {
  return factor == 0 ? macro_rho : park[factor - 1].rho;
}

// All that is the same for every path.
struct Tables {
  Matrix first_root{}, step_root{};
  std::array<std::array<double, years>, sectors> log_output{};  // of a mature firm, before shocks

  Tables() {
    Matrix shocks{}, first{};
    for (int i = 0; i < factors; ++i) {
      shocks[i][i] = 1;
    }
    for (const auto& [a, b, value] : correlations) {
      shocks[a][b] = shocks[b][a] = value;
    }
    for (int i = 0; i < factors; ++i) {
      for (int j = 0; j < factors; ++j) {
        const double spread = std::sqrt((1 - rho(i) * rho(i)) * (1 - rho(j) * rho(j)));
        first[i][j] = shocks[i][j] * spread / (1 - rho(i) * rho(j));
      }
    }
    first_root = cholesky_root(first);
    step_root = cholesky_root(shocks);
    for (int k = 0; k < sectors; ++k) {
      fill_log_output(k);
    }
  }

  // The variance of the sum of an AR(1) grows by 1 and twice its covariances with the sum before.
  void fill_log_output(int k) {
    const Sector& s = park[k];
    double variance = 0;
    double covariances = 0;
    for (int year = 1; year <= years; ++year) {
      variance += 1 + 2 * covariances;
      covariances = s.rho * (covariances + 1);
      log_output[k][year - 1] =
          std::log(s.output) + (year - 1) * std::log(1 + s.growth) - s.sigma * s.sigma * variance / 2;
    }
  }
};

// exp(a s - a²/2), of mean 1.
double tilt(double a, double s) {
  return std::exp(a * s - a * a / 2);
}

class Park {
 public:
  Park(const Tables& tables, Chance& chance) : tables_(&tables), chance_(&chance) {
    factor_ = shocks(tables.first_root);
    for (int k = 0; k < sectors; ++k) {
      count_[k] = park[k].firms;
      by_age_[k][ages - 1] = park[k].firms;
      size_[k] = chance.normal();
    }
  }

  [[nodiscard]] double macro() const { return factor_[0]; }

  // Local revenue of a year, by tax.
  std::array<double, taxes> step(int year) {
    move_factors();
    const bool starts = recession_left_ == 0 && chance_->uniform() < recession_chance;
    recession_left_ = starts ? recession_years : recession_left_;
    recession_ = recession_left_ > 0;
    recession_left_ = std::max(recession_left_ - 1, 0);
    opening_ = year >= opening_first && year < opening_first + opening_years;
    for (int k = 0; k < sectors; ++k) {
      leave(k);
    }
    const std::array<double, 2> land = arrive(year);
    return collect(year, land);
  }

 private:
  Factors shocks(const Matrix& root) {
    Factors normal{}, result{};
    std::ranges::generate(normal, [&] { return chance_->normal(); });
    for (int i = 0; i < factors; ++i) {
      for (int j = 0; j <= i; ++j) {
        result[i] += root[i][j] * normal[j];
      }
    }
    return result;
  }

  void move_factors() {
    const Factors shock = shocks(tables_->step_root);
    for (int i = 0; i < factors; ++i) {
      factor_[i] = rho(i) * factor_[i] + std::sqrt(1 - rho(i) * rho(i)) * shock[i];
    }
  }

  // Firms of all ages leave alike; those that stay are a year older.
  void leave(int k) {
    const Sector& s = park[k];
    const double probability = s.exit * (recession_ ? recession_exits : 1) * tilt(-s.exit_macro, macro());
    const int gone = chance_->binomial(count_[k], std::min(probability, 1.0));
    const double staying = count_[k] > 0 ? 1 - static_cast<double>(gone) / count_[k] : 1.0;
    count_[k] -= gone;
    auto& firms = by_age_[k];
    firms[ages - 1] += firms[ages - 2];
    std::shift_right(firms.begin(), firms.end() - 1, 1);
    firms[0] = 0;
    for (double& of_age : firms) {
      of_age *= staying;
    }
  }

  // Sectors are admitted in their order, as many whole firms as fit. Gives the land occupied, and that sold this year.
  std::array<double, 2> arrive(int year) {
    double free = net_land * level(released, year);
    double occupied = 0;
    double sold = 0;
    for (int k = 0; k < sectors; ++k) {
      occupied += count_[k] * park[k].land;
    }
    free -= occupied;
    for (int k = 0; k < sectors; ++k) {
      const Sector& s = park[k];
      const double more = (recession_ ? recession_arrivals : 1) * (opening_ && s.opens ? opening_arrivals : 1);
      const int wanted = chance_->poisson(level(s.arrivals, year) * more * tilt(s.arrivals_macro, macro()));
      const int arrived = std::min(wanted, static_cast<int>(std::floor(std::max(free, 0.0) / s.land + 1e-9)));
      count_[k] += arrived;
      by_age_[k][0] = arrived;
      free -= arrived * s.land;
      sold += arrived * s.land;
    }
    return {occupied + sold, sold};
  }

  std::array<double, taxes> collect(int year, std::array<double, 2> land) {
    double vat = 0;
    double cit = 0;
    double pit = 0;
    for (int k = 0; k < sectors; ++k) {
      const Sector& s = park[k];
      double mature = 0;
      double due = 0;
      for (int age = 0; age < ages; ++age) {
        mature += by_age_[k][age] * s.ramp[age];
        due += by_age_[k][age] * s.ramp[age] * holiday[age];
      }
      const double per_firm = produce(year, k, mature);
      const double shock =
          s.margin_link * factor_[k + 1] + std::sqrt(1 - s.margin_link * s.margin_link) * chance_->normal();
      const double margin = s.margin + (recession_ ? recession_margin : 0) + s.margin_sd * shock;
      vat += vat_rate * s.value_added * due * per_firm;
      cit += s.cit * std::max(margin, 0.0) * mature * per_firm;
      pit += pit_rate * s.wages * s.value_added * mature * per_firm;
    }
    return {vat_local * vat,
            cit_local * cit,
            pit_local * pit,
            surcharge_rate * vat,
            property_rate * land[0],
            deed_rate * land[1]};
  }

  // Output of a mature firm of the sector.
  double produce(int year, int k, double mature) {
    const Sector& s = park[k];
    walk_[k] += s.sigma * factor_[k + 1];
    walk_[k] += recession_ ? std::log(1 + recession_growth) : 0;
    walk_[k] += opening_ && s.opens ? std::log(1 + opening_growth) : 0;
    const double spread = std::log(1 + s.cv * s.cv / std::max(mature, 1.0));
    return std::exp(tables_->log_output[k][year - 1] + walk_[k] + std::sqrt(spread) * size_[k] - spread / 2);
  }

  const Tables* tables_;
  Chance* chance_;
  Factors factor_{};
  std::array<double, sectors> size_{}, walk_{};
  std::array<int, sectors> count_{};
  std::array<std::array<double, ages>, sectors> by_age_{};
  int recession_left_ = 0;
  bool recession_ = false, opening_ = false;
};

class Company {
 public:
  // What a year brings the owners, less what they pay. Year 0 is signing.
  double step(int year, double pool) {
    if (year == 0) {
      return -fill(0, -capex[0]);
    }
    const double earned = company_share * pool - operating;
    double depreciation = 0;
    for (int built = std::max(year - life, 0); built < year; ++built) {
      depreciation += payment(capex, built) / life;
    }
    const double profit = earned - depreciation;
    const double tax = company_tax * taxable(profit);
    const double called = fill(year, earned - tax - payment(capex, year));
    return distribute(year, profit - tax) + (year == years ? close() : 0) - called;
  }

 private:
  // Planned capital, the year's change of cash, and a call for what is then short.
  double fill(int year, double change) {
    const double planned = capital * payment(calls, year);
    cash_ += planned + change;
    const double shortfall = std::max(-cash_, 0.0);
    cash_ += shortfall;
    return planned + shortfall;
  }

  // Profit less the losses of the last years, oldest first.
  double taxable(double profit) {
    double rest = std::max(profit, 0.0);
    for (double& loss : losses_) {
      const double used = std::min(rest, loss);
      loss -= used;
      rest -= used;
    }
    std::shift_left(losses_.begin(), losses_.end(), 1);
    losses_.back() = std::max(-profit, 0.0);
    return rest;
  }

  double distribute(int year, double net) {
    const double to_share = std::max(net + std::min(retained_, 0.0), 0.0);
    const double put_by = std::min(reserve_rate * to_share, std::max(reserve_limit * capital - reserve_, 0.0));
    reserve_ += put_by;
    retained_ += net - put_by;
    const double dividend = year > no_dividend_years ? std::min(payout * std::max(retained_, 0.0), cash_) : 0;
    retained_ -= dividend;
    cash_ -= dividend;
    return dividend;
  }

  [[nodiscard]] double close() const {
    double book = 0;
    for (int built = 0; built <= years; ++built) {
      book += payment(capex, built) * std::max(life - (years - built), 0) / life;
    }
    return cash_ + residual * book;
  }

  double cash_ = 0, reserve_ = 0, retained_ = 0;
  std::array<double, loss_years> losses_{};
};

struct Path {
  std::array<std::array<double, years>, taxes> revenue;
  std::array<std::array<double, years + 1>, schemes * parties> flow;
};

// The five schemes on one path.
class Contracts {
 public:
  explicit Contracts(Chance& chance) : chance_(&chance) {
    const double variance = std::log(1 + overrun_cv * overrun_cv);
    overrun_ = std::exp(std::log(overrun_mean) - variance / 2 + std::sqrt(variance) * chance.normal());
  }

  void sign(Path& path) {
    const double called = company_.step(0, 0);
    for (int party = 0; party < parties; ++party) {
      for (int scheme = 0; scheme < schemes; ++scheme) {
        path.flow[scheme * parties + party][0] = -costs(0, party) + (scheme == 3 ? stakes[party] * called : 0);
      }
    }
  }

  void step(int year, const std::array<double, taxes>& revenue, double macro, Path& path) {
    double pool = 0;
    for (const double tax : revenue) {
      pool += tax;
    }
    const Shares& phase = phases[year <= phase_ends[0] ? 0 : year <= phase_ends[1] ? 1 : 2];
    const double from_fund = fund(year, pool, macro);
    const double from_company = company_.step(year, pool);
    const Shares taxed = by_tax(year, revenue, pool);
    for (int party = 0; party < parties; ++party) {
      const std::array<double, schemes> received{
          equal[party] * pool,
          phase[party] * pool,
          equal[party] * (1 - fund_share) * pool + equal[party] * from_fund,
          beside_company[party] * (1 - company_share) * pool + stakes[party] * from_company,
          taxed[party],
      };
      for (int scheme = 0; scheme < schemes; ++scheme) {
        path.flow[scheme * parties + party][year] = received[scheme] - costs(year, party);
      }
    }
  }

 private:
  [[nodiscard]] double costs(int year, int party) const {
    return building_shares[party] * overrun_ * payment(building, year) +
           (year > 0 ? running_shares[party] * running : 0);
  }

  // What the fund pays out, at the end.
  double fund(int year, double pool, double macro) {
    const double shock = fund_link * macro + std::sqrt(1 - fund_link * fund_link) * chance_->normal();
    const double gain = std::max(fund_mean + fund_sd * shock, -1.0);
    fund_ = fund_ * (1 - fund_spend) * (1 - fund_fee) * (1 + gain) + fund_share * pool;
    return year == years ? fund_ : 0;
  }

  // The host tops up what the origin gets, if it keeps its promise.
  Shares by_tax(int year, const std::array<double, taxes>& revenue, double pool) {
    const bool keeps = chance_->uniform() < fulfilment;
    const double shared = origin_of_vat * revenue[0] + origin_of_cit * revenue[1];
    const double paid = year >= floor_first && keeps ? std::max(floor_amount - shared, 0.0) : 0;
    return {pool - shared - paid, shared + paid};
  }

  Chance* chance_;
  Company company_;
  double overrun_ = 1, fund_ = 0;
};

void simulate(const Tables& tables, Chance& chance, Path& path) {
  Park economy(tables, chance);
  Contracts contracts(chance);
  contracts.sign(path);
  for (int year = 1; year <= years; ++year) {
    const std::array<double, taxes> revenue = economy.step(year);
    contracts.step(year, revenue, economy.macro(), path);
    for (int tax = 0; tax < taxes; ++tax) {
      path.revenue[tax][year - 1] = revenue[tax];
    }
  }
}

// Statistics.

std::size_t band_paths = 0;                // a sixteenth of all, at least 1,024 and at most 8,192
const double within = 5 * std::sqrt(2.0);  // how far apart, in standard errors, quantiles of two runs may lie

struct Quantile {
  std::string_view name;
  double probability;
};

constexpr std::array<Quantile, 5> npv_quantiles{
    {{"q05", 0.05}, {"q25", 0.25}, {"q50", 0.5}, {"q75", 0.75}, {"q95", 0.95}}};
constexpr std::array<Quantile, 3> band_quantiles{{{"q05", 0.05}, {"q50", 0.5}, {"q95", 0.95}}};

struct Found {
  double value;                  // of type 7
  std::array<double, 2> limits;  // order statistics between which that of another run of as many paths must lie
};

// Puts `values` in another order.
Found quantile(std::vector<double>& values, double probability) {
  const auto count = static_cast<double>(values.size());
  const double position = (count - 1) * probability;
  const double spread = within * std::sqrt(count * probability * (1 - probability));
  const auto at = [&](double rank) {
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(std::clamp(rank, 0.0, count - 1));
    std::nth_element(values.begin(), place, values.end());
    return *place;
  };
  const double low = at(std::floor(position));
  const double high = at(std::floor(position) + 1);
  return {low + (high - low) * (position - std::floor(position)),
          {at(std::floor(count * probability - spread) - 1), at(std::ceil(count * probability + spread) - 1)}};
}

struct Moments {
  double mean, error, sd;
};

Moments moments(std::span<const double> values) {
  const auto count = static_cast<double>(values.size());
  double sum = 0;
  for (const double value : values) {
    sum += value;
  }
  double squares = 0;
  for (const double value : values) {
    squares += (value - sum / count) * (value - sum / count);
  }
  const double variance = squares / std::max(count - 1, 1.0);
  return {sum / count, std::sqrt(variance / count), std::sqrt(variance)};
}

// One figure by year: its mean over all paths, its band from the first.
struct Yearly {
  double sum = 0, squares = 0;
  std::vector<double> kept;

  void add(double value) {
    sum += value;
    squares += value * value;
    if (kept.size() < band_paths) {
      kept.push_back(value);
    }
  }
};

struct Account {
  std::vector<double> npv;
  std::array<Yearly, years + 1> flow;
  std::array<std::uint64_t, years> leaves{};
  std::array<std::uint64_t, years + 2> paybacks{};  // by year, and never

  void add(const std::array<double, years + 1>& flows) {
    double total = 0;
    int payback = 0;
    for (int year = 0; year <= years; ++year) {
      flow[year].add(flows[year]);
      total += flows[year];
      payback = total < 0 ? year + 1 : payback;
    }
    ++paybacks[payback];
    double worth = 0;
    for (int year = years; year > 0; --year) {
      worth = (worth + flows[year]) / (1 + discount_rate);
      leaves[year - 1] += worth < 0 ? 1 : 0;
    }
    npv.push_back(worth + flows[0]);
  }
};

struct Tally {
  std::array<Account, schemes * parties> accounts;
  std::array<std::array<Yearly, years>, taxes> revenue;

  void add(const Path& path) {
    for (std::size_t i = 0; i < accounts.size(); ++i) {
      accounts[i].add(path.flow[i]);
    }
    for (std::size_t tax = 0; tax < taxes; ++tax) {
      for (std::size_t year = 0; year < years; ++year) {
        revenue[tax][year].add(path.revenue[tax][year]);
      }
    }
  }
};

// Output: commas where they belong.
class Json {
 public:
  Json() { std::cout << std::setprecision(17); }

  void key(std::string_view name) {
    comma();
    std::cout << '"' << name << "\":";
    first_ = true;
  }

  void open(char bracket) {
    comma();
    std::cout << bracket;
    first_ = true;
  }

  void close(char bracket) {
    std::cout << bracket;
    first_ = false;
  }

  void value(const auto& value) {
    comma();
    std::cout << value;
  }

  void field(std::string_view name, const auto& what) {
    key(name);
    value(what);
  }

  void list(std::string_view name, const auto& values) {
    key(name);
    open('[');
    for (const auto& one : values) {
      value(one);
    }
    close(']');
  }

 private:
  void comma() {
    std::cout << (first_ ? "" : ",");
    first_ = false;
  }

  bool first_ = true;
};

double share_below(std::span<const double> values, double bound) {
  const auto below = std::ranges::count_if(values, [&](double value) { return value < bound; });
  return static_cast<double>(below) / static_cast<double>(values.size());
}

double worst_mean(std::vector<double> values) {
  const std::size_t worst = (values.size() * 5 + 99) / 100;
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(worst - 1), values.end());
  return moments(std::span(values).first(worst)).mean;
}

void print_npv(Json& json, const std::vector<double>& npv) {
  const Moments found = moments(npv);
  std::vector<double> values = npv;
  std::array<Found, npv_quantiles.size()> quantiles{};
  std::ranges::transform(
      npv_quantiles, quantiles.begin(), [&](const Quantile& q) { return quantile(values, q.probability); });
  json.key("npv");
  json.open('{');
  json.field("mean", found.mean);
  json.field("sd", found.sd);
  json.field("se", found.error);
  json.field("p_negative", share_below(npv, 0));
  json.field("p_below_reservation", share_below(npv, reservation));
  json.field("cvar05", worst_mean(npv));
  for (std::size_t i = 0; i < npv_quantiles.size(); ++i) {
    json.field(npv_quantiles[i].name, quantiles[i].value);
  }
  json.key("limits");
  json.open('{');
  for (std::size_t i = 0; i < npv_quantiles.size(); ++i) {
    json.list(npv_quantiles[i].name, quantiles[i].limits);
  }
  json.close('}');
  json.close('}');
}

// The first year by which so many paths are there.
std::string year_reached(const Account& account, double wanted) {
  double reached = 0;
  for (int year = 0; year <= years; ++year) {
    reached += static_cast<double>(account.paybacks[year]);
    if (reached >= wanted) {
      return std::to_string(year);
    }
  }
  return "null";
}

void print_payback(Json& json, const Account& account) {
  const auto paths = static_cast<double>(account.npv.size());
  const double spread = within * std::sqrt(paths) / 2;
  json.key("payback");
  json.open('{');
  json.field("q50", year_reached(account, paths / 2));
  json.key("limits");
  json.open('{');
  json.list("q50", std::array{year_reached(account, paths / 2 - spread), year_reached(account, paths / 2 + spread)});
  json.close('}');
  json.field("never", static_cast<double>(account.paybacks[years + 1]) / paths);
  json.close('}');
}

void print_bands(Json& json, std::span<Yearly> by_year, std::size_t paths) {
  const auto count = static_cast<double>(paths);
  std::vector<double> mean, error;
  std::array<std::vector<Found>, band_quantiles.size()> found;
  for (Yearly& year : by_year) {
    mean.push_back(year.sum / count);
    const double variance = std::max(year.squares / count - mean.back() * mean.back(), 0.0);
    error.push_back(std::sqrt(variance / std::max(count - 1, 1.0)));
    for (std::size_t i = 0; i < band_quantiles.size(); ++i) {
      found[i].push_back(quantile(year.kept, band_quantiles[i].probability));
    }
  }
  json.list("mean", mean);
  json.list("se", error);
  for (std::size_t i = 0; i < band_quantiles.size(); ++i) {
    std::vector<double> values;
    std::ranges::transform(found[i], std::back_inserter(values), &Found::value);
    json.list(band_quantiles[i].name, values);
  }
  json.key("limits");
  json.open('{');
  for (std::size_t i = 0; i < band_quantiles.size(); ++i) {
    json.key(band_quantiles[i].name);
    json.open('[');
    for (const Found& one : found[i]) {
      json.open('[');
      json.value(one.limits[0]);
      json.value(one.limits[1]);
      json.close(']');
    }
    json.close(']');
  }
  json.close('}');
}

void print_party(Json& json, Account& account) {
  print_npv(json, account.npv);
  print_payback(json, account);
  json.key("cash_flow");
  json.open('{');
  print_bands(json, account.flow, account.npv.size());
  json.close('}');
  std::vector<double> leaves;
  for (const std::uint64_t count : account.leaves) {
    leaves.push_back(static_cast<double>(count) / static_cast<double>(account.npv.size()));
  }
  json.list("p_leave", leaves);
}

double acceptance(const Account& a, const Account& b) {
  std::size_t accepted = 0;
  for (std::size_t path = 0; path < a.npv.size(); ++path) {
    accepted += a.npv[path] >= reservation && b.npv[path] >= reservation ? 1 : 0;
  }
  return static_cast<double>(accepted) / static_cast<double>(a.npv.size());
}

void print_schemes(Json& json, Tally& tally) {
  json.key("schemes");
  json.open('{');
  for (int scheme = 0; scheme < schemes; ++scheme) {
    const auto account = [&](int party) -> Account& {
      return tally.accounts[scheme * parties + party];
    };
    json.key(scheme_names[scheme]);
    json.open('{');
    json.key("parties");
    json.open('{');
    for (int party = 0; party < parties; ++party) {
      json.key(party_names[party]);
      json.open('{');
      print_party(json, account(party));
      json.close('}');
    }
    json.close('}');
    json.field("acceptance", acceptance(account(host), account(origin)));
    json.close('}');
  }
  json.close('}');
}

void print_revenue(Json& json, Tally& tally) {
  json.key("revenue");
  json.open('{');
  for (int tax = 0; tax < taxes; ++tax) {
    json.key(tax_names[tax]);
    json.open('{');
    print_bands(json, tally.revenue[tax], tally.accounts[0].npv.size());
    json.close('}');
  }
  json.close('}');
}

void print_comparison(Json& json, const Tally& tally, int a, int b, int party) {
  std::vector<double> gain;
  std::ranges::transform(tally.accounts[a * parties + party].npv,
                         tally.accounts[b * parties + party].npv,
                         std::back_inserter(gain),
                         std::minus<>{});
  const Moments found = moments(gain);
  const auto better = std::ranges::count_if(gain, [](double one) { return one > 0; });
  json.open('{');
  json.field("a", '"' + std::string(scheme_names[a]) + '"');
  json.field("b", '"' + std::string(scheme_names[b]) + '"');
  json.field("party", '"' + std::string(party_names[party]) + '"');
  json.field("mean_difference", found.mean);
  json.field("se", found.error);
  json.field("p_a_better", static_cast<double>(better) / static_cast<double>(gain.size()));
  json.close('}');
}

void print_comparisons(Json& json, const Tally& tally) {
  json.key("comparisons");
  json.open('[');
  for (int a = 0; a < schemes; ++a) {
    for (int b = a + 1; b < schemes; ++b) {
      for (int party = 0; party < parties; ++party) {
        print_comparison(json, tally, a, b, party);
      }
    }
  }
  json.close(']');
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: scalar PATHS [SEED]\n";
    return 2;
  }
  const std::uint64_t paths = std::strtoull(argv[1], nullptr, 10);
  const std::clock_t start = std::clock();
  const Tables tables;
  Chance chance(argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1);
  Tally tally;
  Path path;
  band_paths = std::clamp<std::size_t>(paths / 16, 1024, 8192);
  for (std::uint64_t i = 0; i < paths; ++i) {
    simulate(tables, chance, path);
    tally.add(path);
  }
  Json json;
  json.open('{');
  json.field("paths", paths);
  print_schemes(json, tally);
  print_revenue(json, tally);
  print_comparisons(json, tally);
  json.field("seconds_cpu", static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  json.close('}');
  std::cout << '\n';
}
