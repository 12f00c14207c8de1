#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/text.hpp"

namespace shanhai::library {

/// A text in which facts are stated.
struct Source {
  std::string title;
  std::string publisher;
  std::string date;  ///< as far as it is known: "2018-08-02", "2018-08", "2018"
};

/// How far a fact was read where it is said to stand.
enum class Verification : std::uint8_t {
  source,      ///< read there
  partial,     ///< read in part, or in a text that repeats another
  unverified,  ///< commonly said; no text was found
};

/// What else the sources say, which cannot be true together with the fact.
struct Contradiction {
  std::string formula;  ///< over facts
  std::string gives;    ///< its value, in the digits written
  Text what;
};

/// What a source states, or what follows from such facts by a formula.
struct Fact {
  std::string id;
  Text what;
  std::vector<std::string>
      values;          ///< as written: numbers, dates or names; more than one where `what` says their order
  std::string unit;    ///< see unit.hpp
  std::string period;  ///< "2018" or "2006-2020"
  std::vector<std::string> places;
  Source source;
  Verification verified = Verification::source;
  std::string derived;  ///< the formula over other facts, empty where the source states it
  std::optional<Contradiction> contradiction;
};

}  // namespace shanhai::library
