#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shanhai::paper {

/// The first browser that can print without a window (Chromium, Chrome or Edge) in the folders of a PATH; its absolute
/// path. Folders that are not absolute are passed over.
[[nodiscard]] std::optional<std::string> find_browser(std::string_view folders);

/// The address of a file, with all that could mean something else in it encoded.
[[nodiscard]] std::string file_address(const std::string& file);

/// The command by which a browser prints a page: without network, accounts or what its user has set.
/// @param profile  an empty folder for what it keeps while it runs
[[nodiscard]] std::vector<std::string> print_command(const std::string& browser,
                                                     const std::string& html_file,
                                                     const std::string& pdf_file,
                                                     const std::string& profile);

}  // namespace shanhai::paper
