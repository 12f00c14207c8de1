#include "scheme/statistics.hpp"

namespace shanhai::scheme {

void Statistics::credit(Books& books, const Credit& rule, ConstLanes total, LazyRows& to) const noexcept {
  const Operand runs = books.running(years, books.scratch(0));
  for (std::size_t party = 0; party < books.shape.parties; ++party) {
    const Operand part = rule.full ? Operand{1.0} : books.share(rule.shares, party, books.scratch(1));
    const double otherwise = party == otherwise_to.index ? 1 : 0;
    const auto credited = [&](std::size_t i, double share, double running) {
      return (running * share + (1 - running) * otherwise) * total[i];
    };
    flow::add(to, party, credited, part, runs);
  }
}

void Statistics::apply(Books& books, Rows& /*memory*/) const noexcept {
  if (output) {
    credit(books, *output, (*books.ledger)[flow::Ledger::Line::output], books.credited_output);
  }
  if (value_added) {
    credit(books, *value_added, (*books.ledger)[flow::Ledger::Line::value_added], books.credited_value_added);
  }
}

}  // namespace shanhai::scheme
