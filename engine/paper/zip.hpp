#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shanhai::paper {

/// Names with the bytes of the files they stand for.
using Files = std::map<std::string, std::string>;

/// What an archive may be at most; a larger one is not read: a few bytes can stand for many.
struct ZipLimits {
  std::size_t files = 2000;
  std::size_t bytes = std::size_t{64} * 1024 * 1024;  ///< of all its files, unpacked
};

/// An archive of files in the order given. The same files give the same bytes: it has no dates but 1 January 1980.
/// Throws std::runtime_error where memory ends.
[[nodiscard]] std::string zipped(const std::vector<std::pair<std::string, std::string>>& files);

/// The files of an archive; nothing where it is damaged, is no archive, or goes beyond the limits.
[[nodiscard]] std::optional<Files> unzipped(std::string_view archive, const ZipLimits& limits = {});

}  // namespace shanhai::paper
