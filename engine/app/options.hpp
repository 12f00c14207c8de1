#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/fault.hpp"

namespace shanhai::app {

/// An option `--name`; one without a value is a switch.
struct Option {
  std::string_view name;
  std::string_view value;  ///< what stands for the value in the help; empty for a switch
  Words doc;
  std::string_view otherwise = {};  ///< what its value is where none is given; empty where one must be
};

/// The words of a command line, sorted; values are as written.
struct Arguments {
  std::vector<std::string> operands;
  std::map<std::string, std::string, std::less<>> options;

  [[nodiscard]] bool has(std::string_view name) const { return options.find(name) != options.end(); }
};

/// Sorts the words of a command line. An unknown option names the nearest known one.
[[nodiscard]] OrFault<Arguments> parse_arguments(std::span<const std::string> words, std::span<const Option> known);

/// The value of an option as a whole number from 0; `otherwise` where it is not given. Numbers beyond 64 bits become
/// the largest: no limit of this program is near.
[[nodiscard]] OrFault<std::uint64_t> whole_number(const Arguments& arguments,
                                                  std::string_view name,
                                                  std::uint64_t otherwise);

}  // namespace shanhai::app
