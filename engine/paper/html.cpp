#include "paper/html.hpp"

#include <fmt/format.h>

#include "paper/base64.hpp"
#include "paper/html_blocks.hpp"
#include "paper/html_names.hpp"
#include "paper/html_style.hpp"
#include "paper/html_text.hpp"

namespace shanhai::paper {

namespace {

constexpr std::string_view policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

std::string meta(std::string_view name, std::string_view content) {
  return fmt::format("<meta name=\"{}\" content=\"{}\"/>\n", name, escaped(content));
}

/// Long texts are in base 64, so that they come back whatever is in them.
std::string proof_html(const Proof& proof) {
  return meta(html_names::program, proof.program) + meta(html_names::hash, proof.hash) +
         meta(html_names::options, base64(proof.options)) + meta(html_names::scenario, base64(proof.scenario));
}

std::string title_html(const Paper& paper) {
  std::string lines = fmt::format("<h1>{}</h1>\n", heading_html(paper.title));
  if (!paper.subtitle.empty()) {
    lines += fmt::format("<p class=\"subtitle\">{}</p>\n", escaped(paper.subtitle));
  }
  for (const std::string& line : paper.byline) {
    lines += fmt::format("<p class=\"byline\">{}</p>\n", escaped(line));
  }
  return fmt::format("<header>\n{}</header>\n", lines);
}

}  // namespace

std::string html(const Paper& paper, std::span<const Image> images) {
  return fmt::format(R"(<!DOCTYPE html>
<html lang="{}">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="{}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="format-detection" content="telephone=no"/>
{}<title>{}</title>
<style>
{}</style>
</head>
<body>
<main>
{}{}</main>
</body>
</html>
)",
                     paper.language == Language::zh ? "zh-CN" : "en",
                     policy,
                     proof_html(paper.proof),
                     escaped(paper.title),
                     html_style(paper.language),
                     title_html(paper),
                     blocks_html(paper, images));
}

}  // namespace shanhai::paper
