#pragma once

#include <string>

#include "core/say.hpp"
#include "memo/money.hpp"
#include "run/outcome.hpp"
#include "run/scenario.hpp"

namespace shanhai::memo {

/// What every part of a report on a run is written from.
struct Page {
  const run::Scenario& scenario;
  const run::Outcome& outcome;
  Language language = Language::en;
  MoneyUnit unit;  ///< of all its money

  [[nodiscard]] bool twin() const noexcept { return outcome.plan.twin; }

  [[nodiscard]] const std::string& scheme_name(std::size_t scheme) const noexcept {
    return scenario.schemes[scheme].name.in(language);
  }

  [[nodiscard]] const std::string& party_name(std::size_t party) const noexcept {
    return scenario.parties[party].name.in(language);
  }

  template <class... Values>
  [[nodiscard]] std::string say(Words form, const Values&... values) const {
    return shanhai::say(language, form, values...);
  }
};

/// A year t as a person reads it: with its calendar year, such as 12 (2030).
[[nodiscard]] std::string year_and_date(const Page& page, int year);

}  // namespace shanhai::memo
