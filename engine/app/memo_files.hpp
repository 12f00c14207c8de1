#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/fault.hpp"
#include "app/memo_task.hpp"
#include "app/output_file.hpp"

namespace shanhai::app {

/// The formats a memo can have.
struct MemoFormats {
  bool html = false;
  bool pdf = false;
  bool docx = false;
  bool xlsx = false;
  std::optional<std::string> template_bytes;  ///< an institution's own Word file, which paper::docx can use
};

/// A list such as `html,docx`.
[[nodiscard]] std::optional<MemoFormats> formats_named(std::string_view list);

/// A memo in some languages and formats, as files `memo.zh.html` and so on.
[[nodiscard]] OrFault<std::vector<OutputFile>> memo_files(const MemoTask& task,
                                                          const briefing::Material& material,
                                                          const std::vector<Language>& languages,
                                                          const MemoFormats& formats);

}  // namespace shanhai::app
