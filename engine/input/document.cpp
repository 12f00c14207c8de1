#include "input/document.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <ostream>
#include <sstream>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "core/contract.hpp"
#include "core/width.hpp"
#include "input/utf8.hpp"

namespace shanhai::input {

const Node* Node::find(std::string_view key) const noexcept {
  const auto entry = std::ranges::find(entries, key, &Entry::key);
  return entry == entries.end() ? nullptr : &entry->value;
}

namespace {

constexpr std::size_t most_diagnostics = 50;
constexpr std::string_view byte_order_mark = "\uFEFF";

using namespace std::string_view_literals;

Text expected(Words what, Text found) {
  return {fmt::format("应为 {}，实际为 {}", what.zh, found.zh),
          fmt::format("expected {}, found {}", what.en, found.en)};
}

Text expected(Words what, Words found) {
  return expected(what, found.text());
}

Text quoted(std::string_view value) {
  const std::string echo = fmt::format("'{}'", shortened(value));
  return {echo, echo};
}

// ---- Before parsing: bytes, characters, lines ----

std::string_view wide_encoding(std::string_view text) {
  if (text.starts_with("\xFF\xFE\0\0"sv) || text.starts_with("\0\0\xFE\xFF"sv)) {
    return "UTF-32";
  }
  const bool has_nul = text.substr(0, 4).find('\0') != std::string_view::npos;
  const bool has_mark = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
  return has_mark || has_nul ? "UTF-16" : ""sv;
}

constexpr Words save_as_utf8{"请在编辑器中另存为 UTF-8 编码", "save the file as UTF-8 in your editor"};

// Faults that leave nothing to look at further.
std::optional<Diagnostic> fault_of_bytes(std::string_view text, const Limits& limits) {
  if (text.size() > limits.bytes) {
    return Diagnostic{{},
                      {},
                      {fmt::format("应为不超过 {} 字节的文件，实际为 {} 字节", limits.bytes, text.size()),
                       fmt::format("expected a file of at most {} bytes, found {}", limits.bytes, text.size())},
                      {}};
  }
  const Words utf8{"UTF-8 文本", "UTF-8 text"};
  if (const std::string_view encoding = wide_encoding(text); !encoding.empty()) {
    return Diagnostic{{}, {}, expected(utf8, Words{encoding, encoding}), save_as_utf8.text()};
  }
  text.remove_prefix(text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  const std::size_t valid = valid_bytes(text);
  if (valid == text.size()) {
    return std::nullopt;
  }
  const std::string byte = fmt::format("0x{:02X}", static_cast<unsigned char>(text[valid]));
  return Diagnostic{
      Places(text).at(valid),
      {},
      expected(utf8, Text{"字节 " + byte, "byte " + byte}),
      {"文件可能是 GBK 编码；请在编辑器中另存为 UTF-8 编码", "the file may be GBK; save it as UTF-8 in your editor"}};
}

Diagnostic hidden_character(Place place, char32_t code) {
  const std::string name = fmt::format("U+{:04X}", static_cast<std::uint32_t>(code));
  return {place,
          {},
          expected({"可见字符", "visible characters"}, Text{"不可见字符 " + name, "the hidden character " + name}),
          {"请删去这个字符", "delete this character"}};
}

constexpr Words blanks{"用空格缩进", "blanks as indentation"};
constexpr Words no_tab{"请把制表符换成空格", "replace the tab by blanks"};

// Every character but the line ends and tabs that YAML allows.
std::vector<Diagnostic> hidden_characters(std::string_view text) {
  std::vector<Diagnostic> found;
  Places places(text);
  for (std::size_t i = 0; i < text.size() && found.size() < most_diagnostics;) {
    const Character character = first_character(text.substr(i));
    const bool line_end = text[i] == '\n' || (text[i] == '\r' && text.substr(i + 1).starts_with('\n'));
    if (text[i] == '\r' && !line_end) {
      found.push_back({places.at(i),
                       {},
                       expected({"换行符", "a line end"}, Words{"单独的回车符", "a lone carriage return"}),
                       {"请在编辑器中把换行符改为 LF", "set the line ends to LF in your editor"}});
    } else if (is_hidden(character.code) && !line_end && text[i] != '\t') {
      found.push_back(hidden_character(places.at(i), character.code));
    }
    i += character.bytes;
  }
  return found;
}

bool names_version_1_2(std::string_view line) {
  line = line.substr(0, line.find(" #"));
  return line.substr(0, line.find_last_not_of(" \t\r") + 1) == "%YAML 1.2";
}

// What a line begins with that would be misread: a tab as indentation, which silently joins lines, and a directive
// other than a first `%YAML 1.2` with `---` below it.
class LineReader {
 public:
  void read(std::size_t number, std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos || line[first] == '#') {
      return;
    }
    if (const std::size_t tab = line.find('\t'); tab < first) {
      found.push_back({{number, tab + 1}, {}, expected(blanks, Words{"制表符", "a tab"}), no_tab.text()});
    }
    const bool version = line_ == 0 && names_version_1_2(line);
    if ((line.front() == '%' && !version) || (versioned_ && line_ == 1 && !line.starts_with("---"))) {
      found.push_back({{number, 1},
                       {},
                       expected({"'---'", "'---'"}, quoted(line.substr(0, line.find('\r')))),
                       {"以 % 开头的行只能是首行的 '%YAML 1.2'，下一行写 '---'",
                        "the only line with % may be a first '%YAML 1.2', with '---' below it"}});
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
  LineReader reader;
  for (std::size_t number = 1; !text.empty() && reader.found.size() < most_diagnostics; ++number) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    reader.read(number, line);
  }
  return std::move(reader.found);
}

// ---- While parsing: events to nodes ----

/// Ends a parse from inside the parser.
struct Enough {};

bool is_plain_null(std::string_view text) {
  return text.starts_with('~') || text.starts_with("null") || text.starts_with("Null") || text.starts_with("NULL");
}

// Builds the tree from the events of one document, and notes what the scenario language does not have.
class Builder final : public YAML::EventHandler {
 public:
  Builder(std::string_view text, const Limits& limits) : text_(text), limits_(limits), places_(text) {}

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}

  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark,
                const std::string& tag,
                YAML::anchor_t anchor,
                const std::string& value) override;

