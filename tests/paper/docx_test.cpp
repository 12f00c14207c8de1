#include "paper/docx.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

#include "paper/package.hpp"
#include "paper/word_file.hpp"
#include "paper/xml.hpp"

namespace shanhai::paper {
namespace {

bool is_well_formed(const std::string& xml) {
  return static_cast<bool>(pugi::xml_document().load_buffer(xml.data(), xml.size()));
}

std::size_t count(std::string_view text, std::string_view word) {
  std::size_t times = 0;
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size())) {
    ++times;
  }
  return times;
}

std::string document_of(const Paper& paper) {
  return files_of(given(docx(paper, {}))).at("word/document.xml");
}

// All that a reader sees, in its order.
std::string shown(const std::string& xml) {
  const Xml document = read_xml(xml);
  std::string text;
  for (const pugi::xpath_node one : document->select_nodes("//w:t")) {
    text += std::string(one.node().child_value()) + '|';
  }
  return text;
}

}  // namespace

TEST_CASE("Every part of a Word file is well-formed, and is named once with its type", "[paper][docx]") {
  for (const Language language : {Language::zh, Language::en}) {
    const Files files = files_of(sample_docx(language));
    const std::string& types = files.at("[Content_Types].xml");
    for (const auto& [name, bytes] : files) {
      INFO(name);
      const bool is_xml = name.ends_with(".xml") || name.ends_with(".rels");
      CHECK((!is_xml || is_well_formed(bytes)));
      const bool is_named = name.ends_with(".rels") || name == "[Content_Types].xml";
      CHECK(count(types, "PartName=\"/" + name + '"') == (is_named ? 0 : 1));
    }
  }
}

TEST_CASE("The same paper gives the same bytes", "[paper][docx]") {
  CHECK(sample_docx() == sample_docx());
}

TEST_CASE("Every relation of a text leads to a part, and every use of one to a relation", "[paper][docx]") {
  const Files files = files_of(sample_docx());
  const std::vector<Relation> relations = relations_of(files, "word/document.xml");
  CHECK(relations.size() == 11);
  std::vector<std::string> ids;
  for (const Relation& one : relations) {
    INFO(one.target);
    CHECK(files.contains(one.target));
    ids.push_back(one.id);
  }
  const Xml document = read_xml(files.at("word/document.xml"));
  const pugi::xpath_node_set uses = document->select_nodes("//@r:embed | //@r:id");
  CHECK(uses.size() == 6);
  for (const pugi::xpath_node use : uses) {
    CHECK(std::ranges::count(ids, use.attribute().value()) == 1);
  }
}

TEST_CASE("Pictures are told to who cannot see them, and are as wide as the text", "[paper][docx]") {
  const Xml document = read_xml(files_of(sample_docx()).at("word/document.xml"));
  const pugi::xpath_node_set pictures = document->select_nodes("//wp:docPr");
  REQUIRE(pictures.size() == 2);
  CHECK(pictures[0].node().attribute("descr").value() == std::string("柱状图：收入在2031年前后增长最快。"));
  CHECK(pictures[1].node().attribute("descr").value() == std::string("柱状图：武义县逐年增加，海宁市先减后增。"));
  const pugi::xml_node extent = document->select_node("//wp:extent").node();
  constexpr int width = (11906 - 1588 - 1474) * 635;
  CHECK(extent.attribute("cx").as_int() == width);
  CHECK(extent.attribute("cy").as_int() == Approx(width * 300.0 / 680));
}

TEST_CASE("A high picture leaves room for its caption", "[paper][docx]") {
  Paper paper;
  paper.blocks.emplace_back(Picture{"", chart::Bars{}, "", ""});
  const std::vector<Image> images{{"<svg/>", "png", 100, 1000}};
  const Xml document = read_xml(files_of(given(docx(paper, images))).at("word/document.xml"));
  const pugi::xml_node extent = document->select_node("//wp:extent").node();
  CHECK(extent.attribute("cy").as_int() == Approx(0.75 * (16838 - 2098 - 1984) * 635).epsilon(1e-4));
  CHECK(extent.attribute("cx").as_int() * 10 == Approx(extent.attribute("cy").as_int()).epsilon(1e-4));
}

