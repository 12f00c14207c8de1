#include "scheme/waterfall.hpp"

#include <algorithm>
#include <array>

namespace shanhai::scheme {

Waterfall::Waterfall(const Scheme& scheme, const Outlays& outlays, Books& books, bool followed)
    : scheme_(&scheme),
      books_(&books),
      standing_{.followed = followed,
                .clock = std::vector<int>(scheme.clock == ContractClock::first_revenue ? books.shape.lanes : 0),
                .pooled = std::vector<bool>(books.shape.streams, true),
                .outlays = &outlays} {
  for (const Clause& clause : scheme.clauses) {
    const std::size_t rows = std::visit([&](const auto& one) { return one.memory_rows(books.shape); }, clause);
    memory_.emplace_back(rows, books.shape.lanes);
  }
}

void Waterfall::sign(const flow::Draws& draws) noexcept {
  books_->draws = &draws;
  begin(0);
  books_->clear();
  for (std::size_t clause = 0; clause < memory_.size(); ++clause) {
    memory_[clause].fill(0);
    const auto signing = [&](const auto& one) {
      if constexpr (Signing<std::remove_cvref_t<decltype(one)>>) {
        one.sign(*books_, memory_[clause]);
      }
    };
    std::visit(signing, scheme_->clauses[clause]);
  }
}

void Waterfall::begin(int year) noexcept {
  books_->turn_to(standing_);
  books_->begin(year);
}

void Waterfall::follow(Marginal& marginal) noexcept {
  marginal.part.clear();
  std::ranges::fill(marginal.unit(), 1.0);
  std::ranges::fill(marginal.spent(), 0.0);
  for (std::size_t clause = 0; clause < memory_.size(); ++clause) {
    const auto taking = [&](const auto& one) {
      if constexpr (Taking<std::remove_cvref_t<decltype(one)>>) {
        one.follow(*books_, memory_[clause], marginal);
      }
    };
    std::visit(taking, scheme_->clauses[clause]);
  }
}

void Waterfall::open(const flow::Ledger& ledger) noexcept {
  books_->turn_to(standing_);
  books_->clear();
  books_->open(ledger);
  const bool opens_itself = !scheme_->clauses.empty() && stage_of(scheme_->clauses.front()) == Stage::opening;
  if (!opens_itself) {
    start_clock();
  }
}

void Waterfall::apply(std::size_t clause) noexcept {
  const Clause& acting = scheme_->clauses[clause];
  std::visit([&](const auto& one) { one.apply(*books_, memory_[clause]); }, acting);
  if (stage_of(acting) == Stage::opening) {
    start_clock();
  }
}

// Money in the pool starts a clock that waits for revenue.
void Waterfall::start_clock() noexcept {
  const ConstLanes pool = books_->pool();
  for (std::size_t i = 0; i < pool.size() && standing_.own_clock(); ++i) {
    if (standing_.clock[i] == 0 && pool[i] > 0) {
      standing_.clock[i] = 1;
    }
  }
}

void Waterfall::cash_flow(std::size_t party, Lanes out) const noexcept {
  std::array<Weighted<double>, 7> terms;
  std::size_t count = 0;
  terms[count++] = {standing_.outlays->net(party), 1};
  for (const LazyRows* rows :
       {&books_->kept, &books_->shared, &books_->deferred, &books_->dividends, &books_->returned}) {
    if (rows->written(party)) {
      terms[count++] = {(*rows)[party], 1};
    }
  }
  if (books_->calls.written(party)) {
    terms[count++] = {books_->calls[party], -1};
  }
  weighted_sum<double>(std::span(terms).first(count), out);
}

ConstLanes Waterfall::accrual(std::size_t party, Lanes scratch) const noexcept {
  if (!books_->kept.written(party)) {
    return books_->shared[party];
  }
  const std::array<Weighted<double>, 2> terms{{{books_->kept[party], 1}, {books_->shared[party], 1}}};
  weighted_sum<double>(terms, scratch);
  return scratch;
}

}  // namespace shanhai::scheme