  void OnSequenceStart(const YAML::Mark& mark,
                       const std::string& tag,
                       YAML::anchor_t /*anchor*/,
                       YAML::EmitterStyle::value /*style*/) override {
    open(Node::Kind::list, mark, tag);
  }

  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark,
                  const std::string& tag,
                  YAML::anchor_t /*anchor*/,
                  YAML::EmitterStyle::value /*style*/) override {
    open(Node::Kind::map, mark, tag);
  }

  void OnMapEnd() override { close(); }

  void OnAnchor(const YAML::Mark& mark, const std::string& name) override {
    fault(place(mark), expected({"直接写出的值", "a plain value"}, quoted("&" + name)), no_anchors);
  }

  /// Notes a fault at the key being read.
  void fault(Place place, Text message, Words help = {});

  /// The innermost list or map that is not closed yet, or null.
  [[nodiscard]] const Node* innermost() const { return open_.empty() ? nullptr : &open_.back().node; }

  [[nodiscard]] std::size_t offset(const YAML::Mark& mark) const;

  [[nodiscard]] Place place(std::size_t offset) { return places_.at(offset); }

  [[nodiscard]] Place place(const YAML::Mark& mark) { return places_.at(offset(mark)); }

  std::optional<Node> root;
  std::vector<Diagnostic> diagnostics;

 private:
  static constexpr Words no_anchors{"方案语言没有锚点和别名，请把值重写一遍",
                                    "there are no anchors and aliases here: write the value again"};

  // A list or map being read; in a map, the entry whose value is still to come and the lines of the keys so far.
  struct Open {
    Node node;
    std::optional<Node::Entry> entry;
    std::map<std::string, std::size_t> lines;

    [[nodiscard]] bool expects_key() const { return node.kind == Node::Kind::map && !entry; }
  };

  void open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag);
  void close();
  void add(Node node);
  void begin_entry(Open& map, Node key);
  void count(Place place);
  void refuse_tag(const YAML::Mark& mark, const std::string& tag);
  void refuse_hidden(Place place, std::string_view value, bool is_key);
  [[nodiscard]] std::string path() const;

  std::string_view text_;
  const Limits& limits_;
  Places places_;
  std::vector<Open> open_;
  std::size_t nodes_ = 0;
};

