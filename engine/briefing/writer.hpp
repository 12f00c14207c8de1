#pragma once

#include <string>
#include <utility>
#include <vector>

#include "briefing/material.hpp"
#include "briefing/phrases.hpp"
#include "memo/label.hpp"
#include "memo/money.hpp"
#include "paper/paper.hpp"

namespace shanhai::briefing {

/// Writes a paper block by block: phrases with figures in them, tables and pictures with their numbers.
///
/// A figure's address is its place in the JSON of `run`, or begins with `briefing/` where it follows from several.
class Writer {
 public:
  /// Both must outlive it.
  Writer(const Material& material, const Phrases& phrases);

  [[nodiscard]] const Material& of() const noexcept { return *material_; }

  [[nodiscard]] const run::Scenario& scenario() const noexcept { return material_->scenario; }

  [[nodiscard]] const run::Outcome& outcome() const noexcept { return material_->outcome; }

  /// Revenue that the recommended scheme sees; without feedback all see the same.
  [[nodiscard]] const std::vector<run::StreamOutcome>& streams() const noexcept {
    return outcome().revenue[scenario().feedback ? material_->best() : 0];
  }

  [[nodiscard]] Language language() const noexcept { return phrases_->language(); }

  [[nodiscard]] const memo::MoneyUnit& unit() const noexcept { return unit_; }

  [[nodiscard]] std::string text(std::string_view key, const Slots& slots = {}) const {
    return phrases_->text(key, slots);
  }

  [[nodiscard]] paper::Line line(std::string_view key, const Slots& slots = {}) const {
    return phrases_->line(key, slots);
  }

  [[nodiscard]] const std::string& scheme(std::size_t place) const;
  [[nodiscard]] const std::string& party(std::size_t place) const;

  /// What a planner calls a key of the scenario.
  [[nodiscard]] std::string label(const std::string& path) const {
    return memo::label_of(scenario(), path, language());
  }

  /// An amount with its unit, or in a column whose title names it.
  [[nodiscard]] paper::Bound money(const run::Estimate& amount, std::string what) const;
  [[nodiscard]] paper::Bound digits(const run::Estimate& amount, std::string what) const;
  [[nodiscard]] paper::Bound share(const run::Estimate& share, std::string what) const;

  /// A number with at most so many decimals.
  [[nodiscard]] paper::Bound number(const run::Estimate& number, int most_decimals, std::string what) const;

  /// The address of an outcome of a scheme, or of one of its parties.
  [[nodiscard]] std::string at(std::size_t scheme, std::string_view what) const;
  [[nodiscard]] std::string at(std::size_t scheme, std::size_t party, std::string_view what) const;

  void chapter(std::string_view key);
  void section(std::string_view key);
  void paragraph(paper::Line line);

  void paragraph(std::string_view key, const Slots& slots = {}) { paragraph(line(key, slots)); }

  void bullets(std::vector<paper::Line> lines, bool numbered = false);

  /// Numbers the caption, and adds where the figures come from where no note is given.
  void table(paper::Table table, bool with_source = true);
  void picture(chart::Chart chart, std::string caption, std::string_view description);

  [[nodiscard]] std::vector<paper::Block> blocks() && { return std::move(blocks_); }

 private:
  const Material* material_;
  const Phrases* phrases_;
  memo::MoneyUnit unit_;
  std::vector<paper::Block> blocks_;
  std::size_t tables_ = 0;
  std::size_t pictures_ = 0;
};

/// Lines put together with a phrase between them.
[[nodiscard]] paper::Line joined(const std::vector<paper::Line>& lines, const std::string& between);

/// A line of one piece.
[[nodiscard]] paper::Line cell(paper::Piece piece);

}  // namespace shanhai::briefing
