#include "briefing/chapters.hpp"
#include "briefing/sections.hpp"

namespace shanhai::briefing {

void results(Writer& writer) {
  writer.chapter("chapter_results");
  revenue_results(writer);
  npv_results(writer);
  flow_results(writer);
  if (writer.of().zone) {
    zone_results(writer, *writer.of().zone);
  }
}

}  // namespace shanhai::briefing
