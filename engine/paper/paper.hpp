#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "chart/chart.hpp"
#include "core/text.hpp"

namespace shanhai::paper {

/// A figure in a text: as it is shown, and what it is.
struct Bound {
  std::string shown;  ///< with its unit or sign where they belong to it, such as 62.3%
  std::string what;   ///< its address among the results, such as `schemes/phased/wuyi/npv/mean`
  double value = 0;   ///< with all digits
  double error = 0;   ///< its standard error; 0 where it has none, as a parameter
};

struct Strong {
  std::string text;
};

/// A piece of a line. All texts are plain: what they hold is shown as it is, in every format.
using Piece = std::variant<std::string, Strong, Bound>;
using Line = std::vector<Piece>;

struct Heading {
  int level = 1;  ///< 1 a chapter, 2 a section
  std::string text;
};

struct Paragraph {
  Line line;
};

struct Bullets {
  std::vector<Line> lines;
  bool numbered = false;
};

/// A table with three lines: above and below the titles, and below all.
struct Table {
  struct Column {
    std::string title;
    bool is_number = false;
  };

  struct Row {
    std::vector<Line> cells;  ///< one a column; a single cell is a heading across all of them
  };

  std::string caption;  ///< with its number: 表1 …
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::string note;  ///< below, such as where the figures come from; empty for none
};

struct Picture {
  std::string caption;
  chart::Chart chart;
  std::string description;  ///< for who cannot see it
  std::string note;
};

using Block = std::variant<Heading, Paragraph, Bullets, Table, Picture>;

/// What all figures of a paper follow from, so that they can be reckoned again.
struct Proof {
  std::string program;   ///< its version
  std::string scenario;  ///< its text
  std::string hash;      ///< of the scenario's content
  std::string options;   ///< of the memo, as JSON
};

/// A paper before it has a format.
struct Paper {
  Language language = Language::zh;
  std::string title;
  std::string subtitle;
  std::vector<std::string> byline;
  std::vector<Block> blocks;
  Proof proof;
};

}  // namespace shanhai::paper
