#include "sweep/read_sweep.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/say.hpp"
#include "document/document.hpp"
#include "document/path.hpp"
#include "input/names.hpp"
#include "input/numbers.hpp"
#include "input/reader.hpp"

namespace shanhai::sweep {
namespace {

using document::Node;
using input::Reader;

constexpr std::size_t most_axes = 64;
constexpr std::size_t most_levels = 100'000;
constexpr std::uint64_t most_samples = 10'000'000;

bool is_range(const Node& node) {
  return node.kind == Node::Kind::map && node.find("from") != nullptr;
}

bool is_values(const Node& node) {
  return node.kind == Node::Kind::list || is_range(node);
}

/// The ends of a range; its steps, 0 where it has none.
std::size_t read_range(Reader& reader, const Node& node, Key& key) {
  reader.expect_known_keys(node, {"from", "to", "steps"});
  const auto read_end = [&](std::string_view end, double& out) {
    if (const Node* written = node.find(end)) {
      const Reader::Scope scope(reader, end);
      out = input::to_known(reader, *written, range::money).value_or(0);
    } else {
      reader.missing(node.place, say({"键 {}", "the key {}"}, end));
    }
  };
  read_end("from", key.from);
  read_end("to", key.to);
  int steps = 0;
  if (const Node* written = node.find("steps")) {
    const Reader::Scope scope(reader, "steps");
    input::read(reader, *written, steps, {2, static_cast<double>(most_levels)});
  }
  return static_cast<std::size_t>(steps);
}

void read_key(Reader& reader, const Node::Entry& entry, const Node& node, Axis& axis) {
  Key key{entry.key, entry.place, {}, 0, 0};
  std::size_t levels = 0;
  if (is_range(node)) {
    levels = read_range(reader, node, key);
  } else if (reader.expect_list(node, 1, most_levels)) {
    key.listed = node.items;
    levels = node.items.size();
  } else {
    return;
  }
  if (!axis.keys.empty() && (axis.is_range() != key.listed.empty() || axis.levels != levels)) {
    reader.fault(
        node,
        axis.is_range()
            ? Text{"与本轴其他键相同的步数", "a range of as many steps as the other keys of the axis"}
            : say({"{} 个值，与本轴其他键一样多", "{} values, as many as the other keys of the axis"}, axis.levels));
  }
  axis.levels = levels;
  axis.keys.push_back(std::move(key));
}

/// `key: values`, which is its own name, or `name: {key: values, ...}`.
Axis read_axis(Reader& reader, const Node::Entry& entry) {
  Axis axis;
  axis.name = entry.key;
  if (is_values(entry.value)) {
    read_key(reader, entry, entry.value, axis);
  } else if (reader.expect_map(entry.value)) {
    for (const Node::Entry& key : entry.value.entries) {
      const Reader::Scope scope(reader, key.key);
      read_key(reader, key, key.value, axis);
    }
  }
  return axis;
}

std::vector<Axis> read_axes(Reader& reader, const Node& node) {
  std::vector<Axis> axes;
  if (!reader.expect_map(node)) {
    return axes;
  }
  if (node.entries.empty() || node.entries.size() > most_axes) {
    reader.fault(node, say({"1 至 {} 个轴", "from 1 to {} axes"}, most_axes));
  }
  for (const Node::Entry& entry : node.entries) {
    const Reader::Scope scope(reader, entry.key);
    axes.push_back(read_axis(reader, entry));
  }
  return axes;
}

constexpr std::array<std::pair<std::string_view, Design>, 2> plain_designs{
    {{"grid", Design::grid}, {"list", Design::list}}};
constexpr std::array<std::pair<std::string_view, Design>, 3> sampled_designs{
    {{"latin_hypercube", Design::latin_hypercube}, {"sobol", Design::sobol}, {"saltelli", Design::saltelli}}};

void read_design(Reader& reader, const Node& node, Sweep& out) {
  const Text expected{"grid、list、{latin_hypercube: 点数}、{sobol: 点数} 或 {saltelli: 组数}",
                      "grid, list, {latin_hypercube: points}, {sobol: points} or {saltelli: base rows}"};
  if (node.kind == Node::Kind::map && node.entries.size() == 1) {
    const auto* const known =
        std::ranges::find(sampled_designs, node.entries.front().key, &std::pair<std::string_view, Design>::first);
    if (known != sampled_designs.end()) {
      const Reader::Scope scope(reader, known->first);
      int samples = 0;
      input::read(reader, node.entries.front().value, samples, {1, static_cast<double>(most_samples)});
      out.design = known->second;
      out.samples = static_cast<std::uint64_t>(samples);
      return;
    }
  }
  const auto* const known = std::ranges::find(plain_designs, node.text, &std::pair<std::string_view, Design>::first);
  if (node.kind != Node::Kind::scalar || known == plain_designs.end()) {
    reader.fault(node, expected);
    return;
  }
  out.design = known->second;
}

/// A grid needs steps; a list needs axes of one length.
void judge_axes(Reader& reader, const Node& axes, const Sweep& sweep) {
  for (std::size_t i = 0; i < sweep.axes.size(); ++i) {
    const Axis& axis = sweep.axes[i];
    const Node::Entry& entry = axes.entries[i];
    const Reader::Scope in_axes(reader, "axes");
    const Reader::Scope scope(reader, entry.key);
    if (axis.keys.empty()) {
      continue;
    }
    if (!sweep.is_sampled() && axis.levels == 0) {
      reader.missing(entry.place, {"键 steps（grid 与 list 需要）", "the key steps, which grid and list need"});
    } else if (sweep.design == Design::list && axis.levels != sweep.axes.front().levels) {
      reader.fault(entry.place,
                   say({"{} 个值，与第一个轴一致", "{} values, as the first axis has"}, sweep.axes.front().levels),
                   say({"{} 个", "{}"}, axis.levels));
    }
  }
}

/// A condition would take points out of their base rows, which count as a whole only.
void judge_where(Reader& reader, const Node& root, const Sweep& sweep) {
  const Node* where = root.find("where");
  if (where != nullptr && sweep.design == Design::saltelli) {
    const Reader::Scope scope(reader, "where");
    reader.fault(*where,
                 {"不写", "no condition"},
                 {"saltelli 的点成组使用，不能去掉一部分", "the points of saltelli count in whole rows"});
  }
}

template <class Read>
void read_if_there(Reader& reader, const Node& root, std::string_view key, const Read& read) {
  if (const Node* node = root.find(key)) {
    const Reader::Scope scope(reader, key);
    read(*node);
  }
}

void read_keys(Reader& reader, const Node& root, Sweep& out) {
  reader.expect_known_keys(root, {"sweep", "base", "axes", "design", "where", "paths"});
  for (const std::string_view key : {"sweep", "base", "axes"}) {
    if (root.find(key) == nullptr) {
      reader.missing(root.place, say({"键 {}", "the key {}"}, key));
    }
  }
  int version = 1;
  int paths = 0;
  read_if_there(reader, root, "sweep", [&](const Node& node) { input::read(reader, node, version, {1, 1}); });
  read_if_there(reader, root, "base", [&](const Node& node) { input::read(reader, node, out.base, range::any); });
  read_if_there(reader, root, "where", [&](const Node& node) { input::read(reader, node, out.where, range::any); });
  read_if_there(reader, root, "design", [&](const Node& node) { read_design(reader, node, out); });
  read_if_there(reader, root, "axes", [&](const Node& node) { out.axes = read_axes(reader, node); });
  read_if_there(reader, root, "paths", [&](const Node& node) {
    input::read(reader, node, paths, {1, 1e8});
    out.paths = static_cast<std::uint64_t>(paths);
  });
}

}  // namespace

SweepReading read_sweep(std::string_view text) {
  document::Document written = document::parse(text);
  if (!written.root) {
    return {std::nullopt, std::move(written.diagnostics)};
  }
  Reader reader;
  Sweep sweep;
  read_keys(reader, *written.root, sweep);
  if (reader.diagnostics.empty()) {
    judge_axes(reader, *written.root->find("axes"), sweep);
    judge_where(reader, *written.root, sweep);
  }
  if (!reader.diagnostics.empty()) {
    return {std::nullopt, std::move(reader.diagnostics)};
  }
  return {std::move(sweep), {}};
}

std::vector<Diagnostic> faults_of_keys(const Sweep& sweep, const Node& base) {
  Reader reader;
  const std::vector<std::string> known = document::paths_of(base);
  for (const Axis& axis : sweep.axes) {
    for (const Key& key : axis.keys) {
      Node changed = base;
      if (!document::put_at_path(changed, key.path, Node{})) {
        const Reader::Scope in_axes(reader, "axes");
        reader.unknown(key.place,
                       {"基础方案中一个键的路径", "the path of a key in the base scenario"},
                       key.path,
                       {known.begin(), known.end()});
      }
    }
  }
  return std::move(reader.diagnostics);
}

}  // namespace shanhai::sweep