std::size_t Builder::offset(const YAML::Mark& mark) const {
  const bool inside = mark.pos >= 0 && static_cast<std::size_t>(mark.pos) < text_.size();
  const std::size_t last = text_.find_last_not_of(" \t\r\n");
  return inside ? static_cast<std::size_t>(mark.pos) : last == std::string_view::npos ? 0 : last + 1;
}

std::string Builder::path() const {
  std::string result;
  for (const Open& open : open_) {
    if (open.node.kind == Node::Kind::list) {
      result += fmt::format("[{}]", open.node.items.size());
    } else if (open.entry && !open.entry->key.empty()) {
      result += (result.empty() ? "" : ".") + shortened(open.entry->key);
    }
  }
  return result;
}

void Builder::fault(Place place, Text message, Words help) {
  diagnostics.push_back({place, path(), std::move(message), help.text()});
  if (diagnostics.size() == most_diagnostics) {
    throw Enough{};
  }
}

void Builder::count(Place place) {
  if (++nodes_ > limits_.nodes) {
    fault(place,
          {fmt::format("应为不超过 {} 个值，实际更多", limits_.nodes),
           fmt::format("expected at most {} values, found more", limits_.nodes)});
    throw Enough{};
  }
}

// A quoted text carries the tag "!" of its own, but does not begin with one.
void Builder::refuse_tag(const YAML::Mark& mark, const std::string& tag) {
  const std::string_view rest = text_.substr(offset(mark));
  if ((tag != "?" && tag != "!") || rest.starts_with('!')) {
    const std::string_view found = rest.starts_with('!') ? rest.substr(0, rest.find_first_of(" \t\r\n,]}")) : tag;
    fault(place(mark),
          expected({"不带标签的值", "a value without a tag"}, quoted(found)),
          {"请删去以 ! 开头的标签", "delete the tag, which begins with !"});
  }
}

void Builder::refuse_hidden(Place place, std::string_view value, bool is_key) {
  bool found = valid_bytes(value) < value.size();
  for_each_character(value, [&](Character character, std::string_view) {
    const bool layout = character.code == U'\n' || character.code == U'\t';
    found = found || (is_hidden(character.code) && (is_key || !layout));
  });
  if (found) {
    fault(place,
          expected({"可见字符", "visible characters"}, Words{"转义写成的不可见字符", "an escaped hidden character"}),
          {"请删去以 \\ 开头的转义", "delete the escape, which begins with \\"});
  }
}

void Builder::open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag) {
  const Place begin = place(mark);
  count(begin);
  refuse_tag(mark, tag);
  if (open_.size() == limits_.depth) {
    fault(begin,
          {fmt::format("应为不超过 {} 层的嵌套，实际更深", limits_.depth),
           fmt::format("expected at most {} nested levels, found more", limits_.depth)});
    throw Enough{};
  }
  open_.emplace_back();
  open_.back().node.kind = kind;
  open_.back().node.place = begin;
}

void Builder::close() {
  Node node = std::move(open_.back().node);
  open_.pop_back();
  add(std::move(node));
}

void Builder::add(Node node) {
  if (open_.empty()) {
    root = std::move(node);
    return;
  }
  Open& parent = open_.back();
  if (parent.node.kind == Node::Kind::list) {
    parent.node.items.push_back(std::move(node));
  } else if (parent.expects_key()) {
    begin_entry(parent, std::move(node));
  } else {
    parent.entry->value = std::move(node);
    parent.node.entries.push_back(*std::exchange(parent.entry, std::nullopt));
  }
}

void Builder::begin_entry(Open& map, Node key) {
  constexpr Words plain_key{"文字写成的键", "a key in plain text"};
  map.entry = Node::Entry{key.text, key.place, {}};
  if (key.kind != Node::Kind::scalar) {
    const bool list = key.kind == Node::Kind::list;
    fault(key.place, expected(plain_key, list ? Words{"列表", "a list"} : Words{"映射", "a map"}));
    return;
  }
  if (key.text.empty()) {
    fault(key.place, expected(plain_key, Words{"空文字", "an empty text"}));
    return;
  }
  if (key.text == "<<") {
    fault(key.place,
          expected(plain_key, quoted(key.text)),
          {"方案语言没有合并键，请逐项写出", "there is no merge key here: write the entries out"});
    return;
  }
  refuse_hidden(key.place, key.text, true);
  const auto [first, added] = map.lines.emplace(std::move(key.text), key.place.line);
  if (!added) {
    const std::string name = shortened(first->first);
    fault(key.place,
          {fmt::format("应为 各不相同的键，实际为 第 {} 行已有的 '{}'", first->second, name),
           fmt::format("expected each key once, found '{}' again (first on line {})", name, first->second)},
          {"请删去其中一个", "delete one of the two"});
  }
}

