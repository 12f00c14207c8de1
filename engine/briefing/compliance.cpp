#include "briefing/chapters.hpp"

namespace shanhai::briefing {

void compliance(Writer& writer) {
  writer.chapter("chapter_compliance");
  std::vector<paper::Line> lines;
  const std::vector<scheme::Scheme>& schemes = writer.scenario().schemes;
  for (std::size_t place = 0; place < schemes.size(); ++place) {
    const auto note = [&](std::string_view key, bool applies) {
      if (applies) {
        lines.push_back(writer.line(key, {{"scheme", writer.scheme(place)}}));
      }
    };
    note("compliance_floor", scheme::has<scheme::Floor>(schemes[place]));
    note("compliance_rebate", scheme::has<scheme::Rebate>(schemes[place]));
    note("compliance_equity", scheme::has<scheme::Company>(schemes[place]));
  }
  writer.paragraph(lines.empty() ? "compliance_none" : "compliance_intro");
  writer.bullets(std::move(lines));
}

}  // namespace shanhai::briefing
