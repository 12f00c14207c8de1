#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include "allocations.hpp"
#include "clause_examples.hpp"
#include <catch2/catch.hpp>

#include "scheme/waterfall.hpp"

namespace shanhai::scheme {
namespace {

using Total = Books::Total;

// A sum of some tens of terms, each rounded a few times.
constexpr double few_ulp = 64 * std::numeric_limits<double>::epsilon();

/// A contract on a block of a setting's futures.
class Play {
 public:
  Play(const Scheme& scheme, const Setting& in, std::size_t lanes)
      : setting_(in),
        draws_(Setting::uncertain, lanes),
        outlays_(scheme.costs, scheme.transfers, displaced_, in.shape(lanes)),
        books_(in.shape(lanes)),
        ledger(in.shape(lanes)),
        waterfall(scheme, outlays_, books_, false) {}

  void sign(PathRange paths) {
    setting_.draw(paths, draws_);
    outlays_.sign(draws_);
    waterfall.sign(draws_);
  }

  template <class After>
  void step(PathRange paths, int year, const After& after) {
    setting_.fill(paths, year, ledger);
    outlays_.step(year);
    waterfall.begin(year);
    waterfall.step(ledger, after);
  }

  [[nodiscard]] const Books& books() const { return waterfall.books(); }

 private:
  Setting setting_;
  flow::Draws draws_;
  Displaced displaced_;
  Outlays outlays_;
  Books books_;

 public:
  flow::Ledger ledger;
  Waterfall waterfall;
};

constexpr auto nothing = [](int /*clause*/) {
};

template <class AnyRows>
double sum(const AnyRows& rows, std::size_t lane) {
  double total = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    total += rows[row][lane];
  }
  return total;
}

template <class AnyRows>
double size(const AnyRows& rows, std::size_t lane) {
  double total = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    total += std::abs(rows[row][lane]);
  }
  return total;
}

/// All that a contract did in the first `paths` paths, block by block: [year][party][what][path].
std::vector<double> outcome(const Scheme& scheme, const Setting& in, std::size_t lanes, std::size_t paths) {
  constexpr std::size_t kinds = 8;
  std::vector<double> all((Setting::years + 1) * Setting::parties * kinds * paths);
  std::vector<double> cash(lanes);
  Play play(scheme, in, lanes);
  for (std::size_t first = 0; first < paths; first += lanes) {
    play.sign({first, lanes});
    for (int year = 0; year <= Setting::years; ++year) {
      if (year > 0) {
        play.step({first, lanes}, year, nothing);
      }
      for (std::size_t role = 0; role < Setting::parties; ++role) {
        const std::size_t party = in.place.at(role);
        const Books& books = play.books();
        play.waterfall.cash_flow(party, cash);
        const std::array<ConstLanes, kinds> rows{cash,
                                                 books.kept[party],
                                                 books.shared[party],
                                                 books.floor_calls[party],
                                                 books.broken[party],
                                                 books.capped[party],
                                                 books.credited_output[party],
                                                 books.credited_value_added[party]};
        for (std::size_t kind = 0; kind < kinds; ++kind) {
          const std::size_t place = (static_cast<std::size_t>(year) * Setting::parties + role) * kinds + kind;
          for (std::size_t i = 0; i < lanes && first + i < paths; ++i) {
            all[place * paths + first + i] = rows.at(kind)[i];
          }
        }
      }
    }
  }
  return all;
}

bool pays_from_outside(const Scheme& scheme) {
  return std::ranges::any_of(scheme.clauses, [](const Clause& clause) {
    const auto* floor = std::get_if<Floor>(&clause);
    const auto* award = std::get_if<Award>(&clause);
    return (floor != nullptr && floor->from.external) || (award != nullptr && award->from.external);
  });
}

}  // namespace

TEMPLATE_LIST_TEST_CASE("Every clause gives out exactly the revenue of the year",
                        "[scheme][every-clause][property]",
                        Clause) {
  const Setting in;
  const std::size_t lanes = 64;
  for (const Scheme& scheme : contracts_with<TestType>(in)) {
    Play play(scheme, in, lanes);
    play.sign({0, lanes});
    for (int year = 1; year <= Setting::years; ++year) {
      std::vector<double> given(lanes);
      const auto after = [&](int clause) {
        const auto place = static_cast<std::size_t>(clause);
        for (std::size_t i = 0; clause >= 0 && i < lanes; ++i) {
          if (stage_of(scheme.clauses[place]) == Stage::ending) {
            given[i] = sum(play.books().kept, i) + sum(play.books().shared, i);
          }
        }
      };
      play.step({0, lanes}, year, after);
      double worst = 0;
      for (std::size_t i = 0; i < lanes; ++i) {
        const double revenue = sum(play.ledger.local, i);
        const double gone = play.books()[Total::fund_inflow][i] + play.books()[Total::company_inflow][i] +
                            play.books()[Total::rebated][i];
        worst = std::max(worst, std::abs(given[i] + gone - revenue) - few_ulp * revenue);
      }
      REQUIRE(worst <= 0);
    }
  }
}

