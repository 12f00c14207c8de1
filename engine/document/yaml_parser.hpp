#pragma once

#include <string_view>

#include <yaml-cpp/eventhandler.h>

namespace shanhai::document {

/// Sends the events of all documents of a text to a handler.
/// @throws YAML::Exception when the text cannot be read further
void send_events(std::string_view text, YAML::EventHandler& handler);

/// Whether a text ends before a quoted text in it does.
[[nodiscard]] bool ends_inside_quotes(std::string_view text);

}  // namespace shanhai::document
