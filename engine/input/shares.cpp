#include "input/shares.hpp"

#include <algorithm>
#include <cmath>

#include "core/say.hpp"
#include "input/laws.hpp"
#include "input/names.hpp"
#include "input/numbers.hpp"

namespace shanhai::input {
namespace {

constexpr double sum_tolerance = 1e-9;

constexpr Words a_party{"一个合作方的键名", "the key of a party"};

// A key as a value of its own, to be read as one.
Node as_node(const Node::Entry& entry) {
  return {Node::Kind::scalar, entry.place, entry.key, false, {}, {}};
}

struct Sums {
  double known = 0;  ///< of the shares given
  double most = 0;   ///< the most they can be
  bool all_known = true;
};

Sums add_up(const Reader& reader, const Shares& shares) {
  Sums sums;
  for (const Number& share : shares.of) {
    sums.known += share.value;
    sums.most += share.is_known() ? share.value : support(reader.uncertain[share.draw].law).high;
    sums.all_known = sums.all_known && share.is_known();
  }
  return sums;
}

// One party of a set of shares.
void read_share(Reader& reader, const Node::Entry& entry, Shares& shares) {
  const auto party = reader.name(as_node(entry), reader.parties, a_party);
  if (!party) {
    return;
  }
  const Reader::Scope scope(reader, entry.key);
  if (entry.value.kind == Node::Kind::scalar && entry.value.text == "rest") {
    if (shares.rest != Number::known) {
      reader.fault(entry.value, {"至多一方为 rest", "at most one party with rest"});
    }
    shares.rest = *party;
    return;
  }
  read(reader, entry.value, shares.of[*party], range::share);
}

void judge_sum(Reader& reader, const Node& node, Shares& shares) {
  const Sums sums = add_up(reader, shares);
  if (shares.rest == Number::known && !sums.all_known) {
    reader.missing(node.place,
                   {"一方为 rest（其余份额有分布时）", "one party with rest, as other shares are distributions"});
  } else if (shares.rest == Number::known && std::abs(sums.known - 1) > sum_tolerance) {
    reader.fault(node.place,
                 {"合计为 1 的份额", "shares that sum to 1"},
                 say({"合计 {:.10g}", "a sum of {:.10g}"}, sums.known),
                 {"可将一方写为 rest，由它取得余下部分", "one party may be `rest`, which takes what is left"});
  } else if (shares.rest != Number::known && sums.most > 1 + sum_tolerance) {
    reader.fault(node.place,
                 {"rest 以外合计不超过 1 的份额", "shares beside rest that sum to at most 1"},
                 say({"合计可达 {:.10g}", "a sum of up to {:.10g}"}, sums.most));
  } else if (shares.rest != Number::known && sums.all_known) {
    shares.of[shares.rest] = Number{std::max(1 - sums.known, 0.0)};
    shares.rest = Number::known;
  }
}

bool by_stream(const Node& node) {
  return std::ranges::any_of(node.entries, [](const Node::Entry& entry) {
    return entry.value.kind == Node::Kind::map && !looks_uncertain(entry.value);
  });
}

template <class T>
void read_per_party(Reader& reader, const Node& node, PerParty<T>& out, const Range& range) {
  if (!reader.expect_map(node)) {
    return;
  }
  out.of.assign(reader.parties.size(), T{});
  for (const Node::Entry& entry : node.entries) {
    if (const auto party = reader.name(as_node(entry), reader.parties, a_party)) {
      const Reader::Scope scope(reader, entry.key);
      read(reader, entry.value, out.of[*party], range);
    }
  }
}

// Where the phases leave a year out, or give one twice.
void judge_phases(Reader& reader, const Node& node, const scheme::Phases& phases) {
  const Text expected{"各期首尾相接、不重不漏", "phases that cover every year exactly once"};
  std::vector<std::pair<YearRange, Place>> ranges;
  for (std::size_t phase = 0; phase < phases.size(); ++phase) {
    ranges.emplace_back(phases[phase].years, node.entries[phase].place);
  }
  std::ranges::sort(ranges, {}, [](const auto& range) { return range.first.first; });
  int next = 1;
  for (const auto& [years, place] : ranges) {
    if (next == YearRange::forever || years.first != next) {
      const bool gap = next != YearRange::forever && years.first > next;
      reader.fault(place,
                   expected,
                   gap ? say({"第 {} 年没有归属", "no phase for year {}"}, next)
                       : say({"第 {} 年属于两期", "two phases for year {}"}, years.first));
      return;
    }
    next = years.last == YearRange::forever ? YearRange::forever : years.last + 1;
  }
  if (next <= reader.years) {
    reader.fault(ranges.back().second,
                 expected,
                 say({"第 {} 年起没有归属", "no phase from year {}"}, next),
                 say({"最后一期可写为 {}-", "the last phase can be written {}-"}, ranges.back().first.first));
  }
}

}  // namespace

void read(Reader& reader, const Node& node, Shares& out, const Range& /*range*/) {
  if (node.kind != Node::Kind::map) {
    reader.fault(node,
                 say({"各方份额，如 {{{}: 100%}}", "shares of parties, such as {{{}: 100%}}"}, reader.parties.front()));
    return;
  }
  Shares shares;
  shares.of.assign(reader.parties.size(), Number{});
  const std::size_t faults = reader.diagnostics.size();
  for (const Node::Entry& entry : node.entries) {
    read_share(reader, entry, shares);
  }
  if (reader.diagnostics.size() == faults) {
    judge_sum(reader, node, shares);
  }
  out = std::move(shares);
}

void read(Reader& reader, const Node& node, scheme::ReferenceParts& out, const Range& /*range*/) {
  if (!reader.expect_map(node)) {
    return;
  }
  Shares parts;
  parts.of.assign(reader.parties.size(), Number{});
  const std::size_t faults = reader.diagnostics.size();
  for (const Node::Entry& entry : node.entries) {
    read_share(reader, entry, parts);
  }
  if (reader.diagnostics.size() == faults && parts.rest != Number::known) {
    judge_sum(reader, node, parts);
  }
  if (parts.rest != Number::known) {
    reader.fault(node.place, {"rest 以外均为确定的数", "known numbers beside rest"}, {"分布", "a distribution"});
  }
  out.of = std::move(parts.of);
}

void read(Reader& reader, const Node& node, std::vector<Shares>& out, const Range& range) {
  if (!reader.expect_list(node)) {
    return;
  }
  out.clear();
  for (const Node& item : node.items) {
    const Reader::Scope scope(reader, out.size());
    read(reader, item, out.emplace_back(), range);
  }
}

void read(Reader& reader, const Node& node, scheme::Payers& out, const Range& range) {
  out.shares.of.assign(reader.parties.size(), Number{});
  if (node.kind == Node::Kind::map) {
    read(reader, node, out.shares, range);
    return;
  }
  std::vector<std::string> names = reader.parties;
  names.emplace_back("external");
  const auto payer =
      reader.name(node, names, {"一个合作方、各方份额或 external", "a party, shares of parties, or external"});
  if (payer && *payer < reader.parties.size()) {
    out.shares.of[*payer] = Number{1};
  }
  out.external = payer && *payer == reader.parties.size();
}

void read(Reader& reader, const Node& node, scheme::StreamShares& out, const Range& range) {
  out.by_stream.clear();
  if (node.kind != Node::Kind::map || !by_stream(node)) {
    read(reader, node, out.by_stream.emplace_back(), range);
    return;
  }
  Shares otherwise;
  otherwise.of.assign(reader.parties.size(), Number{});
  otherwise.of[reader.first_host] = Number{1};
  if (const Node* rest = node.find("otherwise")) {
    const Reader::Scope scope(reader, "otherwise");
    read(reader, *rest, otherwise, range);
  }
  std::vector<std::string> names = reader.streams;
  names.emplace_back("otherwise");
  out.by_stream.assign(std::max<std::size_t>(reader.streams.size(), 1), otherwise);
  for (const Node::Entry& entry : node.entries) {
    if (reader.streams.empty()) {
      continue;  // what is wrong with the revenue is reported there
    }
    const auto stream =
        reader.name(as_node(entry), names, {"一个税种的键名或 otherwise", "the key of a stream, or otherwise"});
    if (stream && *stream < reader.streams.size()) {
      const Reader::Scope scope(reader, entry.key);
      read(reader, entry.value, out.by_stream[*stream], range);
    }
  }
}

void read(Reader& reader, const Node& node, scheme::Phases& out, const Range& range) {
  if (!reader.expect_map(node)) {
    return;
  }
  if (node.entries.empty()) {
    reader.missing(node.place, {"至少一期", "at least one phase"});
    return;
  }
  const std::size_t faults = reader.diagnostics.size();
  for (const Node::Entry& entry : node.entries) {
    scheme::Phase phase;
    read(reader, as_node(entry), phase.years, range);
    const Reader::Scope scope(reader, entry.key);
    read(reader, entry.value, phase.shares, range);
    out.push_back(std::move(phase));
  }
  if (reader.diagnostics.size() == faults) {
    judge_phases(reader, node, out);
  }
}

void read(Reader& reader, const Node& node, scheme::Statistics::Credit& out, const Range& range) {
  out.full = node.kind == Node::Kind::scalar && node.text == "full";
  out.shares.of.assign(reader.parties.size(), Number{});
  if (node.kind == Node::Kind::map) {
    read(reader, node, out.shares, range);
  } else if (!out.full) {
    reader.fault(node, {"各方份额或 full", "shares of parties, or full"});
  }
}

void read(Reader& reader, const Node& node, PerParty<Levels>& out, const Range& range) {
  read_per_party(reader, node, out, range);
}

void read(Reader& reader, const Node& node, PerParty<Number>& out, const Range& range) {
  read_per_party(reader, node, out, range);
}

}  // namespace shanhai::input
