#include "document/yaml_parser.hpp"

#include <ostream>
#include <sstream>
#include <string>

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace shanhai::document {
namespace {

// The parser reports a quote still open at the end of the text only where no line end comes last: so a comment comes
// last.
std::istringstream stream_of(std::string_view text) {
  return std::istringstream(std::string(text) + (text.ends_with('\n') ? "#" : "\n#"));
}

}  // namespace

void send_events(std::string_view text, YAML::EventHandler& handler) {
  std::istringstream stream = stream_of(text);
  YAML::Parser parser(stream);
  while (parser.HandleNextDocument(handler)) {
  }
}

bool ends_inside_quotes(std::string_view text) {
  std::istringstream stream = stream_of(text);
  std::ostream nowhere(nullptr);
  try {
    YAML::Parser(stream).PrintTokens(nowhere);
  } catch (const YAML::Exception& exception) {
    return exception.msg == YAML::ErrorMsg::EOF_IN_SCALAR;
  }
  return false;
}

}  // namespace shanhai::document
