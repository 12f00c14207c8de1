#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/fault.hpp"

namespace shanhai::app {

/// A file to be written: its name in its folder, and its content.
struct OutputFile {
  std::string name;
  std::string content;
};

/// Makes the folder (and those above it) where missing, and sees that files can be made in it: so that a long run does
/// not end in vain.
[[nodiscard]] std::optional<Fault> prepare_folder(const std::string& folder);

/// Writes all files into a folder, or none: each is written aside in the same folder, brought to the disk, and all are
/// renamed only when every one is complete. After a fault nothing is left beside what was there before; only a fault of
/// the renaming itself can leave some of the new files in place of the old.
[[nodiscard]] std::optional<Fault> write_files(const std::string& folder, const std::vector<OutputFile>& files);

/// Writes one file, whose folder is made where missing, in the same way.
[[nodiscard]] std::optional<Fault> write_file(const std::string& path, std::string content);

}  // namespace shanhai::app