TEST_CASE("A picture without an image is its description", "[paper][docx]") {
  Paper paper;
  paper.blocks.emplace_back(Picture{"图1", chart::Bars{}, "逐年增加。", ""});
  CHECK(shown(document_of(paper)) == "|图1|逐年增加。|");
}

TEST_CASE("Titles of a table are repeated, its rows are whole, its numbers stand right", "[paper][docx]") {
  Paper paper;
  paper.blocks.emplace_back(Table{"表1", {{"甲", false}, {"乙", true}}, {{{{"一方"}}}, {{{"a"}, {"1.5"}}}}, "注"});
  const std::string xml = document_of(paper);
  CHECK(shown(xml) == "|表1|甲|乙|一方|a|1.5|注|");
  const Xml document = read_xml(xml);
  CHECK(document->select_nodes("//w:tr[1][w:trPr/w:tblHeader]").size() == 1);
  CHECK(document->select_nodes("//w:tr[w:trPr/w:cantSplit]").size() == 3);
  CHECK(document->select_nodes("//w:tr[2]/w:tc[w:tcPr/w:gridSpan/@w:val=2]").size() == 1);
  CHECK(document->select_nodes("//w:tc[2]//w:jc[@w:val='right']").size() == 2);
  CHECK(document->select_nodes("//w:tc[1]//w:jc[@w:val='left']").size() == 3);
  const double width = pugi::xpath_query("sum(//w:gridCol/@w:w)").evaluate_number(*document);
  CHECK(width <= 11906 - 1588 - 1474);
  CHECK(width > 11906 - 1588 - 1474 - 5);
}

TEST_CASE("Every numbered list begins at one", "[paper][docx]") {
  Paper paper;
  for (int i = 0; i < 2; ++i) {
    paper.blocks.emplace_back(Bullets{{{"a"}, {"b"}}, true});
    paper.blocks.emplace_back(Bullets{{{"c"}}, false});
  }
  const Files files = files_of(given(docx(paper, {})));
  const Xml document = read_xml(files.at("word/document.xml"));
  std::string used;
  for (const pugi::xpath_node one : document->select_nodes("//w:numId")) {
    used += one.node().attribute("w:val").value();
  }
  CHECK(used == "221331");
  const Xml lists = read_xml(files.at("word/numbering.xml"));
  CHECK(lists->select_nodes("//w:num").size() == 3);
  CHECK(lists->select_nodes("//w:num[w:lvlOverride/w:startOverride/@w:val=1]").size() == 2);
}

TEST_CASE("Hostile texts are plain texts", "[paper][docx]") {
  const std::string hostile =
      "<script>alert(1)</script> ]]> &amp; \"'--> {0} =cmd()|' /C calc'!A0 ../../etc/passwd <w:p/> <?xml?>";
  const Files files = files_of(given(docx(paper_of(hostile), {})));
  for (const auto& [name, bytes] : files) {
    INFO(name);
    CHECK((name.ends_with(".svg") || is_well_formed(bytes)));
    CHECK(bytes.find("<script>") == std::string::npos);
  }
  const Xml document = read_xml(files.at("word/document.xml"));
  std::size_t texts = 0;
  for (const pugi::xpath_node one : document->select_nodes("//w:t")) {
    CHECK(one.node().child_value() == hostile);
    ++texts;
  }
  CHECK(texts > 20);
  const Found found = given(read_docx(given(docx(paper_of(hostile), {}))));
  CHECK(found.proof.scenario == hostile);
  CHECK(found.figures.at(0).what == hostile);
  CHECK(found.figures.at(0).shown == hostile);
}

TEST_CASE("What XML cannot hold, and what turns the direction of text, is left out", "[paper][docx]") {
  const std::string bad(
      "a\x01\x1B[31m\xFF\xED\xA0\x80\xEF\xBF\xBE\xE2\x80\xAE"
      "b\nc\td\0e",
      24);
  const Files files = files_of(given(docx(paper_of(bad), {})));
  for (const auto& [name, bytes] : files) {
    INFO(name);
    CHECK(is_well_formed(bytes));
  }
  CHECK(shown(files.at("word/document.xml")).starts_with("a[31mb c de|"));
}

}  // namespace shanhai::paper
