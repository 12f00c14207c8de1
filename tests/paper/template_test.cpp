#include <catch2/catch.hpp>

#include "paper/docx.hpp"
#include "paper/package.hpp"
#include "paper/word_file.hpp"
#include "paper/xml.hpp"

namespace shanhai::paper {
namespace {

constexpr std::string_view spaces = R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
                                    R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";

std::string root(const std::string& name, const std::string& content) {
  return "<w:" + name + std::string(spaces) + '>' + content + "</w:" + name + '>';
}

std::string relation(const std::string& id, const std::string& type, const std::string& target, bool external = false) {
  return "<Relationship Id=\"" + id + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" +
         type + "\" Target=\"" + target + '"' + (external ? " TargetMode=\"External\"" : "") + "/>";
}

std::string relations(const std::string& all) {
  return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + all +
         "</Relationships>";
}

std::string style(const std::string& type,
                  const std::string& id,
                  const std::string& name,
                  const std::string& more = "") {
  return "<w:style w:type=\"" + type + "\" w:styleId=\"" + id + "\"" + more + "><w:name w:val=\"" + name +
         "\"/></w:style>";
}

// An institution's file as Chinese Word writes one: ids of styles are numbers and letters. It has what may not be
// carried over too: macros, a picture from elsewhere, an embedded object, protection.
Files institution() {
  return {
      {"_rels/.rels", relations(relation("rId1", "officeDocument", "word/document.xml"))},
      {"word/document.xml",
       root("document",
            "<w:body><w:p><w:r><w:t>范本正文</w:t></w:r></w:p><w:sectPr><w:headerReference w:type=\"default\" "
            "r:id=\"rId9\"/><w:footerReference w:type=\"default\" r:id=\"rId404\"/><w15:a "
            "w15:b=\"1\"><w15:c/></w15:a><w:pgSz w14:x=\"1\" w:w=\"10000\" "
            "w:h=\"15000\"/><w:pgMar w:top=\"1000\" w:right=\"1200\" w:bottom=\"1000\" w:left=\"1300\"/></w:sectPr>"
            "</w:body>")},
      {"word/_rels/document.xml.rels",
       relations(relation("rId1", "styles", "styles.xml") + relation("rId2", "settings", "settings.xml") +
                 relation("rId3", "numbering", "numbering.xml") + relation("rId9", "header", "header3.xml") +
                 relation("rId4", "vbaProject", "vbaProject.bin"))},
      {"word/vbaProject.bin", "macro"},
      {"word/styles.xml",
       root("styles",
            style("paragraph", "a", "Normal", " w:default=\"1\"") + style("paragraph", "1", "heading 1") +
                style("paragraph", "a3", "Title") + style("paragraph", "Caption", "some other name") +
                style("table", "a9", "Table Grid"))},
      {"word/settings.xml",
       root("settings",
            R"(<w:attachedTemplate r:id="rId1"/><w:documentProtection w:edit="readOnly"/><w:evenAndOddHeaders/>)")},
      {"word/numbering.xml",
       root("numbering",
            R"(<w:abstractNum w:abstractNumId="4"/><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>)")},
      {"word/header3.xml",
       root(
           "hdr",
           "<w:p><w:r><w:t>武义县财政局</w:t></w:r><w:hyperlink r:id=\"rId2\"><w:r><w:t>链接</w:t></w:r></w:hyperlink>"
           "<w:r><a:blip r:embed=\"rId1\" r:link=\"rId3\"/></w:r><w:r><w:object><o:OLEObject r:id=\"rId4\"/></w:object>"
           "</w:r></w:p>")},
      {"word/_rels/header3.xml.rels",
       relations(relation("rId1", "image", "media/image1.PNG") +
                 relation("rId2", "hyperlink", "http://example.com", true) +
                 relation("rId3", "image", "file:///c:/logo.png", true) +
                 relation("rId4", "oleObject", "embeddings/oleObject1.bin"))},
      {"word/media/image1.PNG", "logo"},
      {"word/embeddings/oleObject1.bin", "object"}};
}

std::variant<std::string, Text> dressed(const Files& files) {
  return docx(sample_paper(Language::zh), sample_images(Language::zh), archive_of(files));
}

std::string reason(const std::optional<std::string>& bytes) {
  const std::variant<std::string, Text> answer = docx(sample_paper(Language::en), {}, bytes);
  return std::holds_alternative<Text>(answer) ? std::get<Text>(answer).en : "";
}

std::string style_of(const Xml& document, const std::string& text) {
  return document->select_node(("//w:p[contains(., '" + text + "')]/w:pPr/w:pStyle").c_str())
      .node()
      .attribute("w:val")
      .value();
}

}  // namespace

TEST_CASE("An institution's styles are taken by their names, and those it lacks are added", "[paper][template]") {
  const Files files = files_of(given(dressed(institution())));
  const Xml document = read_xml(files.at("word/document.xml"));
  CHECK(style_of(document, "产业园收益分享测算报告") == "a3");
  CHECK(style_of(document, "一、主要结论") == "1");
  CHECK(style_of(document, "（一）收入从哪里来") == "Heading2");
  CHECK(style_of(document, "本报告比较三种分成办法") == "a");
  CHECK(style_of(document, "每年不少于") == "a");        // a list is set as the text
  CHECK(style_of(document, "图1") == "ShanhaiCaption");  // the id is taken by another name
  CHECK(document->select_node("//w:tblStyle").node().attribute("w:val").value() == std::string("a9"));
  const Xml styles = read_xml(files.at("word/styles.xml"));
  for (const pugi::xpath_node one : document->select_nodes("//w:pStyle | //w:tblStyle")) {
    const std::string id = one.node().attribute("w:val").value();
    INFO(id);
    CHECK(styles->select_nodes(("//w:style[@w:styleId='" + id + "']").c_str()).size() == 1);
  }
  CHECK(styles->select_node("//w:style[@w:styleId='Heading2']/w:basedOn").node().attribute("w:val").value() ==
        std::string("a"));
}

TEST_CASE("An institution's page, header and lists are taken, its text is not", "[paper][template]") {
  const Files files = files_of(given(dressed(institution())));
  const std::string& text = files.at("word/document.xml");
  CHECK(text.find("范本正文") == std::string::npos);
  const Xml document = read_xml(text);
  const pugi::xml_node section = document->select_node("/w:document/w:body/w:sectPr").node();
  CHECK(child(section, "pgSz").attribute("w:w").as_int() == 10000);
  CHECK(child(section, "footerReference").empty());           // it led nowhere
  CHECK(text.find("w14:") + 1 + text.find("w15:") + 1 == 0);  // namespaces that nothing declares
  const std::vector<Relation> relations = relations_of(files, "word/document.xml");
  const Relation* header = find_relation(relations, "header");
  REQUIRE(header != nullptr);
  CHECK(child(section, "headerReference").attribute("r:id").value() == header->id);
  CHECK(files.at(header->target).find("武义县财政局") != std::string::npos);
  CHECK(document->select_node("//wp:extent").node().attribute("cx").as_int() == (10000 - 1200 - 1300) * 635);
  const Xml lists = read_xml(files.at("word/numbering.xml"));
  std::string order;
  for (const pugi::xml_node one : lists->document_element().children()) {
    order += std::string(local_name(one)).substr(0, 1) + one.first_attribute().value() + ' ';
  }
  CHECK(order == "a4 a5 a6 n7 n8 n9 ");
  CHECK(given(read_docx(given(dressed(institution())))).figures.size() == 20);
}

TEST_CASE("Macros, objects, protection and what is out of the file are left behind", "[paper][template]") {
  const Files files = files_of(given(dressed(institution())));
  std::string all;
  for (const auto& [name, bytes] : files) {
    all += name + bytes;
  }
  for (const char* word : {"vba",
                           "macro",
                           "http://example.com",
                           "logo.png",
                           "OLEObject",
                           "oleObject",
                           "attachedTemplate",
                           "documentProtection",
                           "External"}) {
    INFO(word);
    CHECK(all.find(word) == std::string::npos);
  }
  CHECK(files.at("word/settings.xml").find("evenAndOddHeaders") != std::string::npos);
  const std::vector<Relation> relations = relations_of(files, "word/header1.xml");
  REQUIRE(relations.size() == 1);
  CHECK(files.at(relations.front().target) == "logo");
  const Xml header = read_xml(files.at("word/header1.xml"));
  CHECK(header->select_nodes("//@r:embed").size() == 1);
  CHECK(header->select_nodes("//@r:id | //@r:link").empty());
}

TEST_CASE("Chapters are not numbered twice", "[paper][template]") {
  Files files = institution();
  files["word/styles.xml"] = replaced(files["word/styles.xml"],
                                      "heading 1\"/>",
                                      R"(heading 1"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>)");
  const Xml document = read_xml(files_of(given(dressed(files))).at("word/document.xml"));
  CHECK(document->select_nodes("//w:p[w:pPr/w:pStyle/@w:val='1'][w:pPr/w:numPr/w:numId/@w:val=0]").size() == 2);
}

TEST_CASE("A bare template takes the rest from us", "[paper][template]") {
  Files files{{"_rels/.rels", relations(relation("rId1", "officeDocument", "word/document.xml"))},
              {"word/document.xml", root("document", "<w:body/>")}};
  const Files made = files_of(given(dressed(files)));
  const Files own = files_of(sample_docx());
  CHECK(made.at("word/document.xml") == own.at("word/document.xml"));
  CHECK(made.contains("word/footer1.xml"));
}

TEST_CASE("Our own file can be a template", "[paper][template]") {
  const std::string own = sample_docx();
  const Files files = files_of(given(docx(sample_paper(Language::zh), sample_images(Language::zh), own)));
  CHECK(shanhai::paper::given(read_docx(archive_of(files))).figures.size() == 20);
  CHECK(style_of(read_xml(files.at("word/document.xml")), "本报告比较三种分成办法") == "BodyText");
}

TEST_CASE("A file that is no template says why", "[paper][template]") {
  CHECK(reason("").find("no Word file") != std::string::npos);
  CHECK(reason(archive_of({{"a", "b"}})).find("no Word file") != std::string::npos);
  Files files = institution();
  files["word/document.xml"] = replaced(files["word/document.xml"],
                                        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                                        "http://purl.oclc.org/ooxml/wordprocessingml/main");
  CHECK(reason(archive_of(files)).find("Strict") != std::string::npos);
  CHECK(reason(archive_of(institution())).empty());
}

}  // namespace shanhai::paper
