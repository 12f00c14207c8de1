#include <cstdlib>
#include <fstream>

#include "read_text.hpp"
#include <catch2/catch.hpp>

#include "app/memo_material.hpp"
#include "app/plan_options.hpp"
#include "briefing/briefing.hpp"
#include "briefing/phrases.hpp"

/// The smallest example's memo as text, read and approved by a person: set SHANHAI_APPROVE to write it anew.
namespace shanhai::app {
namespace {

struct Telling {
  std::string& text;

  void operator()(const paper::Heading& heading) const {
    text += "\n" + std::string(static_cast<std::size_t>(heading.level), '#') + " " + heading.text + "\n";
  }

  void operator()(const paper::Paragraph& paragraph) const { text += briefing::plain(paragraph.line) + "\n"; }

  void operator()(const paper::Bullets& bullets) const {
    for (const paper::Line& line : bullets.lines) {
      text += "- " + briefing::plain(line) + "\n";
    }
  }

  void operator()(const paper::Table& table) const {
    text += table.caption + "\n";
    for (const paper::Table::Column& column : table.columns) {
      text += "| " + column.title + " ";
    }
    text += "|\n";
    for (const paper::Table::Row& row : table.rows) {
      for (const paper::Line& cell : row.cells) {
        text += "| " + briefing::plain(cell) + " ";
      }
      text += "|\n";
    }
    text += table.note.empty() ? "" : table.note + "\n";
  }

  void operator()(const paper::Picture& picture) const { text += "[" + picture.caption + "]\n"; }
};

std::string told(const paper::Paper& paper) {
  std::string text = paper.title + "\n" + paper.subtitle + "\n";
  for (const paper::Block& block : paper.blocks) {
    std::visit(Telling{text}, block);
  }
  return text;
}

}  // namespace

TEST_CASE("The memo of the smallest example reads as it was approved", "[app][memo][golden]") {
  const std::filesystem::path root(SHANHAI_SOURCE_DIR);
  MemoTask task;
  task.written = std::get<WrittenScenario>(judge_scenario("minimal.yaml", text_of(root / "scenarios/minimal.yaml")));
  task.plan.seed = task.written.scenario.seed;
  task.plan.paths = 4096;
  run::Watch steps;
  study::Laboratory laboratory(levels::Level::baseline, task.plan, steps);
  const auto material = std::get<briefing::Material>(reckon(task, laboratory));
  for (const Language language : {Language::zh, Language::en}) {
    const std::string text = told(briefing::brief(material, language, proof_of(task)));
    const std::filesystem::path file =
        root / "tests/app/golden" / (language == Language::zh ? "memo.zh.txt" : "memo.en.txt");
    if (std::getenv("SHANHAI_APPROVE") != nullptr) {  // NOLINT(concurrency-mt-unsafe)
      std::ofstream(file, std::ios::binary) << text;
    }
    CHECK(text == text_of(file));
  }
}

}  // namespace shanhai::app