TEMPLATE_LIST_TEST_CASE("Every clause on accruals only moves money, unless it comes from outside",
                        "[scheme][every-clause][property]",
                        Clause) {
  const Setting in;
  const std::size_t lanes = 64;
  for (const Scheme& scheme : contracts_with<TestType>(in)) {
    Play play(scheme, in, lanes);
    play.sign({0, lanes});
    for (int year = 1; year <= Setting::years; ++year) {
      std::vector<double> before(lanes);
      std::vector<double> moved(lanes);
      const auto after = [&](int clause) {
        for (std::size_t i = 0; clause >= 0 && i < lanes; ++i) {
          const Stage stage = stage_of(scheme.clauses[static_cast<std::size_t>(clause)]);
          before[i] = stage == Stage::accrual ? before[i] : sum(play.books().shared, i);
          moved[i] += size(play.books().shared, i);
        }
      };
      play.step({0, lanes}, year, after);
      double least = 0;
      double most = 0;
      for (std::size_t i = 0; i < lanes; ++i) {
        const double made = sum(play.books().shared, i) - before[i];
        const double scale = few_ulp * moved[i] + std::numeric_limits<double>::min();
        least = std::min(least, made / scale);
        most = std::max(most, made / scale);
      }
      REQUIRE(least >= -1);
      REQUIRE((most <= 1 || pays_from_outside(scheme)));
    }
  }
}

TEMPLATE_LIST_TEST_CASE("Every contract settles between the parties and owes nothing at the end",
                        "[scheme][every-clause][property]",
                        Clause) {
  const Setting in;
  const std::size_t lanes = 64;
  for (const Scheme& scheme : contracts_with<TestType>(in)) {
    Play play(scheme, in, lanes);
    play.sign({0, lanes});
    Rows owed(Setting::parties, lanes);
    std::vector<double> scale(lanes);
    for (int year = 1; year <= Setting::years; ++year) {
      play.step({0, lanes}, year, nothing);
      double worst = 0;
      for (std::size_t i = 0; i < lanes; ++i) {
        const Books& books = play.books();
        scale[i] += size(books.deferred, i) + size(books.kept, i) + size(books.shared, i);
        for (std::size_t party = 0; party < Setting::parties; ++party) {
          owed[party][i] += books.deferred[party][i];
        }
        worst = std::max(worst, std::abs(sum(books.deferred, i)) - few_ulp * scale[i]);
        worst = year < Setting::years ? worst : std::max(worst, size(owed, i) - few_ulp * scale[i]);
      }
      REQUIRE(worst <= 0);
    }
  }
}

TEMPLATE_LIST_TEST_CASE("Every clause leaves a pool that is never negative, and empty at the end",
                        "[scheme][every-clause][property]",
                        Clause) {
  const Setting in;
  const std::size_t lanes = 64;
  for (const Scheme& scheme : contracts_with<TestType>(in)) {
    Play play(scheme, in, lanes);
    play.sign({0, lanes});
    double lowest = 0;
    double left = 0;
    for (int year = 1; year <= Setting::years; ++year) {
      const auto after = [&](int) {
        lowest = std::min(lowest, std::ranges::min(play.books().pool()));
      };
      play.step({0, lanes}, year, after);
      left = std::max(left, std::ranges::max(play.books().pool()));
    }
    REQUIRE(lowest >= 0);
    REQUIRE(left == 0);
  }
}

TEMPLATE_TEST_CASE("What holds money holds none at the end", "[scheme][every-clause][property]", Fund, Company) {
  const Setting in;
  const std::size_t lanes = 16;
  for (const TestType& clause : examples(Of<TestType>{}, in)) {
    const Outlays outlays({}, {}, {}, in.shape(lanes));
    Standing standing{false, {}, std::vector<bool>(in.shape(lanes).streams, true), &outlays};
    Books books(in.shape(lanes));
    books.turn_to(standing);
    flow::Draws draws(Setting::uncertain, lanes);
    flow::Ledger ledger(in.shape(lanes));
    Rows memory(clause.memory_rows(in.shape(lanes)), lanes);
    in.draw({0, lanes}, draws);
    books.draws = &draws;
    books.begin(0);
    if constexpr (Signing<TestType>) {
      clause.sign(books, memory);
    }
    for (int year = 1; year <= Setting::years; ++year) {
      in.fill({0, lanes}, year, ledger);
      books.begin(year);
      books.clear();
      books.open(ledger);
      clause.apply(books, memory);
    }
    CHECK(std::ranges::all_of(memory[0], [](double held) { return held == 0; }));
  }
}

