#include <catch2/catch.hpp>

#include "paper/docx.hpp"
#include "paper/word_file.hpp"
#include "paper/xml.hpp"

namespace shanhai::paper {
namespace {

// The figures of a paper as its writer would list them.
void add(std::vector<FoundFigure>& figures, const Line& line) {
  for (const Piece& piece : line) {
    if (const Bound* bound = std::get_if<Bound>(&piece)) {
      figures.push_back({bound->what, bound->shown});
    }
  }
}

std::vector<FoundFigure> bound_in(const Paper& paper) {
  std::vector<FoundFigure> figures;
  for (const Block& block : paper.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      add(figures, paragraph->line);
    } else if (const auto* table = std::get_if<Table>(&block)) {
      for (const Table::Row& row : table->rows) {
        for (const Line& cell : row.cells) {
          add(figures, cell);
        }
      }
    }
  }
  return figures;
}

std::string listed(const std::vector<FoundFigure>& figures) {
  std::string text;
  for (const FoundFigure& one : figures) {
    text += one.what + " = " + one.shown + '\n';
  }
  return text;
}

std::string reason(std::string_view bytes) {
  const std::variant<Found, Text> answer = read_docx(bytes);
  return std::holds_alternative<Text>(answer) ? std::get<Text>(answer).en : "";
}

// The first figure of the sample, whose text is `62.3%`, shown by other runs.
std::string first_shown(std::string_view run) {
  const std::string old =
      R"(<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">62.3%</w:t></w:r>)";
  return given(read_docx(edited(sample_docx(), old, run))).figures.at(0).shown;
}

}  // namespace

TEST_CASE("The proof and every bound figure of a Word file are read back", "[paper][docx]") {
  for (const Language language : {Language::zh, Language::en}) {
    const Paper paper = sample_paper(language);
    const Found found = given(read_docx(sample_docx(language)));
    CHECK(found.proof.program == paper.proof.program);
    CHECK(found.proof.scenario == paper.proof.scenario);  // with its line ends
    CHECK(found.proof.hash == paper.proof.hash);
    CHECK(found.proof.options == paper.proof.options);
    CHECK(found.figures.size() == 20);
    CHECK(listed(found.figures) == listed(bound_in(paper)));
  }
}

TEST_CASE("A digit that was changed in a Word file is seen", "[paper][docx]") {
  const Found found = given(read_docx(edited(sample_docx(), ">62.3%<", ">62.4%<")));
  CHECK(found.figures.at(0).shown == "62.4%");
  CHECK(found.figures.at(0).what == "schemes/even/wuyi/npv/positive");
  CHECK(found.figures.at(1).shown == "3.87亿元");
}

TEST_CASE("A figure is read as it is shown, however Word tore it", "[paper][docx]") {
  CHECK(first_shown("<w:r><w:t>6</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r w:rsidR=\"00A1\"><w:t>2.3</w:t>"
                    "</w:r><w:r><w:t xml:space=\"preserve\"> %</w:t></w:r>") == "62.3 %");
  CHECK(first_shown("<w:r><w:t>6</w:t></w:r><w:del><w:r><w:delText>2</w:delText></w:r></w:del>"
                    "<w:ins><w:r><w:t>1</w:t></w:r></w:ins><w:r><w:t>.3%</w:t></w:r>") == "61.3%");
  CHECK(first_shown("<w:moveFrom><w:r><w:t>9</w:t></w:r></w:moveFrom><w:r><w:t>62.3%</w:t></w:r>") == "62.3%");
  CHECK(first_shown("<w:r><w:rPr><w:vanish/></w:rPr><w:t>62.3%</w:t></w:r><w:r><w:t>99%</w:t></w:r>") == "99%");
  CHECK(first_shown("<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>62.3%</w:t></w:r>") == "62.3%");
  CHECK(first_shown("<w:r><w:noBreakHyphen/><w:t>62</w:t><w:br/><w:t>%</w:t></w:r>") == "-62 %");
  CHECK(first_shown("").empty());
}

TEST_CASE("A figure with a long address keeps it, and all its digits", "[paper][docx]") {
  Paper paper;
  const std::string what = "schemes/" + std::string(200, 'x') + "/npv";
  paper.blocks.emplace_back(Paragraph{{Bound{"0.1", what, 0.1 + 0.2, 1e-17}}});
  const std::string bytes = given(docx(paper, {}));
  CHECK(given(read_docx(bytes)).figures.at(0).what == what);
  const Files files = files_of(bytes);
  CHECK(files.at("customXml/item1.xml").find("value=\"0.30000000000000004\" error=\"1e-17\"") != std::string::npos);
  CHECK(files.at("word/document.xml").find(std::string(63, 'x')) == std::string::npos);  // Word allows 64
}

TEST_CASE("Controls of others and numbers of no figure are passed over", "[paper][docx]") {
  CHECK(given(read_docx(edited(sample_docx(), "\"shanhai:1\"", "\"other:1\""))).figures.size() == 19);
  CHECK(given(read_docx(edited(sample_docx(), "\"shanhai:1\"", "\"shanhai:99999999999999999999\""))).figures.size() ==
        19);
  CHECK(given(read_docx(edited(sample_docx(), "\"shanhai:1\"", "\"shanhai:0\""))).figures.size() == 19);
}

TEST_CASE("A figure whose tag a program dropped is known by its alias", "[paper][docx]") {
  const Found found = given(read_docx(edited(sample_docx(), "<w:tag w:val=\"shanhai:2\"/>", "")));
  REQUIRE(found.figures.size() == 20);
  CHECK(found.figures.at(1).what == "schemes/even/wuyi/npv/mean");
}

TEST_CASE("The data beside a text may be under another name", "[paper][docx]") {
  Files files = files_of(sample_docx());
  files["customXml/item0.xml"] = "<other/>";
  auto data = files.extract("customXml/item1.xml");
  data.key() = "customXml/item7.xml";
  files.insert(std::move(data));
  CHECK(given(read_docx(archive_of(files))).figures.size() == 20);
}

TEST_CASE("A file that is no Word file of ours says why", "[paper][docx]") {
  CHECK(reason("").find("no Word file") != std::string::npos);
  CHECK(reason("<html></html>").find("no Word file") != std::string::npos);
  CHECK(reason(archive_of({{"a.txt", "a"}})).find("no Word file") != std::string::npos);
  Files files = files_of(sample_docx());
  files.erase("customXml/item1.xml");
  CHECK(reason(archive_of(files)).find("no proof") != std::string::npos);
  files = files_of(sample_docx());
  files.at("word/document.xml").resize(2000);
  CHECK(reason(archive_of(files)).find("no Word file") != std::string::npos);
  const std::string bytes = sample_docx();
  for (std::size_t size = 0; size < bytes.size(); size += 97) {
    CHECK_FALSE(reason(std::string_view(bytes).substr(0, size)).empty());
  }
}

TEST_CASE("A text beyond all measure is not read", "[paper][docx]") {
  const std::string blanks(most_xml, ' ');
  CHECK(reason(edited(sample_docx(), "<w:body>", "<w:body>" + blanks)).find("no Word file") != std::string::npos);
}

TEST_CASE("A text that is nested ever so deeply is read", "[paper][docx]") {
  constexpr int depth = 200'000;
  std::string deep;
  for (int i = 0; i < depth; ++i) {
    deep += "<w:a>";
  }
  deep += "<w:t>62.3%</w:t>";
  for (int i = 0; i < depth; ++i) {
    deep += "</w:a>";
  }
  CHECK(first_shown(deep) == "62.3%");
}

}  // namespace shanhai::paper
