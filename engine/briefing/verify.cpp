#include "briefing/verify.hpp"

#include <deque>
#include <map>

namespace shanhai::briefing {
namespace {

void add(const paper::Line& line, std::vector<paper::Bound>& bound) {
  for (const paper::Piece& piece : line) {
    if (const auto* figure = std::get_if<paper::Bound>(&piece)) {
      bound.push_back(*figure);
    }
  }
}

/// The bound figures of a paper, in its order.
std::vector<paper::Bound> bound_in(const paper::Paper& paper) {
  std::vector<paper::Bound> bound;
  for (const paper::Block& block : paper.blocks) {
    if (const auto* paragraph = std::get_if<paper::Paragraph>(&block)) {
      add(paragraph->line, bound);
    } else if (const auto* bullets = std::get_if<paper::Bullets>(&block)) {
      for (const paper::Line& line : bullets->lines) {
        add(line, bound);
      }
    } else if (const auto* table = std::get_if<paper::Table>(&block)) {
      for (const paper::Table::Row& row : table->rows) {
        for (const paper::Line& cell : row.cells) {
          add(cell, bound);
        }
      }
    }
  }
  return bound;
}

}  // namespace

std::vector<Mismatch> mismatches(const paper::Paper& reckoned, const std::vector<paper::FoundFigure>& found) {
  std::map<std::string, std::deque<std::string>> left;
  for (const paper::FoundFigure& figure : found) {
    left[figure.what].push_back(figure.shown);
  }
  std::vector<Mismatch> wrong;
  for (const paper::Bound& figure : bound_in(reckoned)) {
    std::deque<std::string>& shown = left[figure.what];
    if (shown.empty()) {
      wrong.push_back({figure.what, {}, figure.shown});
      continue;
    }
    if (shown.front() != figure.shown) {
      wrong.push_back({figure.what, shown.front(), figure.shown});
    }
    shown.pop_front();
  }
  for (const auto& [what, rest] : left) {
    for (const std::string& shown : rest) {
      wrong.push_back({what, shown, {}});
    }
  }
  return wrong;
}

}  // namespace shanhai::briefing
