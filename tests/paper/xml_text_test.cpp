#include "paper/xml_text.hpp"

#include <catch2/catch.hpp>

#include "paper/xml.hpp"

namespace shanhai::paper {
namespace {

const std::string turns_direction{'\xE2', '\x80', '\xAE'};

}  // namespace

TEST_CASE("A text reads back from XML as it was, its line ends and quotes too", "[paper][xml]") {
  const std::string text = "a: 'b'\r\n\tc: \"<&>\" ]]> &amp; 县 \xF0\xA0\xAE\xB7\n";
  const std::string escaped = xml_text(text);
  const Xml xml = read_xml("<a b=\"" + escaped + "\">" + escaped + "</a>");
  CHECK(xml->document_element().child_value() == text);
  CHECK(xml->document_element().attribute("b").value() == text);
}

TEST_CASE("What XML 1.0 cannot hold is left out of a text", "[paper][xml]") {
  CHECK(xml_text(std::string_view("a\0b\x01\x08\x0B\x1F\x7F", 8)) == "ab");
  CHECK(xml_text("a\xC2\x85\xEF\xB7\x90\xEF\xBF\xBE\xEF\xBF\xBF\xF0\x9F\xBF\xBE"
                 "b") == "ab");  // noncharacters
  CHECK(xml_text("a\xFF\xC0\xAF\xED\xA0\x80"
                 "b") == "ab");  // not UTF-8
  CHECK(xml_text(turns_direction) == turns_direction);
}

TEST_CASE("A line has no line ends, and nothing that misleads", "[paper][xml]") {
  CHECK(xml_line("a\tb\nc" + turns_direction + "d\xEF\xBB\xBF<") == "a b cd&lt;");
}

}  // namespace shanhai::paper
