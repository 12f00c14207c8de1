#include "study/vary.hpp"

#include <cmath>
#include <optional>

#include "core/say.hpp"
#include "core/trimmed.hpp"
#include "core/width.hpp"
#include "document/path.hpp"
#include "input/number_text.hpp"
#include "sweep/read_sweep.hpp"

namespace shanhai::study {
namespace {

/// `KEY = FROM..TO`
std::optional<sweep::Key> read_key(std::string_view text) {
  const std::size_t equals = text.find('=');
  const std::size_t dots = text.find("..", std::min(equals, text.size()));
  if (equals == std::string_view::npos || dots == std::string_view::npos) {
    return std::nullopt;
  }
  const auto from = input::to_number(trimmed(text.substr(equals + 1, dots - equals - 1))).value;
  const auto to = input::to_number(trimmed(text.substr(dots + 2))).value;
  if (!from || !to || *from == *to) {
    return std::nullopt;
  }
  sweep::Key key;
  key.path = trimmed(text.substr(0, equals));
  key.from = *from;
  key.to = *to;
  return key;
}

std::optional<double> number_of(const document::Node& node) {
  return node.kind == document::Node::Kind::scalar ? input::to_number(node.text).value : std::nullopt;
}

/// The other of two shares that add up to 1, moving against a key; nothing where the key is not one of two.
std::optional<sweep::Key> other_share(const sweep::Key& key, const document::Node& base) {
  const std::size_t dot = key.path.rfind('.');
  const document::Node* parent =
      dot == std::string::npos ? nullptr : document::find_path(base, key.path.substr(0, dot));
  if (parent == nullptr || parent->entries.size() != 2 || parent->find(key.path.substr(dot + 1)) == nullptr) {
    return std::nullopt;
  }
  const auto first = number_of(parent->entries[0].value);
  const auto second = number_of(parent->entries[1].value);
  constexpr double tolerance = 1e-9;  // of shares, as the scenario's reader has it
  if (!first || !second || std::abs(*first + *second - 1) > tolerance) {
    return std::nullopt;
  }
  const bool is_first = parent->entries[0].key == key.path.substr(dot + 1);
  sweep::Key other;
  other.path = key.path.substr(0, dot + 1) + parent->entries[is_first ? 1 : 0].key;
  other.from = 1 - key.from;
  other.to = 1 - key.to;
  return other;
}

}  // namespace

std::variant<Vary, Text> read_vary(std::string_view text, const document::Node& base) {
  sweep::Axis axis;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    std::optional<sweep::Key> key = read_key(text.substr(begin, comma - begin));
    if (!key) {
      return say({"--vary：应为 键路径 = 从..到，如 schemes.equal.shares.wuyi = 30%..70%，写的是 {}",
                  "--vary: expected KEY = FROM..TO, such as schemes.equal.shares.wuyi = 30%..70%, found {}"},
                 printable(trimmed(text.substr(begin, comma - begin))));
    }
    axis.keys.push_back(*std::move(key));
    begin = comma + 1;
  }
  if (axis.keys.size() == 1) {
    if (std::optional<sweep::Key> other = other_share(axis.keys.front(), base)) {
      axis.keys.push_back(*std::move(other));
    }
  }
  axis.name = axis.keys.front().path;
  Vary vary;
  vary.in_percent = text.find('%') != std::string_view::npos;
  vary.sweep.design = sweep::Design::sobol;
  vary.sweep.axes = {std::move(axis)};
  if (const auto faults = sweep::faults_of_keys(vary.sweep, base); !faults.empty()) {
    const Diagnostic& fault = faults.front();
    return fault.help.en.empty() ? say({"--vary：{}", "--vary: {}"}, fault.message)
                                 : say({"--vary：{}；{}", "--vary: {}; {}"}, fault.message, fault.help);
  }
  return vary;
}

}  // namespace shanhai::study
