#include "chart/painter.hpp"

#include "gallery.hpp"
#include "layout.hpp"
#include <catch2/catch.hpp>

#include "chart/picture.hpp"

namespace shanhai::chart {

using Catch::Contains;

TEST_CASE("The same chart gives the same text, whatever was drawn before", "[chart][painter]") {
  const std::vector<Example> all = gallery(Language::zh);
  Painter painter;
  std::vector<std::string> first;
  first.reserve(all.size());
  for (const Example& example : all) {
    first.push_back(painter.svg(example.chart));
  }
  Painter other;
  for (std::size_t i = all.size(); i-- > 0;) {
    CHECK(other.svg(all[i].chart) == first[i]);
  }
}

TEST_CASE("An SVG holds nothing but shapes and texts", "[chart][painter]") {
  Painter painter;
  for (const Example& example : gallery(Language::en)) {
    const std::string svg = painter.svg(example.chart);
    INFO(example.name);
    for (const char* const word : {"<style",
                                   "class=",
                                   "pointer-events",
                                   "<script",
                                   " id=",
                                   "url(",
                                   "href",
                                   "ecmeta",
                                   "NaN",
                                   "undefined",
                                   "null"}) {
      CHECK_THAT(svg, !Contains(word));
    }
    CHECK_THAT(svg,
               Contains("font-family=\"'Noto Sans CJK SC','Microsoft YaHei','SimHei',sans-serif\"") ||
                   Contains("&#39;Noto Sans CJK SC&#39;"));
  }
}

TEST_CASE("Hostile names are shown as they are", "[chart][painter]") {
  const std::vector<std::string> names{"<script>alert(1)</script>",
                                       "]]><b>&amp;",
                                       "\"' onload=\"x",
                                       "{b}: {c}|a%s",
                                       "𠮷野家😀",
                                       "=cmd()|../",
                                       "__proto__",
                                       "constructor"};
  Painter painter;
  std::vector<Chart> charts;
  Bars bars{names, {}, names[0], false};
  Boxes boxes{{{names[0], {}}}, names[1], names[2], names[3], names[4]};
  Tornado tornado{1, {}, names[0], names[1], names[2]};
  Fans fans{{names}, {}, names[1], names[2], names[3]};
  HeatMap map{names, names, names[1], names[2], {{0.5}}, {{0, 0, names[0]}}};
  for (const std::string& name : names) {
    bars.series.push_back({name, std::vector<double>(names.size(), 1)});
    boxes.groups[0].boxes.push_back({name, {1, 2, 3, 4, 5}});
    tornado.arms.push_back({name, 0, 2});
    fans.panels.push_back({name, {1, 1}, {2, 2}, {3, 3}});
  }
  charts = {
      bars, boxes, tornado, fans, map, Lines{names, bars.series, names[0], true}, Areas{names, bars.series, names[1]}};
  for (const Chart& chart : charts) {
    const std::string svg = painter.svg(chart);
    CHECK_THAT(svg, !Contains("<script") && !Contains("<b>") && !Contains("]]>"));
    CHECK_THAT(layout_faults(svg), Catch::Equals(std::vector<std::string>{}));
    std::string shown;
    for (const Placed& text : placed_texts(svg)) {
      shown += text.text;
    }
    for (const std::string& text : texts_of(chart)) {
      std::string glued = text;
      std::erase(glued, ' ');
      std::string all = shown;
      std::erase(all, ' ');
      CHECK_THAT(all, Contains(glued));
    }
    CHECK_THAT(png(svg), Catch::StartsWith("\x89PNG"));  // a reader of XML that is not ours took it
  }
}

TEST_CASE("What no XML can hold is replaced", "[chart][painter]") {
  Painter painter;
  const std::string svg = painter.svg(Bars{{std::string("a\0b\x01"
                                                        "c",
                                                        5),
                                            "\xff\xfe",
                                            "\xEF\xBF\xBF"},
                                           {{"s", {1, 2, 3}}},
                                           "\x1b[31m",
                                           false});
  CHECK_THAT(svg, Contains("a b c") && Contains("\xEF\xBF\xBD"));
  CHECK_THAT(png(svg), Catch::StartsWith("\x89PNG"));
}

TEST_CASE("A picture is as large as its SVG times the scale", "[chart][picture]") {
  Painter painter;
  const std::string svg = painter.svg(gallery(Language::zh).front().chart, {480, 0});
  const std::string picture = png(svg, 2.5);
  const auto number_at = [&](std::size_t at) {
    long value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      value = value * 256 + static_cast<unsigned char>(picture[at + i]);
    }
    return value;
  };
  CHECK(number_at(16) == 1200);
  CHECK(number_at(20) == std::lround(size_of(svg).height * 2.5));
  CHECK(png(svg, 2.5) == picture);
}

}  // namespace shanhai::chart
