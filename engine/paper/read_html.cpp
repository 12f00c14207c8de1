#include "paper/read_html.hpp"

#include <memory>
#include <optional>

#include <libxml/HTMLparser.h>

#include "core/say.hpp"
#include "paper/base64.hpp"
#include "paper/html_names.hpp"

namespace shanhai::paper {

namespace {

constexpr std::size_t most_bytes = std::size_t{64} << 20U;

using Document = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

/// A text of the parser, which owns it; none becomes empty.
std::string text_of(xmlChar* text) {
  const std::unique_ptr<xmlChar, decltype(xmlFree)> owned(text, xmlFree);
  return text == nullptr ? std::string()
                         : std::string(reinterpret_cast<const char*>(text));  // NOLINT(*-reinterpret-cast)
}

const xmlChar* name(std::string_view text) {
  return reinterpret_cast<const xmlChar*>(text.data());  // NOLINT(*-reinterpret-cast): the parser's kind of letters
}

std::string attribute(const xmlNode& node, std::string_view key) {
  return text_of(xmlGetNoNsProp(&node, name(key)));
}

bool is_element(const xmlNode& node, std::string_view key) {
  return node.type == XML_ELEMENT_NODE && xmlStrcasecmp(node.name, name(key)) == 0;
}

/// The node after this one in the order of the text. A loop, not recursion: a hostile file may be deeply nested.
const xmlNode* next(const xmlNode* node) {
  if (node->children != nullptr && node->type == XML_ELEMENT_NODE) {
    return node->children;
  }
  while (node != nullptr && node->next == nullptr) {
    node = node->parent;
    if (node != nullptr && node->type != XML_ELEMENT_NODE) {
      return nullptr;
    }
  }
  return node == nullptr ? nullptr : node->next;
}

/// Blanks and line ends, which an editor may have moved, as one blank each, and none at the ends.
std::string without_wrapping(std::string_view text) {
  std::string result;
  bool blank = false;
  for (const char letter : text) {
    if (std::string_view(" \t\r\n").find(letter) != std::string_view::npos) {
      blank = true;
      continue;
    }
    if (blank && !result.empty()) {
      result += ' ';
    }
    blank = false;
    result += letter;
  }
  return result;
}

/// What was found so far. Of two proofs the first counts.
struct Search {
  Found found;
  std::optional<std::string> program;
  std::optional<std::string> hash;
  std::optional<std::string> options;
  std::optional<std::string> scenario;

  void see(const xmlNode& node) {
    if (is_element(node, "meta")) {
      see_meta(attribute(node, "name"), attribute(node, "content"));
    } else if (is_element(node, html_names::figure) && xmlHasProp(&node, name(html_names::what)) != nullptr) {
      found.figures.push_back({attribute(node, html_names::what), without_wrapping(text_of(xmlNodeGetContent(&node)))});
    }
  }

  void see_meta(std::string_view key, std::string content) {
    const auto keep = [&](std::string_view wanted, std::optional<std::string>& place) {
      if (key == wanted && !place) {
        place = std::move(content);
      }
    };
    keep(html_names::program, program);
    keep(html_names::hash, hash);
    keep(html_names::options, options);
    keep(html_names::scenario, scenario);
  }

  [[nodiscard]] std::variant<Found, Text> result() && {
    if (!program || !hash || !options || !scenario) {
      return say(
          {"不是 shanhai memo 生成的网页：缺少计算依据", "not a page that shanhai memo wrote: it carries no proof"});
    }
    std::optional<std::string> options_text = from_base64(*options);
    std::optional<std::string> scenario_text = from_base64(*scenario);
    if (!options_text || !scenario_text) {
      return say({"文件所附的计算依据已损坏", "the proof that the file carries is damaged"});
    }
    found.proof = {std::move(*program), std::move(*scenario_text), std::move(*hash), std::move(*options_text)};
    return std::move(found);
  }
};

}  // namespace

std::variant<Found, Text> read_html(std::string_view file) {
  if (file.size() > most_bytes) {
    return say({"文件太大：超过 {} MB", "the file is too large: over {} MB"}, most_bytes >> 20U);
  }
  constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                          HTML_PARSE_NODEFDTD | HTML_PARSE_COMPACT;
  const Document document(htmlReadMemory(file.data(), static_cast<int>(file.size()), nullptr, "UTF-8", options),
                          xmlFreeDoc);
  Search search;
  const xmlNode* node = document == nullptr ? nullptr : xmlDocGetRootElement(document.get());
  for (; node != nullptr; node = next(node)) {
    search.see(*node);
  }
  return std::move(search).result();
}

}  // namespace shanhai::paper
