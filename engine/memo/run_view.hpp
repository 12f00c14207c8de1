#pragma once

#include <string>

#include "core/say.hpp"
#include "run/outcome.hpp"
#include "run/scenario.hpp"

namespace shanhai::memo {

/// A run in one language.
struct RunView {
  const run::Scenario& scenario;
  const run::Outcome& outcome;
  Language language = Language::en;

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

}  // namespace shanhai::memo
