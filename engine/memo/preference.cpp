#include "memo/preference.hpp"

#include <algorithm>
#include <numeric>

#include "core/contract.hpp"
#include "memo/figures.hpp"
#include "memo/table.hpp"
#include "memo/wrap.hpp"

namespace shanhai::memo {

namespace {

constexpr std::size_t hanging = 4;

/// Those that the first of a ranking is not clearly better than.
std::vector<std::size_t> rivals(const Page& page, const std::vector<std::size_t>& ranked, std::size_t party) {
  std::vector<std::size_t> close;
  std::copy_if(ranked.begin() + 1, ranked.end(), std::back_inserter(close), [&](std::size_t other) {
    return !edge_of(page.outcome, ranked.front(), other, party).is_clear();
  });
  return close;
}

std::string quoted_names(const Page& page, const std::vector<std::size_t>& schemes) {
  std::vector<std::string> names;
  std::transform(schemes.begin(), schemes.end(), std::back_inserter(names), [&page](std::size_t scheme) {
    return page.say({"“{}”", "\"{}\""}, page.scheme_name(scheme));
  });
  return fmt::format("{}", fmt::join(names, page.say({"、", ", "})));
}

/// By how much one scheme is ahead of another, and how often.
std::string lead(const Page& page, const Edge& edge) {
  const std::string difference = page.unit.with(money(edge.difference, page.unit));
  if (page.twin()) {
    return page.say({"多 {}", "by {}"}, difference);
  }
  const double error = edge.difference.error;
  return page.say({"平均多 {}（95% 区间 {} 至 {}），在 {} 的未来中更好",
                   "by {} on average (95% interval {} to {}) and does better in {} of the futures"},
                  difference,
                  money(edge.low, error, page.unit),
                  money(edge.high, error, page.unit),
                  percentage({edge.p_better, 0}));
}

std::string ties(const Page& page, const Edge& edge) {
  return edge.p_tie > 0 ? page.say({"，{} 中相同", ", the same in {}"}, percentage({edge.p_tie, 0})) : "";
}

std::string clear_choice(const Page& page, std::size_t party, std::size_t first, std::size_t second) {
  return page.say({"{}：首选“{}”，比次优的“{}”{}。", R"({}: has most from "{}"; it beats the next, "{}", {}.)"},
                  page.party_name(party),
                  page.scheme_name(first),
                  page.scheme_name(second),
                  lead(page, edge_of(page.outcome, first, second, party)));
}

std::string equal_choice(const Page& page, std::size_t party, const std::vector<std::size_t>& equal) {
  return page.say(
      {"{}：{} 所得相同。", "{}: has the same from {}."}, page.party_name(party), quoted_names(page, equal));
}

std::string within_what(const Page& page, bool below_precision) {
  return below_precision ? page.say({"小于所要的精度", "by less than the precision asked for over"})
                         : page.say({"在模拟误差之内", "within the error of"});
}

std::string close_choice(const Page& page,
                         std::size_t party,
                         std::size_t first,
                         const std::vector<std::size_t>& close) {
  const Edge edge = edge_of(page.outcome, first, close.front(), party);
  const bool below_precision = std::all_of(close.begin(), close.end(), [&](std::size_t other) {
    return edge_of(page.outcome, first, other, party).below_precision;
  });
  return page.say({"{}：难分高下。“{}”均值最高，但与{}之差{}；比“{}”{}{}。",
                   R"({}: too close to call. "{}" has the highest mean, but {} {}; it beats "{}" {}{}.)"},
                  page.party_name(party),
                  page.scheme_name(first),
                  page.language == Language::zh ? quoted_names(page, close) : within_what(page, below_precision),
                  page.language == Language::zh ? within_what(page, below_precision) : quoted_names(page, close),
                  page.scheme_name(close.front()),
                  lead(page, edge),
                  ties(page, edge));
}

std::string preference(const Page& page, std::size_t party) {
  const std::vector<std::size_t> ranked = ranking(page.outcome, party);
  std::vector<std::size_t> close = rivals(page, ranked, party);
  if (close.empty()) {
    return clear_choice(page, party, ranked[0], ranked[1]);
  }
  if (edge_of(page.outcome, ranked.front(), close.front(), party).p_tie >= 1) {
    close.insert(close.begin(), ranked.front());
    return equal_choice(page, party, close);
  }
  return close_choice(page, party, ranked.front(), close);
}

}  // namespace

Edge edge_of(const run::Outcome& outcome, std::size_t first, std::size_t second, std::size_t party) {
  const auto found = std::find_if(outcome.comparisons.begin(), outcome.comparisons.end(), [&](const auto& one) {
    return one.party == party && one.a == std::min(first, second) && one.b == std::max(first, second);
  });
  SHANHAI_EXPECT(found != outcome.comparisons.end());
  const run::Comparison& one = *found;
  const bool below_precision = one.verdict == run::Verdict::too_close;
  if (first < second) {
    return {one.mean_difference, one.ci_low, one.ci_high, one.p_a_better.value, one.p_tie.value, below_precision};
  }
  return {{-one.mean_difference.value, one.mean_difference.error},
          -one.ci_high,
          -one.ci_low,
          std::max(0.0, 1 - one.p_a_better.value - one.p_tie.value),
          one.p_tie.value,
          below_precision};
}

std::vector<std::size_t> ranking(const run::Outcome& outcome, std::size_t party) {
  std::vector<std::size_t> schemes(outcome.schemes.size());
  std::iota(schemes.begin(), schemes.end(), std::size_t{0});
  std::stable_sort(schemes.begin(), schemes.end(), [&](std::size_t a, std::size_t b) {
    return outcome.schemes[a].parties[party].npv.mean.value > outcome.schemes[b].parties[party].npv.mean.value;
  });
  return schemes;
}

std::string preferences(const Page& page) {
  if (page.outcome.schemes.size() < 2) {
    return "";
  }
  std::string text = page.say({"各方的选择：净现值均值最高的方案（各方案面对同样的未来）\n",
                               "What each party prefers: the highest mean NPV (all schemes face the same futures)\n"});
  for (std::size_t party = 0; party < page.scenario.parties.size(); ++party) {
    text += wrapped("  " + preference(page, party), page_width, hanging);
  }
  return text;
}

}  // namespace shanhai::memo
