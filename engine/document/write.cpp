#include "document/write.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/contract.hpp"
#include "core/width.hpp"

namespace shanhai::document {
namespace {

using Kind = Node::Kind;

constexpr std::size_t line_width = 100;

// Whether a text reads as itself without quotes, also inside braces; in doubt it does not.
bool is_plain(std::string_view text) {
  constexpr std::string_view first = "?%@`!&*|>'\"";
  constexpr std::string_view anywhere = ",[]{}:#\n\t";
  const bool dash = text.starts_with('-') && (text.size() == 1 || text[1] == ' ');
  return !text.empty() && !dash && text.front() != ' ' && text.back() != ' ' &&
         first.find(text.front()) == std::string_view::npos && text.find_first_of(anywhere) == std::string_view::npos;
}

std::string in_quotes(std::string_view text) {
  std::string result = "\"";
  for_each_character(text, [&](const Character& character, std::string_view bytes) {
    if (bytes == "\"" || bytes == "\\") {
      result += "\\";
      result += bytes;
    } else if (is_hidden(character.code)) {
      result += bytes == "\n" ? "\\n" : fmt::format("\\U{:08X}", static_cast<std::uint32_t>(character.code));
    } else {
      result += bytes;
    }
  });
  return result + '"';
}

std::string scalar(std::string_view text, bool quoted) {
  return quoted || !is_plain(text) ? in_quotes(text) : std::string(text);
}

// On one line.
std::string flow(const Node& node) {
  if (node.kind == Kind::scalar) {
    return scalar(node.text, node.quoted);
  }
  std::string inner;
  for (const Node& item : node.items) {
    inner += (inner.empty() ? "" : ", ") + flow(item);
  }
  for (const Node::Entry& entry : node.entries) {
    inner += fmt::format("{}{}: {}", inner.empty() ? "" : ", ", scalar(entry.key, false), flow(entry.value));
  }
  return node.kind == Kind::list ? "[" + inner + "]" : "{" + inner + "}";
}

bool holds_list_of_maps(const Node& node) {
  return std::ranges::any_of(node.items,
                             [](const Node& item) { return item.kind == Kind::map || holds_list_of_maps(item); }) ||
         std::ranges::any_of(node.entries, [](const Node::Entry& entry) { return holds_list_of_maps(entry.value); });
}

// Such as a clause: a key, and what stands under it.
bool is_entry(const Node& item) {
  return item.entries.size() == 1 && item.entries.front().value.kind != Kind::scalar;
}

// Whether a value may follow on the line that was begun.
bool fits(const Node& node, std::string_view begun) {
  const bool empty = node.items.empty() && node.entries.empty();
  return empty || (!holds_list_of_maps(node) && display_width(begun) + display_width(flow(node)) <= line_width);
}

}  // namespace

std::string write(const Node& node, std::size_t indent) {
  SHANHAI_EXPECT(node.kind != Kind::scalar);
  constexpr std::size_t step = 2;
  const std::string margin(indent, ' ');
  std::string result;
  for (const Node& item : node.items) {
    const std::string begun = margin + "- ";
    // The first line of what stands in an item begins behind its dash.
    result += begun + (!is_entry(item) && fits(item, begun) ? flow(item) + '\n'
                                                            : write(item, indent + step).substr(indent + step));
  }
  for (const Node::Entry& entry : node.entries) {
    const std::string begun = margin + scalar(entry.key, false) + ":";
    result += begun;
    result +=
        fits(entry.value, begun + " ") ? " " + flow(entry.value) + '\n' : "\n" + write(entry.value, indent + step);
  }
  return result;
}

std::string write_flow(const Node& node) {
  return flow(node);
}

}  // namespace shanhai::document
