#pragma once

#include <string>

namespace shanhai::paper {

/// The settings of an institution's file that a look consists of; empty where `part` has none. Others protect the file,
/// point out of it or count its edits.
[[nodiscard]] std::string look_settings(const std::string& part);

}  // namespace shanhai::paper
