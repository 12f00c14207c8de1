#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "terms_of_contract.hpp"
#include <catch2/catch.hpp>

#include "scheme/waterfall.hpp"

namespace shanhai::scheme {

/// Equal but for rounding of figures of everyday size.
inline Approx close(double value) {
  return Approx(value).epsilon(1e-13).margin(1e-12);
}

/// A contract stepped year by year through revenue written by hand.
class AtWork {
 public:
  /// Ten years of two parties and one stream, where a test does not say otherwise.
  static constexpr flow::Shape usual{2, 1, 1, 10};

  explicit AtWork(Scheme terms, flow::Shape shape = usual, std::size_t uncertain = 1)
      : scheme(std::move(terms)),
        ledger(shape),
        draws(uncertain, shape.lanes),
        outlays(scheme.costs, scheme.transfers, displaced, shape),
        books_of_year(shape),
        waterfall(scheme, outlays, books_of_year, true),
        pools_(scheme.clauses.size(), shape.lanes) {}

  AtWork(const AtWork&) = delete;
  AtWork& operator=(const AtWork&) = delete;

  void sign() {
    outlays.sign(draws);
    waterfall.sign(draws);
  }

  /// The next year as the ledger stands; the first is preceded by signing.
  void year() {
    begin();
    begun_ = false;
    outlays.step(ledger.year);
    const Lanes all = ledger[flow::Ledger::Line::local];
    for (std::size_t lane = 0; lane < all.size(); ++lane) {
      all[lane] = 0;
      for (std::size_t stream = 0; stream < ledger.local.size(); ++stream) {
        all[lane] += ledger.local[stream][lane];
      }
    }
    waterfall.step(ledger, [&](int clause) {
      if (clause >= 0) {
        std::ranges::copy(books().pool(), pools_[static_cast<std::size_t>(clause)].begin());
      }
    });
  }

  /// The next year with this revenue by stream, the same in every lane.
  void year(const std::vector<double>& streams) {
    for (std::size_t stream = 0; stream < streams.size(); ++stream) {
      std::ranges::fill(ledger.local[stream], streams[stream]);
    }
    year();
  }

  /// The next year with this revenue of the first stream by lane.
  void year_by_lane(const std::vector<double>& lanes) {
    std::ranges::copy(lanes, ledger.local[0].begin());
    year();
  }

  [[nodiscard]] const Books& books() const { return waterfall.books(); }

  /// The pool a clause left this year.
  [[nodiscard]] double left(std::size_t clause, std::size_t lane = 0) const { return pools_[clause][lane]; }

  [[nodiscard]] double kept(PartyRef party, std::size_t lane = 0) const { return books().kept[party.index][lane]; }

  [[nodiscard]] double shared(PartyRef party, std::size_t lane = 0) const { return books().shared[party.index][lane]; }

  [[nodiscard]] double cash(PartyRef party, std::size_t lane = 0) const {
    std::vector<double> row(books().lanes());
    waterfall.cash_flow(party.index, row);
    return row[lane];
  }

  /// A party's part of one more unit of pool at the start of the next year.
  [[nodiscard]] double part_of_next(PartyRef party, std::size_t lane = 0) {
    begin();
    waterfall.follow(marginal);
    return marginal.part[party.index][lane];
  }

  Scheme scheme;
  Displaced displaced;
  flow::Ledger ledger;
  flow::Draws draws;
  Outlays outlays;
  Books books_of_year;
  Waterfall waterfall;
  Marginal marginal{waterfall.books().shape.parties, waterfall.books().shape.lanes};

 private:
  void begin() {
    if (begun_) {
      return;
    }
    if (ledger.year == 0) {
      sign();
    }
    waterfall.begin(++ledger.year);
    begun_ = true;
  }

  Rows pools_;
  bool begun_ = false;
};

}  // namespace shanhai::scheme