void Builder::OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) {
  if (open_.empty()) {
    return;
  }
  const std::string_view rest = text_.substr(offset(mark));
  const bool written = is_plain_null(rest);
  const Text found = written ? quoted(rest.substr(0, rest.find_first_of(" \t\r\n,:]}"))) : Text{"空", "nothing"};
  Open& parent = open_.back();
  if (parent.expects_key()) {
    parent.entry = Node::Entry{{}, place(mark), {}};
    fault(place(mark), expected({"键", "a key"}, found));
    return;
  }
  Place begin = place(mark);
  if (!written && parent.entry) {
    begin = parent.entry->place;
  } else if (!written) {  // the mark is that of the next token, perhaps lines below the dash
    const std::size_t last = text_.substr(0, offset(mark)).find_last_not_of(" \t\r\n");
    begin = places_.at(last == std::string_view::npos ? 0 : last);
  }
  if (const bool key_at_fault = parent.entry && parent.entry->key.empty(); !key_at_fault) {
    fault(begin,
          expected({"一个值", "a value"}, found),
          {"请写出值，或删去此项", "write the value, or delete the entry"});
  }
  add({});
}

void Builder::OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) {
  const std::string_view rest = text_.substr(offset(mark));
  fault(place(mark),
        expected({"直接写出的值", "a plain value"}, quoted(rest.substr(0, rest.find_first_of(" \t\r\n,]}")))),
        no_anchors);
  Node stand_in;
  stand_in.place = place(mark);
  stand_in.text = "*";
  add(std::move(stand_in));
}

void Builder::OnScalar(const YAML::Mark& mark,
                       const std::string& tag,
                       YAML::anchor_t /*anchor*/,
                       const std::string& value) {
  Node node;
  node.place = place(mark);
  node.text = value;
  node.quoted = tag == "!";
  count(node.place);
  refuse_tag(mark, tag);
  if (value.size() > limits_.scalar_bytes) {
    fault(node.place,
          {fmt::format("应为不超过 {} 字节的文字，实际为 {} 字节", limits_.scalar_bytes, value.size()),
           fmt::format("expected a text of at most {} bytes, found {}", limits_.scalar_bytes, value.size())});
  }
  if (open_.empty() || !open_.back().expects_key()) {
    refuse_hidden(node.place, value, false);
  }
  add(std::move(node));
}

// ---- What the parser could not read ----

// The parser's own words, what it expected, and advice; {} is the line of the innermost open list or map.
struct Complaint {
  std::string_view sign;
  Words expected;
  Words help;
};

constexpr Words check_layout{"请检查缩进和引号", "check the indentation and the quotes"};
constexpr Words quote_it{"含有此符号的文字请加引号", "put a text with this character in quotes"};
constexpr Words escapes{"不需要转义时请用单引号", "use single quotes where no escape is meant"};
constexpr Words no_references{"方案语言没有锚点、别名和标签", "there are no anchors, aliases and tags here"};

