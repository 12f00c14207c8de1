#include "layout.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "gallery.hpp"
#include <catch2/catch.hpp>

#include "chart/painter.hpp"
#include "chart/picture.hpp"

namespace shanhai::chart {
namespace {

std::string without_spaces(const std::string& text) {
  std::string out;
  std::ranges::copy_if(text, std::back_inserter(out), [](char letter) { return letter != ' '; });
  return out;
}

/// For looking: SHANHAI_GALLERY=<folder> keeps the pictures.
void keep(const std::string& name, const std::string& svg) {
  if (const char* const folder = std::getenv("SHANHAI_GALLERY")) {
    std::ofstream(std::string(folder) + "/" + name + ".svg") << svg;
    std::ofstream(std::string(folder) + "/" + name + ".png") << png(svg);
  }
}

}  // namespace

TEST_CASE("No text of any chart overlaps another, leaves the picture or is cut", "[chart][layout]") {
  Painter painter;
  for (const Language language : {Language::zh, Language::en}) {
    for (const Example& example : gallery(language)) {
      for (const Size size : {Size{600, 0}, Size{400, 0}, Size{900, 500}}) {
        const std::string name = std::string(language == Language::zh ? "zh-" : "en-") + example.name + "-" +
                                 std::to_string(static_cast<int>(size.width));
        INFO(name);
        const std::string svg = painter.svg(example.chart, size);
        keep(name, svg);
        CHECK_THAT(layout_faults(svg), Catch::Equals(std::vector<std::string>{}));
        CHECK(size_of(svg).width == size.width);
        CHECK((size_of(svg).height >= size.height || !std::holds_alternative<Lines>(example.chart)));
        std::string shown;
        for (const Placed& text : placed_texts(svg)) {
          shown += without_spaces(text.text);
        }
        for (const std::string& text : texts_of(example.chart)) {
          CHECK_THAT(shown, Catch::Contains(without_spaces(text)));
        }
      }
    }
  }
}

TEST_CASE("The check of the layout sees an overlap and a text that leaves", "[chart][layout]") {
  const std::string open = R"(<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50">)";
  const auto faults = [&](const std::string& texts) {
    return layout_faults(open + texts + "</svg>").size();
  };
  CHECK(faults(R"(<text x="10" y="20">武义县</text><text x="50" y="20">海宁市</text>)") == 0);
  CHECK(faults(R"(<text x="10" y="20">武义县</text><text x="40" y="20">海宁市</text>)") == 1);
  CHECK(faults(R"(<text x="10" y="20">武义县</text><text x="10" y="26">海宁市</text>)") == 1);
  CHECK(faults(R"(<text x="10" y="20" text-anchor="end">武义县</text>)") == 1);
  CHECK(faults(R"-(<text x="10" y="20" transform="translate(70 0)">Wuyi</text>)-") == 1);
}

TEST_CASE("A chart with one text drawn over another would be found", "[chart][layout]") {
  Painter painter;
  std::string svg = painter.svg(gallery(Language::zh).front().chart);
  const Placed first = placed_texts(svg).front();
  const std::string planted = "<text x=\"" + std::to_string(first.left + 4) + "\" y=\"" +
                              std::to_string(first.bottom - 2) + "\">planted</text>";
  svg.insert(svg.find("</g>"), planted);
  CHECK(layout_faults(svg).size() == 1);
}

}  // namespace shanhai::chart
