#include <functional>
#include <map>

#include "paper/docx.hpp"
#include "paper/proof_part.hpp"
#include "paper/word_text.hpp"
#include "paper/xml.hpp"

namespace shanhai::paper {
namespace {

bool is_on(const pugi::xml_node& property) {
  const std::string_view value = property.attribute("w:val").value();
  return !property.empty() && value != "0" && value != "false" && value != "off";
}

// Text that was struck out or moved away while changes are tracked, and the second form of a drawing's.
bool is_gone(std::string_view name) {
  return name == "del" || name == "moveFrom" || name == "Fallback";
}

bool is_hidden(const pugi::xml_node& node) {
  return local_name(node) == "r" && is_on(child(child(node, "rPr"), "vanish"));
}

pugi::xml_node next_beside(pugi::xml_node node, const pugi::xml_node& top) {
  while (node != top && node.next_sibling().empty()) {
    node = node.parent();
  }
  return node == top ? pugi::xml_node() : node.next_sibling();
}

// Visits what stands below a node in the order of the text, and what stands in it where `visit` says so. Without
// recursion: a file may be nested ever so deeply.
template <class Visit>
void for_each_shown(const pugi::xml_node& top, Visit&& visit) {
  pugi::xml_node node = top.first_child();
  while (!node.empty()) {
    const bool enters = !is_gone(local_name(node)) && !is_hidden(node) && visit(node);
    node = enters && !node.first_child().empty() ? node.first_child() : next_beside(node, top);
  }
}

// Word tears a text into runs wherever it checked or changed something.
std::string shown_in(const pugi::xml_node& control) {
  std::string text;
  for_each_shown(child(control, "sdtContent"), [&](const pugi::xml_node& node) {
    const std::string_view name = local_name(node);
    if (name == "t") {
      text += node.child_value();
    } else if (name == "noBreakHyphen") {
      text += '-';
    } else if (name == "tab" || name == "br" || name == "cr") {
      text += ' ';
    }
    return true;
  });
  return text;
}

/// What each figure is, by number, and the number by alias: LibreOffice drops tags and keeps aliases.
struct Known {
  std::vector<std::string> what;
  std::map<std::string, std::size_t, std::less<>> by_alias;
};

Known known_of(const std::vector<std::string>& figures) {
  Known known{figures, {}};
  for (std::size_t i = 0; i < figures.size(); ++i) {
    known.by_alias.try_emplace(figure_alias(figures[i]), i + 1);
  }
  return known;
}

const std::string* what_is(const pugi::xml_node& control, const Known& known) {
  const pugi::xml_node properties = child(control, "sdtPr");
  const std::string_view tag = child(properties, "tag").attribute("w:val").value();
  std::size_t number = figure_number(tag);
  if (tag.empty()) {
    const auto same = known.by_alias.find(std::string_view(child(properties, "alias").attribute("w:val").value()));
    number = same == known.by_alias.end() ? 0 : same->second;
  }
  return number > 0 && number <= known.what.size() ? &known.what[number - 1] : nullptr;
}

// Figures do not stand in each other.
std::vector<FoundFigure> figures_in(const pugi::xml_node& document, const Known& known) {
  std::vector<FoundFigure> figures;
  for_each_shown(document, [&](const pugi::xml_node& node) {
    const std::string* what = local_name(node) == "sdt" ? what_is(node, known) : nullptr;
    if (what != nullptr) {
      figures.push_back({*what, shown_in(node)});
    }
    return what == nullptr;
  });
  return figures;
}

Text no_word_file() {
  return {"不是 Word 文件（.docx），或文件已损坏、加密", "it is no Word file (.docx), or it is damaged or encrypted"};
}

}  // namespace

std::variant<Found, Text> read_docx(std::string_view bytes) {
  const std::optional<Files> files = unzipped(bytes);
  const MainPart main = files ? main_part(*files) : MainPart{};
  if (main.bytes == nullptr) {
    return no_word_file();
  }
  const Xml document = read_xml(*main.bytes);
  if (local_name(document->document_element()) != "document") {
    return no_word_file();
  }
  const std::optional<ReadProof> proof = read_proof(*files);
  if (!proof) {
    return Text{"该 Word 文件不带测算依据：它不是本程序生成的，或者另存时依据已丢失",
                "this Word file carries no proof: it was not written by this program, or lost it as it was saved"};
  }
  return Found{proof->proof, figures_in(document->document_element(), known_of(proof->figures))};
}

}  // namespace shanhai::paper
