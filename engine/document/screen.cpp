#include "document/screen.hpp"

#include <algorithm>
#include <utility>

#include "core/say.hpp"
#include "core/width.hpp"
#include "document/phrases.hpp"
#include "document/utf8.hpp"

namespace shanhai::document {
namespace {

using namespace std::string_view_literals;

Diagnostic fault(Place place, Text message, Text help = {}) {
  return {place, {}, std::move(message), std::move(help)};
}

Diagnostic too_large(std::size_t bytes, std::size_t most) {
  return fault(
      {},
      say({"应为不超过 {} 字节的文件，实际为 {} 字节", "expected a file of at most {} bytes, found {}"}, most, bytes));
}

std::string_view wide_encoding(std::string_view text) {
  if (text.starts_with("\xFF\xFE\0\0"sv) || text.starts_with("\0\0\xFE\xFF"sv)) {
    return "UTF-32";
  }
  const bool has_nul = text.substr(0, 4).find('\0') != std::string_view::npos;
  const bool has_mark = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
  return has_mark || has_nul ? "UTF-16" : ""sv;
}

constexpr Words utf8{"UTF-8 文本", "UTF-8 text"};

Diagnostic wide_text(std::string_view encoding) {
  return fault({},
               expected(utf8, say({"{}", "{}"}, encoding)),
               {"请在编辑器中另存为 UTF-8 编码", "save the file as UTF-8 in your editor"});
}

Diagnostic invalid_byte(Place place, char byte) {
  return fault(
      place,
      expected(utf8, say({"字节 0x{:02X}", "byte 0x{:02X}"}, static_cast<unsigned char>(byte))),
      {"文件可能是 GBK 编码；请在编辑器中另存为 UTF-8 编码", "the file may be GBK; save it as UTF-8 in your editor"});
}

Diagnostic lone_return(Place place) {
  return fault(place,
               expected({"换行符", "a line end"}, {"单独的回车符", "a lone carriage return"}),
               {"请在编辑器中把换行符改为 LF", "set the line ends to LF in your editor"});
}

Diagnostic hidden_character(Place place, char32_t code) {
  const Text found = say({"不可见字符 U+{:04X}", "the hidden character U+{:04X}"}, static_cast<std::uint32_t>(code));
  return fault(place, expected(visible, found), {"请删去这个字符", "delete this character"});
}

// Every character but the line ends and tabs that YAML allows.
std::vector<Diagnostic> hidden_characters(std::string_view text) {
  std::vector<Diagnostic> found;
  Places places(text);
  for (std::size_t i = 0; i < text.size() && found.size() < most_diagnostics;) {
    const std::string_view rest = text.substr(i);
    const auto [code, bytes, valid] = first_character(rest);
    const bool layout = rest.starts_with('\n') || rest.starts_with("\r\n") || rest.starts_with('\t');
    if (is_hidden(code) && !layout) {
      found.push_back(code == U'\r' ? lone_return(places.at(i)) : hidden_character(places.at(i), code));
    }
    i += bytes;
  }
  return found;
}

bool names_version_1_2(std::string_view line) {
  line = line.substr(0, line.find(" #"));
  return line.substr(0, line.find_last_not_of(" \t\r") + 1) == "%YAML 1.2";
}

// What a line begins with that would be misread: a tab as indentation, which silently joins lines, and a directive
// other than a first `%YAML 1.2` with `---` below it.
class LineScreen {
 public:
  void read(std::size_t number, std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos || line[first] == '#') {
      return;
    }
    if (const std::size_t tab = line.find('\t'); tab < first) {
      found.push_back(fault({number, tab + 1}, expected(blanks, {"制表符", "a tab"}), no_tab.text()));
    }
    const bool version = line_ == 0 && names_version_1_2(line);
    if ((line.front() == '%' && !version) || (versioned_ && line_ == 1 && !line.starts_with("---"))) {
      found.push_back(fault({number, 1},
                            expected({"'---'", "'---'"}, quoted(line.substr(0, line.find('\r')))),
                            {"以 % 开头的行只能是首行的 '%YAML 1.2'，下一行写 '---'",
                             "the only line with % may be a first '%YAML 1.2', with '---' below it"}));
    }
    versioned_ = versioned_ || version;
    ++line_;
  }

  std::vector<Diagnostic> found;

 private:
  std::size_t line_ = 0;  // of those that hold more than blanks and comments
  bool versioned_ = false;
};

std::vector<Diagnostic> misleading_lines(std::string_view text) {
  LineScreen screen;
  for (std::size_t number = 1; !text.empty() && screen.found.size() < most_diagnostics; ++number) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    screen.read(number, line);
  }
  return std::move(screen.found);
}

}  // namespace

std::vector<Diagnostic> screen(std::string_view text, const Limits& limits) {
  if (text.size() > limits.bytes) {
    return {too_large(text.size(), limits.bytes)};
  }
  if (const std::string_view encoding = wide_encoding(text); !encoding.empty()) {
    return {wide_text(encoding)};
  }
  text = without_mark(text);
  if (const std::size_t valid = valid_bytes(text); valid < text.size()) {
    return {invalid_byte(Places(text).at(valid), text[valid])};
  }
  std::vector<Diagnostic> hidden = hidden_characters(text);
  return hidden.empty() ? misleading_lines(text) : hidden;
}

}  // namespace shanhai::document
