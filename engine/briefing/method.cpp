#include "briefing/chapters.hpp"

namespace shanhai::briefing {

void method(Writer& writer) {
  writer.chapter("chapter_method");
  writer.paragraph(writer.scenario().has_park() ? "method_park" : "method_table");
  writer.paragraph("method_schemes");
  writer.paragraph("method_error");
}

}  // namespace shanhai::briefing
