#include "store/manifest.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/ranges.h>

#include "core/say.hpp"
#include "core/width.hpp"

namespace shanhai::store {
namespace {

// One of the values that differ, on a line, short enough to compare by eye.
std::string shortened(std::string_view value) {
  constexpr std::size_t most = 60;
  std::string result;
  std::size_t count = 0;
  for_each_character(value, [&](const Character&, std::string_view bytes) {
    if (++count <= most) {
      result += bytes;
    }
  });
  return printable(count > most ? result + "…" : result);
}

template <class T>
std::optional<Text> differ(Words what, const T& stored, const T& asked) {
  if (stored == asked) {
    return std::nullopt;
  }
  return say({"{}不同：{} 与 {}", "{} differs: {} against {}"},
             what,
             shortened(fmt::format("{}", stored)),
             shortened(fmt::format("{}", asked)));
}

// The lines that mean something, without blanks at their ends.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t length = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, length);
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first != std::string_view::npos && line[first] != '#') {
      lines.push_back(line.substr(first, line.find_last_not_of(" \t\r") + 1 - first));
    }
    text.remove_prefix(std::min(length + 1, text.size()));
  }
  return lines;
}

// The first line in which two texts differ.
std::optional<Text> differ_by_line(Words what, std::string_view stored, std::string_view asked) {
  const std::vector<std::string_view> before = lines_of(stored);
  const std::vector<std::string_view> now = lines_of(asked);
  const auto [left, right] = std::ranges::mismatch(before, now);
  const auto quoted = [](const auto& lines, auto at) {
    return at == lines.end() ? std::string("''") : fmt::format("'{}'", *at);
  };
  return differ(what, quoted(before, left), quoted(now, right));
}

std::optional<Text> differ_in_content(const Manifest& stored, const Manifest& asked) {
  if (stored.content == asked.content) {
    return std::nullopt;
  }
  if (auto found = differ_by_line({"基础方案", "the base scenario"}, stored.base, asked.base)) {
    return found;
  }
  if (auto found = differ_by_line({"成批测算", "the sweep"}, stored.sweep, asked.sweep)) {
    return found;
  }
  return differ({"内容（摘要）", "the content, by its hash,"}, stored.content, asked.content);
}

std::vector<std::string> told(const std::vector<Axis>& axes) {
  std::vector<std::string> result;
  result.reserve(axes.size());
  for (const Axis& axis : axes) {
    result.push_back(fmt::format("{} → {}", axis.name, fmt::join(axis.keys, " + ")));
  }
  return result;
}

std::vector<std::string> told(const std::vector<Named>& many) {
  std::vector<std::string> result;
  result.reserve(many.size());
  for (const Named& one : many) {
    result.push_back(fmt::format("{} ({} {})", one.id, one.name.zh, one.name.en));
  }
  return result;
}

// Lists: the first entry that differs.
template <class T>
std::optional<Text> differ_in_list(Words what, const std::vector<T>& stored, const std::vector<T>& asked) {
  const std::vector<std::string> before = told(stored);
  const std::vector<std::string> now = told(asked);
  const auto [left, right] = std::ranges::mismatch(before, now);
  return differ(what, left == before.end() ? "-" : *left, right == now.end() ? "-" : *right);
}

}  // namespace

std::optional<Text> difference(const Manifest& stored, const Manifest& asked) {
  // What a user chooses comes first, so that its consequences do not hide it.
  const std::array found{
      differ({"程序版本", "the program's version"}, stored.program, asked.program),
      differ({"种子", "the seed"}, stored.seed, asked.seed),
      differ({"路径数", "the number of paths"}, stored.paths, asked.paths),
      differ_in_content(stored, asked),
      differ_in_list({"轴", "an axis"}, stored.axes, asked.axes),
      differ({"点数", "the number of points"}, stored.points, asked.points),
      differ({"币种", "the currency"}, stored.currency, asked.currency),
      differ({"金额单位", "the unit of money"}, stored.unit, asked.unit),
      differ_in_list({"方案", "a scheme"}, stored.schemes, asked.schemes),
      differ_in_list({"参与方", "a party"}, stored.parties, asked.parties),
  };
  const auto* first = std::ranges::find_if(found, [](const auto& one) { return one.has_value(); });
  return first == found.end() ? std::nullopt : *first;
}

}  // namespace shanhai::store
