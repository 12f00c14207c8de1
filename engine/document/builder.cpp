#include "document/builder.hpp"

#include <algorithm>
#include <utility>

#include "core/say.hpp"
#include "core/width.hpp"
#include "document/glued_colon.hpp"
#include "document/phrases.hpp"

namespace shanhai::document {
namespace {

constexpr Words plain_key{"文字写成的键", "a key in plain text"};
constexpr Words no_anchors{"方案语言没有锚点和别名，请把值重写一遍",
                           "there are no anchors and aliases here: write the value again"};

std::string_view until(std::string_view enders, std::string_view text) {
  return text.substr(0, text.find_first_of(enders));
}

bool is_plain_null(std::string_view text) {
  return text.starts_with('~') || text.starts_with("null") || text.starts_with("Null") || text.starts_with("NULL");
}

bool holds_hidden(std::string_view value, bool is_key) {
  bool found = false;
  for_each_character(value, [&](Character character, std::string_view) {
    const bool layout = !is_key && (character.code == U'\n' || character.code == U'\t');
    found = found || !character.valid || (is_hidden(character.code) && !layout);
  });
  return found;
}

}  // namespace

void Builder::fault(Place place, Text message, Text help) {
  diagnostics.push_back({place, tree.path(), std::move(message), std::move(help)});
  if (diagnostics.size() == most_diagnostics) {
    throw Enough{};
  }
}

void Builder::stop(Place place, Text message, Text help) {
  fault(place, std::move(message), std::move(help));
  throw Enough{};
}

void Builder::count(Place place) {
  if (++nodes_ > limits_.nodes) {
    stop(place, say({"应为不超过 {} 个值，实际更多", "expected at most {} values, found more"}, limits_.nodes));
  }
}

// A quoted text carries the tag "!" of its own, but does not begin with one.
void Builder::refuse_tag(const YAML::Mark& mark, const std::string& tag) {
  const std::string_view rest = marks.after(mark);
  const bool written = rest.starts_with('!');
  if (written || (tag != "?" && tag != "!")) {
    fault(marks.place(mark),
          expected({"不带标签的值", "a value without a tag"}, quoted(written ? until(" \t\r\n,]}", rest) : tag)),
          {"请删去以 ! 开头的标签", "delete the tag, which begins with !"});
  }
}

void Builder::refuse_hidden(Place place, std::string_view value, bool is_key) {
  if (holds_hidden(value, is_key)) {
    fault(place,
          expected(visible, {"转义写成的不可见字符", "an escaped hidden character"}),
          {"请删去以 \\ 开头的转义", "delete the escape, which begins with \\"});
  }
}

void Builder::refuse_key(const Node& key, std::optional<std::size_t> line_before) {
  if (key.kind == Node::Kind::list) {
    fault(key.place, expected(plain_key, {"列表", "a list"}));
  } else if (key.kind == Node::Kind::map) {
    fault(key.place, expected(plain_key, {"映射", "a map"}));
  } else if (key.text.empty()) {
    fault(key.place, expected(plain_key, {"空文字", "an empty text"}));
  } else if (key.text == "<<") {
    fault(key.place,
          expected(plain_key, quoted(key.text)),
          {"方案语言没有合并键，请逐项写出", "there is no merge key here: write the entries out"});
  } else {
    refuse_hidden(key.place, key.text, true);
    if (line_before) {
      fault(key.place,
            say({"应为 各不相同的键，实际为 第 {1} 行已有的 '{0}'",
                 "expected each key once, found '{0}' again (first on line {1})"},
                shortened(key.text),
                *line_before),
            {"请删去其中一个", "delete one of the two"});
    }
  }
}

void Builder::open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag) {
  const Place begin = marks.place(mark);
  count(begin);
  refuse_tag(mark, tag);
  if (tree.depth() == limits_.depth) {
    stop(begin,
         say({"应为不超过 {} 层的嵌套，实际更深", "expected at most {} nested levels, found more"}, limits_.depth));
  }
  tree.open(kind, begin);
}

void Builder::add(Node node) {
  if (tree.expects_key()) {
    refuse_key(node, tree.begin_entry(node));
  } else {
    tree.add(std::move(node));
  }
}

void Builder::OnDocumentStart(const YAML::Mark& mark) {
  if (std::exchange(begun_, true)) {
    stop(marks.place(mark),
         expected({"文件结尾", "the end of the file"}, marks.found_at(marks.offset(mark))),
         {"一个文件只写一个方案，其后不写别的内容", "a file holds one scenario, and nothing after it"});
  }
}

void Builder::OnAnchor(const YAML::Mark& mark, const std::string& name) {
  fault(marks.place(mark), expected(plain_value, quoted("&" + name)), no_anchors.text());
}

void Builder::OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) {
  fault(marks.place(mark), expected(plain_value, quoted(until(" \t\r\n,]}", marks.after(mark)))), no_anchors.text());
  Node stand_in;
  stand_in.place = marks.place(mark);
  stand_in.text = "*";
  add(std::move(stand_in));
}

void Builder::OnScalar(const YAML::Mark& mark,
                       const std::string& tag,
                       YAML::anchor_t /*anchor*/,
                       const std::string& value) {
  Node node;
  node.place = marks.place(mark);
  node.text = value;
  node.quoted = tag == "!";
  count(node.place);
  refuse_tag(mark, tag);
  if (value.size() > limits_.scalar_bytes) {
    fault(node.place,
          say({"应为不超过 {} 字节的文字，实际为 {} 字节", "expected a text of at most {} bytes, found {}"},
              limits_.scalar_bytes,
              value.size()));
  }
  if (!tree.expects_key()) {
    refuse_hidden(node.place, value, false);
  }
  add(std::move(node));
}

// The key or, in a list, the dash or comma before: the mark is that of the next token, perhaps lines below.
Place Builder::place_without_value(const YAML::Mark& mark) {
  return tree.entry() != nullptr ? tree.entry()->place : marks.place(marks.before(mark).find_last_not_of(" \t\r\n"));
}

namespace {

// What may be meant by a key without a value.
Text advice_on(const Node::Entry* entry) {
  const std::string_view key = entry != nullptr ? std::string_view(entry->key) : std::string_view();
  if (glued_colon(key)) {
    return write_colon.text();
  }
  constexpr std::size_t group = 3;
  const bool digits = std::ranges::all_of(key, [](char c) { return c >= '0' && c <= '9'; });
  return digits && key.size() == group
             ? Text{"千位不加逗号：一千写作 1000", "no comma between thousands: a thousand is 1000"}
             : Text{"请写出值，或删去此项", "write the value, or delete the entry"};
}

}  // namespace

void Builder::OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) {
  if (tree.depth() == 0) {
    return;
  }
  const std::string_view rest = marks.after(mark);
  const bool written = is_plain_null(rest);
  const Text found = written ? quoted(until(" \t\r\n,:]}", rest)) : Text{"空", "nothing"};
  Node nothing;
  nothing.place = marks.place(mark);
  if (tree.expects_key()) {
    tree.begin_entry(nothing);
    fault(nothing.place, expected({"键", "a key"}, found));
    return;
  }
  if (const bool key_at_fault = tree.entry() != nullptr && tree.entry()->key.empty(); !key_at_fault) {
    fault(written ? nothing.place : place_without_value(mark),
          expected({"一个值", "a value"}, found),
          advice_on(tree.entry()));
  }
  tree.add(std::move(nothing));
}

}  // namespace shanhai::document
