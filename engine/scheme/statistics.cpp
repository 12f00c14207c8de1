#include "scheme/statistics.hpp"

namespace shanhai::scheme {
namespace {

void credit(Books& books, const Statistics::Credit& rule, ConstLanes total, Rows& to) {
  for (std::size_t party = 0; party < books.shape.parties; ++party) {
    const Operand part = rule.full ? Operand{1.0} : books.share(rule.shares, party, books.scratch(0));
    const Lanes row = to[party];
    each_lane(
        row.size(), [&](std::size_t i, double share) { row[i] += share * total[i]; }, part);
  }
}

}  // namespace

void Statistics::apply(Books& books, Rows& /*memory*/) const noexcept {
  if (output) {
    credit(books, *output, (*books.ledger)[flow::Ledger::Line::output], books.credited_output);
  }
  if (value_added) {
    credit(books, *value_added, (*books.ledger)[flow::Ledger::Line::value_added], books.credited_value_added);
  }
}

}  // namespace shanhai::scheme
