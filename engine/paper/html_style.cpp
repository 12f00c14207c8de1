#include "paper/html_style.hpp"

#include <string_view>

namespace shanhai::paper {

namespace {

// Local names only: nothing is fetched. Digits and Latin letters come from a Latin face, but quotation marks and
// dashes, which both scripts have, from the Chinese one. The title's face is heavy by itself and must not be thickened
// again.
constexpr std::string_view chinese = R"css(
@font-face { font-family: "Latin"; font-weight: 400; unicode-range: U+20-7E, U+A0-B6, U+B8-24F, U+2212;
  src: local("Times New Roman"), local("TimesNewRomanPSMT"), local("Liberation Serif"), local("LiberationSerif"); }
@font-face { font-family: "Latin"; font-weight: 700; unicode-range: U+20-7E, U+A0-B6, U+B8-24F, U+2212;
  src: local("Times New Roman Bold"), local("TimesNewRomanPS-BoldMT"), local("Liberation Serif Bold"), local("LiberationSerif-Bold"); }
@font-face { font-family: "Title"; font-weight: 400 900;
  src: local("方正小标宋简体"), local("FZXiaoBiaoSong-B05S"), local("FZXBSJW--GB1-0"), local("FZXiaoBiaoSong-B05"),
    local("华文中宋"), local("STZhongsong"), local("Songti SC Bold"), local("STSongti-SC-Bold"),
    local("Source Han Serif SC Bold"), local("SourceHanSerifSC-Bold"), local("Noto Serif CJK SC Bold"), local("NotoSerifCJKsc-Bold"); }
:root {
  --text: "Latin", "仿宋_GB2312", "FangSong_GB2312", "FangSong", "仿宋", "STFangsong", "Noto Serif CJK SC", "Source Han Serif SC",
    "Songti SC", "SimSun", "宋体", serif;
  --title: "Title", "SimSun", "Noto Serif CJK SC", serif;
  --heading: "SimHei", "黑体", "STHeiti", "Heiti SC", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei",
    sans-serif;
  --section: "KaiTi_GB2312", "KaiTi", "楷体", "STKaiti", "Kaiti SC", "Noto Serif CJK SC", "Source Han Serif SC", serif;
  --lines: 1.9;
  --table: "Latin", "SimSun", "宋体", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", serif;
}
body { line-break: strict; text-autospace: normal; text-spacing-trim: trim-start; }
main > p { margin: 0 0 .35em; text-indent: 2em; }
main > p, li { text-align: justify; }
h1 { letter-spacing: .02em; font-weight: 400; }
h2, h3, figcaption, thead th, .group th, strong { font-weight: 600; }
ul, ol { padding-inline-start: 3.2em; }
li { margin-bottom: .25em; }
header { text-align: center; margin-bottom: 2.6em; }
.subtitle { font-family: var(--section); }
)css";

// Where no Western face is there, the Latin letters of a Korean one serve: its quotation marks are as narrow as in the
// West, which those of a Chinese one are not.
constexpr std::string_view english = R"css(
@font-face { font-family: "Western"; font-weight: 400; unicode-range: U+20-2FF, U+2010-205E, U+20AC, U+2212;
  src: local("Noto Serif CJK KR"), local("NotoSerifCJKkr-Regular"), local("Source Han Serif K"); }
@font-face { font-family: "Western"; font-weight: 700; unicode-range: U+20-2FF, U+2010-205E, U+20AC, U+2212;
  src: local("Noto Serif CJK KR Bold"), local("NotoSerifCJKkr-Bold"), local("Source Han Serif K Bold"); }
:root {
  --text: "Source Serif 4", "Source Serif Pro", "Charter", "Bitstream Charter", "Iowan Old Style", "Palatino Linotype", "Palatino",
    "Georgia", "Western", "Times New Roman", "Liberation Serif", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun",
    serif;
  --title: var(--text);
  --heading: var(--text);
  --section: var(--text);
  --table: var(--text);
  --lines: 1.6;
}
main > p, li { margin: 0 0 .8em; text-align: start; }
h1 { font-weight: 700; letter-spacing: -.005em; }
h2, h3, figcaption, thead th, .group th, strong { font-weight: 700; }
h3 { font-style: italic; }
ul, ol { padding-inline-start: 1.6em; }
li { margin-bottom: .3em; }
header { margin-bottom: 2.4em; padding-bottom: 1.4em; border-bottom: 1px solid #1c1c1c; }
.subtitle { font-style: italic; }
)css";

constexpr std::string_view both = R"css(
* { box-sizing: border-box; }
html { background: #ececea; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; color: #1c1c1c; font: 17px/var(--lines) var(--text); overflow-wrap: break-word; }
main { max-width: 46em; margin: 2.5em auto; padding: 4.5em 4.6em 5em; background: #fff; box-shadow: 0 1px 5px #0003; }
main > p, li, tbody th { text-wrap: pretty; }
.whole { white-space: nowrap; }
h1 { margin: 0 0 .5em; font-family: var(--title); font-size: 1.9em; line-height: 1.35; text-wrap: balance; }
h2 { margin: 2em 0 .7em; font-family: var(--heading); font-size: 1.3em; line-height: 1.45; text-wrap: balance; }
h3 { margin: 1.5em 0 .5em; font-family: var(--section); font-size: 1.1em; line-height: 1.5; }
header p { margin: 0; }
.subtitle { font-size: 1.15em; margin-bottom: .5em; text-wrap: balance; }
.byline { color: #555; font-size: .9em; line-height: 1.7; }
ul, ol { margin: .3em 0 .9em; }
data[title]:hover { background: #e8eef7; cursor: help; }
figure { margin: 1.9em 0 2em; }
figcaption { font-family: var(--heading); font-size: .88em; line-height: 1.5; text-align: center; text-wrap: balance; }
.table figcaption { margin-bottom: .6em; }
.picture { overflow-x: auto; margin-bottom: .6em; text-align: center; }
.picture svg, .picture img { display: inline-block; max-width: 100%; height: auto; vertical-align: top; }
.note { margin: .5em 0 0; color: #555; font-size: .78em; line-height: 1.6; text-align: start; }
.scroll { overflow-x: auto; }
table { min-width: 100%; border-collapse: collapse; border-block: 1.6px solid #1c1c1c; font: .88em/1.5 var(--table);
  font-variant-numeric: tabular-nums lining-nums; }
th, td { padding: .36em .6em; text-align: start; vertical-align: top; font-weight: 400; }
thead th { vertical-align: bottom; border-bottom: .8px solid #1c1c1c; line-height: 1.35; text-wrap: balance; }
.number { text-align: end; white-space: nowrap; }
thead .number { min-width: 3.9em; white-space: normal; }
tbody th { min-width: 5em; }
.group th { padding-top: .8em; }
.close table { font-size: .8em; }
.dense table { font-size: .72em; }
.dense th, .dense td { padding-inline: .4em; }
tr > :first-child { padding-inline-start: .1em; }
tr > :last-child { padding-inline-end: .1em; }
)css";

constexpr std::string_view phone = R"css(
@media screen and (max-width: 50em) {
  html { background: #fff; }
  body { font-size: 16px; }
  main { margin: 0; padding: 1.6em 1.15em 3em; box-shadow: none; }
  h1 { font-size: 1.5em; }
  :root main > p, :root li { text-align: start; }
  ul, ol { padding-inline-start: 1.6em; }
  .picture { text-align: start; }
  .scroll, .picture { background: linear-gradient(to left, #fff 40%, #fff0) right / 3em 100% no-repeat local,
    linear-gradient(to left, #0002, #0000) right / .7em 100% no-repeat scroll; }
  .picture svg, .picture img { min-width: 34em; }
  .close table, .dense table { font-size: .84em; }
  tbody tr:not(.group) th, thead th:first-child { position: sticky; inset-inline-start: 0; background: #fff; max-width: 9em; }
  tbody th { min-width: 7.5em; }
  .group span { position: sticky; inset-inline-start: .1em; }
}
)css";

// Page numbers stand in the margin, as on official papers, and not on the first page.
constexpr std::string_view print = R"css(
@page { size: A4; margin: 30mm 26mm 28mm 28mm; @bottom-center { content: "— " counter(page) " —"; font: 10.5pt "Times New Roman",
  "Liberation Serif", "Noto Serif CJK SC", serif; vertical-align: top; padding-top: 6mm; } }
@page :first { @bottom-center { content: none; } }
@media print {
  html { background: none; }
  body { font-size: 11.5pt; color: #000; orphans: 2; widows: 2; }
  main { max-width: none; margin: 0; padding: 0; box-shadow: none; }
  h1, h2, h3, .table figcaption, .group { break-after: avoid; break-inside: avoid; }
  figure, .picture, tr, li { break-inside: avoid; }
  .long { break-inside: auto; }
  .long .note { break-before: avoid; }
  .scroll, .picture { overflow: visible; }
  thead { display: table-header-group; }
  a { color: inherit; text-decoration: none; }
  .long th, .long td { padding-block: .16em; }
  .dense table { font-size: 7.8pt; }
  .dense tbody th { min-width: 4.4em; }
}
)css";

}  // namespace

std::string html_style(Language language) {
  std::string style(language == Language::zh ? chinese.substr(1) : english.substr(1));
  for (const std::string_view part : {both, phone, print}) {
    style += part.substr(1);
  }
  return style;
}

}  // namespace shanhai::paper