const std::array complaints{
    Complaint{YAML::ErrorMsg::END_OF_MAP_FLOW,
              {"',' 或 '}'", "',' or '}'"},
              {"第 {} 行的 '{{' 尚未闭合", "the '{{' of line {} is not closed"}},
    Complaint{YAML::ErrorMsg::END_OF_SEQ_FLOW,
              {"',' 或 ']'", "',' or ']'"},
              {"第 {} 行的 '[' 尚未闭合", "the '[' of line {} is not closed"}},
    Complaint{YAML::ErrorMsg::END_OF_MAP, {"与上面对齐的键", "a key lined up with those above"}, check_layout},
    Complaint{YAML::ErrorMsg::END_OF_SEQ, {"与上面对齐的 '- '", "a '- ' lined up with those above"}, check_layout},
    Complaint{YAML::ErrorMsg::EOF_IN_SCALAR, {"闭合的引号", "a closing quote"}, {"请补上引号", "close the quote"}},
    Complaint{YAML::ErrorMsg::DOC_IN_SCALAR, {"闭合的引号", "a closing quote"}, {"请补上引号", "close the quote"}},
    Complaint{YAML::ErrorMsg::MAP_VALUE,
              {"一个值", "one value"},
              {"含有 ': ' 的文字请加引号；并检查缩进", "put a text with ': ' in quotes, and check the indentation"}},
    Complaint{YAML::ErrorMsg::MAP_KEY, {"一个值", "one value"}, quote_it},
    Complaint{YAML::ErrorMsg::BLOCK_ENTRY,
              {"一个值", "a value"},
              {"列表的每一项另起一行，或写成 [a, b]", "begin each item on a line of its own, or write [a, b]"}},
    Complaint{YAML::ErrorMsg::FLOW_END,
              {"配对的括号", "a matching bracket"},
              {"请检查括号是否成对", "check that the brackets match"}},
    Complaint{YAML::ErrorMsg::UNKNOWN_TOKEN, {"一个值", "a value"}, quote_it},
    Complaint{YAML::ErrorMsg::TAB_IN_INDENTATION, blanks, no_tab},
    Complaint{YAML::ErrorMsg::INVALID_ESCAPE, {"有效的转义", "a known escape"}, escapes},
    Complaint{YAML::ErrorMsg::INVALID_HEX, {"十六进制数字", "hexadecimal digits"}, escapes},
    Complaint{YAML::ErrorMsg::INVALID_UNICODE, {"有效的字符编号", "the number of a character"}, escapes},
    Complaint{YAML::ErrorMsg::ZERO_INDENT_IN_BLOCK,
              {"换行后的文字", "the text on the next line"},
              {"'|' 之后请直接换行", "end the line after '|'"}},
    Complaint{YAML::ErrorMsg::CHAR_IN_BLOCK,
              {"换行后的文字", "the text on the next line"},
              {"'|' 之后请直接换行", "end the line after '|'"}},
    Complaint{
        YAML::ErrorMsg::REPEATED_YAML_DIRECTIVE, {"键", "a key"}, {"'%YAML 1.2' 只写一次", "write '%YAML 1.2' once"}},
    Complaint{"anchor", {"直接写出的值", "a plain value"}, no_references},
    Complaint{"alias", {"直接写出的值", "a plain value"}, no_references},
    Complaint{"tag", {"直接写出的值", "a plain value"}, no_references},
    Complaint{"", {"键或值", "a key or a value"}, check_layout},
};

// The parser reports a quote still open at the end of the text only where no line end comes last: so a comment comes
// last.
std::istringstream stream_of(std::string_view text) {
  return std::istringstream(std::string(text) + (text.ends_with('\n') ? "#" : "\n#"));
}

