#include "store/point_digest.hpp"

#include "store/digest.hpp"

namespace shanhai::store {
namespace {

template <class Outcome>
void add_to(Digest& digest, const std::vector<Column<Outcome>>& columns, const Outcome& outcome) {
  for (const Column<Outcome>& column : columns) {
    digest.add(column.get(outcome));
  }
}

}  // namespace

std::int64_t digest_of(const PointResult& point,
                       const std::vector<Column<run::SchemeOutcome>>& of_scheme,
                       const std::vector<Column<run::PartyOutcome>>& of_party) {
  Digest digest;
  digest.add(point.point).add(point.hash).add(point.failure);
  for (const std::string& value : point.values) {
    digest.add(value);
  }
  for (const run::SchemeOutcome& scheme : point.schemes) {
    add_to(digest, of_scheme, scheme);
    for (const run::PartyOutcome& party : scheme.parties) {
      add_to(digest, of_party, party);
    }
  }
  return digest.value();
}

}  // namespace shanhai::store
