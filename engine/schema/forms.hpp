#pragma once

#include <optional>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/field.hpp"
#include "core/number.hpp"
#include "core/reference.hpp"
#include "schema/book.hpp"
#include "scheme/scheme.hpp"

namespace shanhai::schema {

/// How a value of a type is written, in a few words; for each type that a key of a clause has.
template <class T>
Text form_of(Type<std::optional<T>> type);

template <Worded T>
[[nodiscard]] Text form_of(Type<T> /*type*/) {
  const std::string words = fmt::format("{}", fmt::join(words_of(T{}), " | "));
  return {words, words};
}

[[nodiscard]] inline Text form_of(Type<bool> /*type*/) {
  return {"true | false", "true | false"};
}

[[nodiscard]] inline Text form_of(Type<int> /*type*/) {
  return {"整数", "a whole number"};
}

[[nodiscard]] inline Text form_of(Type<double> /*type*/) {
  return {"确定的数", "a known number"};
}

[[nodiscard]] inline Text form_of(Type<Number> /*type*/) {
  return {"数或分布", "a number or a distribution"};
}

[[nodiscard]] inline Text form_of(Type<Levels> /*type*/) {
  return {"数或分布，可逐年列出", "a number or a distribution, or a list of them by year"};
}

[[nodiscard]] inline Text form_of(Type<Payments> /*type*/) {
  return {"数或分布，可自签约起逐年列出", "a number or a distribution, or a list of them by year from signing"};
}

[[nodiscard]] inline Text form_of(Type<std::vector<double>> /*type*/) {
  return {"由低到高的一列数", "a list of rising numbers"};
}

[[nodiscard]] inline Text form_of(Type<YearRange> /*type*/) {
  return {"如 3、1-5、11-", "such as 3, 1-5, 11-"};
}

[[nodiscard]] inline Text form_of(Type<PartyRef> /*type*/) {
  return {"一方", "a party"};
}

[[nodiscard]] inline Text form_of(Type<std::vector<StreamRef>> /*type*/) {
  return {"[税种, …]", "[stream, ...]"};
}

[[nodiscard]] inline Text form_of(Type<Shares> /*type*/) {
  return {"{一方: 份额, …}，合计为 1，一方可为 rest", "{party: share, ...}, which sum to 1; one party may be rest"};
}

[[nodiscard]] inline Text form_of(Type<std::vector<Shares>> /*type*/) {
  return {"[{一方: 份额, …}, …]", "[{party: share, ...}, ...]"};
}

[[nodiscard]] inline Text form_of(Type<scheme::StreamShares> /*type*/) {
  return {"{一方: 份额, …}，或 {税种: {一方: 份额, …}, otherwise: …}",
          "{party: share, ...}, or {stream: {party: share, ...}, otherwise: ...}"};
}

[[nodiscard]] inline Text form_of(Type<scheme::Phases> /*type*/) {
  return {"{1-5: {一方: 份额, …}, 6-: …}", "{1-5: {party: share, ...}, 6-: ...}"};
}

[[nodiscard]] inline Text form_of(Type<PerParty<Levels>> /*type*/) {
  return {"{一方: 数或分布, …}，可逐年列出", "{party: a number or a distribution, ...}, or lists of them by year"};
}

[[nodiscard]] inline Text form_of(Type<scheme::Payers> /*type*/) {
  return {"一方、{一方: 份额, …} 或 external", "a party, {party: share, ...}, or external"};
}

[[nodiscard]] inline Text form_of(Type<scheme::Recover::Target> /*type*/) {
  return {"数、分布或 costs", "a number, a distribution, or costs"};
}

[[nodiscard]] inline Text form_of(Type<scheme::Floor::Guarantee> /*type*/) {
  return {"数或分布，可逐年列出，或 {rate, of}",
          "a number or a distribution, or a list of them by year, or {rate, of}"};
}

[[nodiscard]] inline Text form_of(Type<scheme::Statistics::Credit> /*type*/) {
  return {"{一方: 份额, …} 或 full", "{party: share, ...} or full"};
}

template <class T>
Text form_of(Type<std::optional<T>> /*type*/) {
  return form_of(Type<T>{});
}

}  // namespace shanhai::schema
