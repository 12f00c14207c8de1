#include <algorithm>
#include <array>

#include "briefing/chapters.hpp"
#include "core/say.hpp"
#include "document/path.hpp"
#include "document/write.hpp"
#include "library/facts.hpp"

namespace shanhai::briefing {
namespace {

/// What a key holds, on one line; nothing where the path names no key.
std::string value_of(const document::Node& base, const std::string& path) {
  const document::Node* node = document::find_path(base, path);
  return node == nullptr                              ? std::string()
         : node->kind == document::Node::Kind::scalar ? node->text
                                                      : document::write_flow(*node);
}

std::string source_of(const Writer& writer, const run::SourceNote& note) {
  const library::Fact* fact = library::find_fact(note.fact);
  if (fact == nullptr) {
    return note.text.in(writer.language());
  }
  return writer.text("source_fact",
                     {{"what", fact->what.in(writer.language())},
                      {"title", fact->source.title},
                      {"publisher", fact->source.publisher},
                      {"date", fact->source.date}});
}

void parameters(Writer& writer) {
  paper::Table table{writer.text("annex_parameters"),
                     {{writer.text("column_parameter"), false},
                      {writer.text("column_value"), false},
                      {writer.text("column_source"), false}},
                     {},
                     {}};
  const auto add = [&](const std::string& path, const std::string& source) {
    constexpr std::size_t longest =
        80;  // of a value; a longer one, such as a whole contract, stands in the chapter on schemes
    const std::string value = value_of(writer.of().base, path);
    table.rows.push_back(
        {{cell(writer.label(path)), cell(value.size() > longest ? writer.text("none") : value), cell(source)}});
  };
  for (const run::SourceNote& note : writer.scenario().sources) {
    add(note.path, source_of(writer, note));
  }
  for (const std::string& path : writer.scenario().assumptions) {
    const bool said =
        std::ranges::any_of(writer.scenario().sources, [&](const run::SourceNote& note) { return note.path == path; });
    if (!said) {
      add(path, writer.text("source_assumed"));
    }
  }
  writer.table(std::move(table), false);
}

void glossary(Writer& writer) {
  constexpr std::array terms{"npv", "reservation", "acceptance", "tail", "fairness", "leave", "error", "futures"};
  paper::Table table{writer.text("annex_glossary"),
                     {{writer.text("column_term"), false}, {writer.text("column_meaning"), false}},
                     {},
                     {}};
  for (const char* term : terms) {
    table.rows.push_back(
        {{cell(writer.text(fmt::format("term_{}", term))), cell(writer.text(fmt::format("meaning_{}", term)))}});
  }
  writer.table(std::move(table), false);
}

}  // namespace

void annex(Writer& writer) {
  writer.chapter("chapter_annex");
  parameters(writer);
  glossary(writer);
}

}  // namespace shanhai::briefing