TEMPLATE_LIST_TEST_CASE("Every clause moves nothing out of an empty pool", "[scheme][every-clause][property]", Clause) {
  Setting in;
  in.empty = true;
  const std::size_t lanes = 16;
  constexpr bool promises = std::is_same_v<TestType, Floor> || std::is_same_v<TestType, Award>;
  for (const TestType& example : examples(Of<TestType>{}, in)) {
    const Scheme scheme = contracts_around(example, in).front();
    Play play(scheme, in, lanes);
    play.sign({0, lanes});
    for (int year = 1; year <= Setting::years; ++year) {
      play.step({0, lanes}, year, nothing);
      const Books& books = play.books();
      double moved = 0;
      for (std::size_t i = 0; i < lanes; ++i) {
        moved += size(books.kept, i) + size(books.deferred, i) + books[Total::rebated][i] +
                 books[Total::fund_inflow][i] + books[Total::fund_spent][i] + books[Total::company_inflow][i] +
                 (promises ? 0.0 : size(books.shared, i));
      }
      REQUIRE(moved == 0);
    }
  }
}

TEMPLATE_LIST_TEST_CASE("Every clause doubles when all money doubles", "[scheme][every-clause][property]", Clause) {
  const Setting once;
  Setting twice;
  twice.unit = 2;
  const std::vector<Scheme> contracts = contracts_with<TestType>(once);
  const std::vector<Scheme> doubled = contracts_with<TestType>(twice);
  const std::size_t lanes = 32;
  for (std::size_t scheme = 0; scheme < contracts.size(); ++scheme) {
    const std::vector<double> one = outcome(contracts[scheme], once, lanes, lanes);
    const std::vector<double> two = outcome(doubled[scheme], twice, lanes, lanes);
    // Calls, broken promises and caps (kinds 3 to 5) are counts; doubling a double is exact.
    bool same = true;
    for (std::size_t i = 0; i < one.size(); ++i) {
      const std::size_t kind = i / lanes % 8;
      same = same && two[i] == (kind >= 3 && kind <= 5 ? 1 : 2) * one[i];
    }
    REQUIRE(same);
  }
}

TEMPLATE_LIST_TEST_CASE("Every clause does the same in whatever order the parties stand",
                        "[scheme][every-clause][property]",
                        Clause) {
  const Setting in;
  Setting other;
  other.place = {2, 0, 1};
  const std::vector<Scheme> contracts = contracts_with<TestType>(in);
  const std::vector<Scheme> reordered = contracts_with<TestType>(other);
  const std::size_t lanes = 32;
  for (std::size_t scheme = 0; scheme < contracts.size(); ++scheme) {
    const std::vector<double> one = outcome(contracts[scheme], in, lanes, lanes);
    const std::vector<double> two = outcome(reordered[scheme], other, lanes, lanes);
    // Sums over the parties are taken in their order: differences of rounding against flows of some thousands.
    double worst = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
      worst = std::max(worst, std::abs(one[i] - two[i]) / std::max(1000.0, std::abs(one[i])));
    }
    REQUIRE(worst < 1e-12);
  }
}

TEMPLATE_LIST_TEST_CASE("Every clause does the same in blocks of 1, 7 and 1024 lanes, bit for bit",
                        "[scheme][every-clause][property]",
                        Clause) {
  const Setting in;
  const std::size_t paths = 1024;
  for (const Scheme& scheme : contracts_with<TestType>(in)) {
    const std::vector<double> whole = outcome(scheme, in, paths, paths);
    for (const std::size_t lanes : {1U, 7U}) {
      const bool same = outcome(scheme, in, lanes, paths) == whole;
      REQUIRE(same);
    }
  }
}

TEMPLATE_LIST_TEST_CASE("Every clause acts without allocating", "[scheme][every-clause][property]", Clause) {
  const Setting in;
  const std::size_t lanes = 8;
  for (const Scheme& scheme : contracts_with<TestType>(in)) {
    Play play(scheme, in, lanes);
    Marginal marginal(Setting::parties, lanes);
    std::vector<double> cash(lanes);
    const std::size_t before = allocations();
    play.sign({0, lanes});
    for (int year = 1; year <= Setting::years; ++year) {
      play.waterfall.begin(year);
      play.waterfall.follow(marginal);
      play.step({0, lanes}, year, nothing);
      play.waterfall.cash_flow(0, cash);
    }
    const std::size_t after = allocations();
    REQUIRE(after == before);
  }
}

TEST_CASE("The count of allocations sees what allocates", "[scheme][every-clause]") {
  const std::size_t before = allocations();
  const Rows rows(1, 1);
  const std::size_t after = allocations();
  CHECK(after > before);
}

}  // namespace shanhai::scheme
