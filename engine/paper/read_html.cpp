#include "paper/read_html.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>

#include <libxml/HTMLparser.h>

#include "core/say.hpp"
#include "paper/base64.hpp"
#include "paper/html_names.hpp"

namespace shanhai::paper {

namespace {

constexpr std::size_t most_bytes = std::size_t{32} << 20U;
constexpr std::size_t deepest = 500;  // elements within each other; ours are a dozen and what a picture needs
constexpr std::size_t not_bound = static_cast<std::size_t>(-1);

using Attributes = std::map<std::string_view, std::string_view>;

std::string_view view(const xmlChar* text) {
  return reinterpret_cast<const char*>(text);  // NOLINT(*-reinterpret-cast): the parser's kind of letters
}

Attributes attributes_of(const xmlChar** pairs) {
  Attributes attributes;
  for (; pairs != nullptr && pairs[0] != nullptr; pairs += 2) {
    attributes.emplace(view(pairs[0]), pairs[1] == nullptr ? std::string_view() : view(pairs[1]));
  }
  return attributes;
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

/// What was found so far, while the parser goes through a page. No tree is built, so that a page costs no more than its
/// length.
class Search {
 public:
  void start(std::string_view element, const Attributes& attributes) {
    ++depth_;
    most_depth_ = std::max(most_depth_, depth_);
    if (element == "meta" && attributes.contains("name") && attributes.contains("content")) {
      metas_.emplace(attributes.at("name"), attributes.at("content"));  // the first of a name counts
    }
    if (element == html_names::figure) {
      const auto what = attributes.find(html_names::what);
      open_.push_back(what == attributes.end() ? not_bound : figures_.size());
      if (what != attributes.end()) {
        figures_.push_back({std::string(what->second), ""});
      }
    }
  }

  void end(std::string_view element) {
    depth_ -= depth_ > 0 ? 1 : 0;
    if (element == html_names::figure && !open_.empty()) {
      open_.pop_back();
    }
  }

  void text(std::string_view letters) {
    if (!open_.empty() && open_.back() != not_bound) {
      figures_[open_.back()].shown += letters;
    }
  }

  [[nodiscard]] bool is_too_deep() const noexcept { return most_depth_ > deepest; }

  [[nodiscard]] std::variant<Found, Text> result() {
    const auto named = [this](std::string_view name) {
      const auto found = metas_.find(name);
      return found == metas_.end() ? nullptr : &found->second;
    };
    const std::string* program = named(html_names::program);
    const std::string* hash = named(html_names::hash);
    const std::string* options = named(html_names::options);
    const std::string* scenario = named(html_names::scenario);
    if (program == nullptr || hash == nullptr || options == nullptr || scenario == nullptr) {
      return say(
          {"不是 shanhai memo 生成的网页：缺少测算依据", "not a page that shanhai memo wrote: it carries no proof"});
    }
    std::optional<std::string> options_text = from_base64(*options);
    std::optional<std::string> scenario_text = from_base64(*scenario);
    if (!options_text || !scenario_text) {
      return say({"网页所附的测算依据已损坏", "the proof that the page carries is damaged"});
    }
    for (FoundFigure& figure : figures_) {
      figure.shown = without_wrapping(figure.shown);
    }
    return Found{{*program, std::move(*scenario_text), *hash, std::move(*options_text)}, std::move(figures_)};
  }

 private:
  std::map<std::string, std::string, std::less<>> metas_;
  std::vector<FoundFigure> figures_;
  std::vector<std::size_t> open_;  // the figures around this place
  std::size_t depth_ = 0;
  std::size_t most_depth_ = 0;
};

/// The parser, which calls a search as it goes.
struct Parser {
  Search search;
  htmlParserCtxtPtr context = nullptr;

  static Parser& of(void* self) { return *static_cast<Parser*>(self); }

  static void start(void* self, const xmlChar* element, const xmlChar** pairs) {
    Parser& parser = of(self);
    parser.search.start(view(element), attributes_of(pairs));
    if (parser.search.is_too_deep()) {
      xmlStopParser(parser.context);
    }
  }

  static void end(void* self, const xmlChar* element) { of(self).search.end(view(element)); }

  static void text(void* self, const xmlChar* letters, int count) {
    of(self).search.text({view(letters).data(), static_cast<std::size_t>(count)});
  }

  void read(std::string_view page) {
    const std::unique_ptr<xmlParserCtxt, decltype(&htmlFreeParserCtxt)> owned(htmlNewParserCtxt(), htmlFreeParserCtxt);
    if (owned == nullptr) {
      return;
    }
    context = owned.get();
    context->userData = this;
    *context->sax = {};
    context->sax->startElement = start;
    context->sax->endElement = end;
    context->sax->characters = text;
    context->sax->ignorableWhitespace = text;
    constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING;
    xmlFreeDoc(htmlCtxtReadMemory(context, page.data(), static_cast<int>(page.size()), nullptr, "UTF-8", options));
  }
};

}  // namespace

std::variant<Found, Text> read_html(std::string_view file) {
  if (file.size() > most_bytes) {
    return say({"文件超过 {} MB，过大", "the file is too large: over {} MB"}, most_bytes >> 20U);
  }
  Parser parser;
  parser.read(file);
  if (parser.search.is_too_deep()) {
    return say({"网页中的元素嵌套过深", "the elements of the page are nested too deeply"});
  }
  return parser.search.result();
}

}  // namespace shanhai::paper
