#include "document/suggest.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "document/utf8.hpp"

namespace shanhai::document {
namespace {

constexpr std::size_t few = 12;
// A file of an enemy must not buy more time than it is long.
constexpr std::size_t most_letters = 64;
constexpr std::size_t most_known = 2000;
constexpr std::size_t most_steps = 8;

// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other; `limit` where there
// are at least as many.
std::size_t distance(std::u32string_view from, std::u32string_view to, std::size_t limit) {
  std::vector<std::size_t> before(to.size() + 1);
  std::vector<std::size_t> last(to.size() + 1);
  std::vector<std::size_t> row(to.size() + 1);
  for (std::size_t j = 0; j <= to.size(); ++j) {
    last[j] = j;
  }
  for (std::size_t i = 1; i <= from.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t changed = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, changed});
      if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    before.swap(last);
    last.swap(row);
    if (std::min(std::ranges::min(last), std::ranges::min(before)) >= limit) {
      return limit;
    }
  }
  return std::min(last[to.size()], limit);
}

}  // namespace

std::string_view nearest(std::string_view name, std::span<const std::string_view> known) {
  const std::u32string word = characters(name);
  std::size_t least = std::clamp<std::size_t>(word.size() / 3, 1, most_steps) + 1;
  std::string_view found;
  if (word.size() > most_letters || known.size() > most_known) {
    return found;
  }
  for (const std::string_view candidate : known) {
    const std::u32string other = characters(candidate);
    const std::size_t longer = std::max(word.size(), other.size());
    if (longer - std::min(word.size(), other.size()) >= least) {
      continue;
    }
    if (const std::size_t steps = distance(word, other, least); steps < least && steps < longer) {
      least = steps;
      found = candidate;
    }
  }
  return found;
}

Text suggest(std::string_view name, std::span<const std::string_view> known) {
  if (const std::string_view near = nearest(name, known); !near.empty()) {
    return {fmt::format("是不是 '{}'？", near), fmt::format("did you mean '{}'?", near)};
  }
  if (known.empty() || known.size() > few) {
    return {};
  }
  return {fmt::format("可用的名称：{}", fmt::join(known, "、")),
          fmt::format("the known names are {}", fmt::join(known, ", "))};
}

}  // namespace shanhai::document
