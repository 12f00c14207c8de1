#include "document/complaints.hpp"

#include <algorithm>
#include <array>

#include "core/say.hpp"
#include "document/glued_colon.hpp"
#include "document/phrases.hpp"
#include "document/unclosed_quote.hpp"

namespace shanhai::document {
namespace {

// The parser's own words, what it expected, and advice; {} is the line of the innermost open list or map.
struct Complaint {
  std::string_view sign;
  Words expected;
  Words help;
};

constexpr Words a_value{"一个值", "a value"};
constexpr Words one_value{"一个值", "one value"};
constexpr Words closing_quote{"闭合的引号", "a closing quote"};
constexpr Words text_below{"换行后的文字", "the text on the next line"};

constexpr Words check_layout{"请检查缩进和引号", "check the indentation and the quotes"};
constexpr Words close_it{"请补上引号", "close the quote"};
constexpr Words quote_it{"含有此符号的文字请加引号", "put a text with this character in quotes"};
constexpr Words single_quotes{"不需要转义时请用单引号", "use single quotes where no escape is meant"};
constexpr Words end_line{"'|' 之后请直接换行", "end the line after '|'"};
constexpr Words no_references{"方案语言没有锚点、别名和标签", "there are no anchors, aliases and tags here"};

// The first whose sign is in the parser's message counts.
const std::array complaints{
    Complaint{YAML::ErrorMsg::END_OF_MAP_FLOW,
              {"',' 或 '}'", "',' or '}'"},
              {"第 {} 行的 '{{' 尚未闭合", "the '{{' of line {} is not closed"}},
    Complaint{YAML::ErrorMsg::END_OF_SEQ_FLOW,
              {"',' 或 ']'", "',' or ']'"},
              {"第 {} 行的 '[' 尚未闭合", "the '[' of line {} is not closed"}},
    Complaint{YAML::ErrorMsg::END_OF_MAP, {"与上面对齐的键", "a key lined up with those above"}, check_layout},
    Complaint{YAML::ErrorMsg::END_OF_SEQ, {"与上面对齐的 '- '", "a '- ' lined up with those above"}, check_layout},
    Complaint{YAML::ErrorMsg::EOF_IN_SCALAR, closing_quote, close_it},
    Complaint{YAML::ErrorMsg::DOC_IN_SCALAR, closing_quote, close_it},
    Complaint{YAML::ErrorMsg::MAP_VALUE,
              one_value,
              {"含有 ': ' 的文字请加引号；并检查缩进", "put a text with ': ' in quotes, and check the indentation"}},
    Complaint{YAML::ErrorMsg::MAP_KEY, one_value, quote_it},
    Complaint{YAML::ErrorMsg::BLOCK_ENTRY,
              a_value,
              {"列表的每一项另起一行，或写成 [a, b]", "begin each item on a line of its own, or write [a, b]"}},
    Complaint{YAML::ErrorMsg::FLOW_END,
              {"配对的括号", "a matching bracket"},
              {"请检查括号是否成对", "check that the brackets match"}},
    Complaint{YAML::ErrorMsg::UNKNOWN_TOKEN, a_value, quote_it},
    Complaint{YAML::ErrorMsg::TAB_IN_INDENTATION, blanks, no_tab},
    Complaint{YAML::ErrorMsg::INVALID_ESCAPE, {"有效的转义", "a known escape"}, single_quotes},
    Complaint{YAML::ErrorMsg::INVALID_HEX, {"十六进制数字", "hexadecimal digits"}, single_quotes},
    Complaint{YAML::ErrorMsg::INVALID_UNICODE, {"有效的字符编号", "the number of a character"}, single_quotes},
    Complaint{YAML::ErrorMsg::ZERO_INDENT_IN_BLOCK, text_below, end_line},
    Complaint{YAML::ErrorMsg::CHAR_IN_BLOCK, text_below, end_line},
    Complaint{
        YAML::ErrorMsg::REPEATED_YAML_DIRECTIVE, {"键", "a key"}, {"'%YAML 1.2' 只写一次", "write '%YAML 1.2' once"}},
    Complaint{"anchor", plain_value, no_references},
    Complaint{"alias", plain_value, no_references},
    Complaint{"tag", plain_value, no_references},
    Complaint{"", {"键或值", "a key or a value"}, check_layout},
};

// Where a person looks for the fault: at the opening quote, or at the backslash.
std::size_t offset_of(const YAML::Exception& exception, std::string_view text, std::size_t reported) {
  if (exception.msg == YAML::ErrorMsg::EOF_IN_SCALAR) {
    return std::min(unclosed_quote(text).value_or(reported), reported);
  }
  const bool escape = exception.msg.starts_with(YAML::ErrorMsg::INVALID_ESCAPE) ||
                      exception.msg.starts_with(YAML::ErrorMsg::INVALID_UNICODE) ||
                      exception.msg == YAML::ErrorMsg::INVALID_HEX;
  return escape ? std::min(text.rfind('\\', reported), reported) : reported;
}

// Where a colon that parts nothing stands, in a text of several lines that cannot be a key, or in a line that has no
// key.
std::optional<std::size_t> colon_meant(const YAML::Exception& exception, std::string_view text, std::size_t offset) {
  if (exception.msg == YAML::ErrorMsg::MAP_VALUE) {
    return glued_colon_above(text, offset);
  }
  if (exception.msg != YAML::ErrorMsg::END_OF_MAP) {
    return std::nullopt;
  }
  const std::optional<std::size_t> colon = glued_colon(text.substr(offset, text.find('\n', offset) - offset));
  return colon ? std::optional(offset + *colon) : std::nullopt;
}

}  // namespace

void explain(const YAML::Exception& exception, std::string_view text, Builder& builder) {
  const auto* const complaint = std::ranges::find_if(
      complaints, [&](const Complaint& one) { return exception.msg.find(one.sign) != std::string::npos; });
  const std::size_t offset = offset_of(exception, text, builder.marks.offset(exception.mark));
  if (const auto colon = colon_meant(exception, text, offset)) {
    builder.fault(builder.marks.place(*colon), expected(a_colon, builder.marks.found_at(*colon)), write_colon.text());
    return;
  }
  const std::size_t line = builder.tree.innermost() != nullptr ? builder.tree.innermost()->place.line : 1;
  builder.fault(builder.marks.place(offset),
                expected(complaint->expected, builder.marks.found_at(offset)),
                say(complaint->help, line));
}

}  // namespace shanhai::document
