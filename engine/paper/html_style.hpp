#pragma once

#include <string>

#include "core/text.hpp"

namespace shanhai::paper {

/// How a paper looks, as CSS, on a screen and on A4: in Chinese as official papers do, in English as a printed report.
[[nodiscard]] std::string html_style(Language language);

}  // namespace shanhai::paper