Text found_at(std::string_view text, std::size_t offset) {
  const std::string_view rest = text.substr(offset);
  const std::string_view line = rest.substr(0, rest.find_first_of("\r\n"));
  return rest.empty() || line.empty() ? Text{"结尾", "the end"} : quoted(line);
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

// The last place among the last few where such a quote opens a text; npos when there is none.
std::size_t last_opening(std::string_view text, char quote) {
  std::size_t at = text.rfind(quote);
  for (int tries = 0; tries < 4 && at != std::string_view::npos; ++tries) {
    const std::string_view before = text.substr(0, at);
    if (!before.ends_with(quote) && !ends_inside_quotes(before) && ends_inside_quotes(text.substr(0, at + 1))) {
      return at;
    }
    at = at == 0 ? std::string_view::npos : text.rfind(quote, at - 1);
  }
  return std::string_view::npos;
}

// Where the quote stands that is never closed: the last to open a text, of either kind.
std::size_t unclosed_quote(std::string_view text) {
  const std::size_t one = last_opening(text, '"');
  const std::size_t other = last_opening(text, '\'');
  const bool both = one != std::string_view::npos && other != std::string_view::npos;
  return both ? std::max(one, other) : std::min(one, other);
}

// Where a person looks for the fault: at the opening quote, or at the backslash.
std::size_t offset_of(const YAML::Exception& exception, std::string_view text, std::size_t reported) {
  if (exception.msg == YAML::ErrorMsg::EOF_IN_SCALAR) {
    return std::min(unclosed_quote(text), reported);
  }
  const bool escape = exception.msg.starts_with(YAML::ErrorMsg::INVALID_ESCAPE) ||
                      exception.msg.starts_with(YAML::ErrorMsg::INVALID_UNICODE) ||
                      exception.msg == YAML::ErrorMsg::INVALID_HEX;
  return escape ? std::min(text.rfind('\\', reported), reported) : reported;
}

void explain(const YAML::Exception& exception, std::string_view text, Builder& builder) {
  const auto* const complaint = std::ranges::find_if(
      complaints, [&](const Complaint& one) { return exception.msg.find(one.sign) != std::string::npos; });
  const std::size_t offset = offset_of(exception, text, builder.offset(exception.mark));
  const std::size_t line = builder.innermost() != nullptr ? builder.innermost()->place.line : 1;
  const std::string zh = fmt::format(fmt::runtime(complaint->help.zh), line);
  const std::string en = fmt::format(fmt::runtime(complaint->help.en), line);
  builder.fault(builder.place(offset), expected(complaint->expected, found_at(text, offset)), {zh, en});
}

// ---- The document as a whole ----

// Stops at the first event of a document that should not be there.
class Stop final : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark& mark) override {
    begin = mark;
    throw Enough{};
  }

  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& /*mark*/, YAML::anchor_t /*anchor*/) override {}

  void OnAlias(const YAML::Mark& /*mark*/, YAML::anchor_t /*anchor*/) override {}

  void OnScalar(const YAML::Mark& /*mark*/,
                const std::string& /*tag*/,
                YAML::anchor_t /*anchor*/,
                const std::string& /*value*/) override {}

  void OnSequenceStart(const YAML::Mark& /*mark*/,
                       const std::string& /*tag*/,
                       YAML::anchor_t /*anchor*/,
                       YAML::EmitterStyle::value /*style*/) override {}

  void OnSequenceEnd() override {}

  void OnMapStart(const YAML::Mark& /*mark*/,
                  const std::string& /*tag*/,
                  YAML::anchor_t /*anchor*/,
                  YAML::EmitterStyle::value /*style*/) override {}

  void OnMapEnd() override {}

  std::optional<YAML::Mark> begin;
};

// The place of what follows the first document, if anything does.
std::optional<YAML::Mark> second_document(YAML::Parser& parser) {
  Stop stop;
  try {
    parser.HandleNextDocument(stop);
  } catch (const Enough&) {
  }
  return stop.begin;
}

void read_all(std::string_view text, Builder& builder) {
  constexpr Words keys{"'key: value' 形式的键和值", "keys and values, as 'key: value'"};
  std::istringstream stream = stream_of(text);
  YAML::Parser parser(stream);
  parser.HandleNextDocument(builder);
  if (const std::optional<YAML::Mark> second = second_document(parser)) {
    builder.fault(builder.place(*second),
                  expected({"文件结尾", "the end of the file"}, found_at(text, builder.offset(*second))),
                  {"一个文件只写一个方案，其后不写别的内容", "a file holds one scenario, and nothing after it"});
  } else if (!builder.root && builder.diagnostics.empty()) {
    builder.fault({}, expected(keys, Words{"空文件", "an empty file"}));
  } else if (builder.root && builder.root->kind != Node::Kind::map) {
    const bool list = builder.root->kind == Node::Kind::list;
    builder.fault(builder.root->place, expected(keys, list ? Words{"列表", "a list"} : Words{"文字", "a text"}));
  }
}

void read_or_explain(std::string_view text, Builder& builder) {
  try {
    read_all(text, builder);
  } catch (const YAML::Exception& exception) {
    explain(exception, text, builder);
  }
}

Document read(std::string_view text, const Limits& limits) {
  Builder builder(text, limits);
  try {
    read_or_explain(text, builder);
  } catch (const Enough&) {
    SHANHAI_EXPECT(!builder.diagnostics.empty());
  }
  if (!builder.diagnostics.empty()) {
    return {std::nullopt, std::move(builder.diagnostics)};
  }
  return {std::move(builder.root), {}};
}

}  // namespace

Document parse(std::string_view text, const Limits& limits) {
  if (std::optional<Diagnostic> fault = fault_of_bytes(text, limits)) {
    return {std::nullopt, {std::move(*fault)}};
  }
  text.remove_prefix(text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  if (std::vector<Diagnostic> found = hidden_characters(text); !found.empty()) {
    return {std::nullopt, std::move(found)};
  }
  if (std::vector<Diagnostic> found = misleading_lines(text); !found.empty()) {
    return {std::nullopt, std::move(found)};
  }
  return read(text, limits);
}

}  // namespace shanhai::input
