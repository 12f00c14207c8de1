#pragma once

#include <optional>
#include <string>

#include "app/command.hpp"
#include "app/fault.hpp"
#include "store/reader.hpp"

namespace shanhai::app {

/// In what forms `results` gives all it found to spreadsheets and other programs; texts are empty where not asked for.
struct ResultsOutput {
  std::string csv;   ///< a file, or - to print it
  std::string xlsx;  ///< a file
  bool json = false;

  [[nodiscard]] bool any() const noexcept { return json || !csv.empty() || !xlsx.empty(); }
};

/// Does what is asked; files are told of where nothing else is printed.
[[nodiscard]] std::optional<Fault> write_output(const ResultsOutput& asked,
                                                const store::Reader& reader,
                                                const store::Found& found,
                                                const Console& console);

}  // namespace shanhai::app
