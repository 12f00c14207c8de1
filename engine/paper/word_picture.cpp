#include "paper/word_picture.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "paper/word_text.hpp"
#include "paper/xml_text.hpp"

namespace shanhai::paper {
namespace {

constexpr double emu_of_twip = 635;

struct Extent {
  long width;
  long height;
};

// A picture leaves a quarter of the page to its caption and its note.
Extent extent(const Image& image, Page page) {
  const double ratio = image.width > 0 && image.height > 0 ? image.height / image.width : 1;
  const double width = std::min<double>(page.text_width, 0.75 * page.text_height / ratio);
  return {std::lround(width * emu_of_twip), std::max(1L, std::lround(width * ratio * emu_of_twip))};
}

// As Word writes pictures that have an SVG: it shows that, and older programs show the PNG.
std::string drawing(std::string_view description, std::size_t number, Extent size) {
  return fmt::format(
      R"(<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{0}" cy="{1}"/>)"
      R"(<wp:docPr id="{2}" name="Picture {2}" descr="{3}"/><wp:cNvGraphicFramePr>)"
      R"(<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>)"
      R"(<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>)"
      R"(<pic:cNvPr id="{2}" name="Picture {2}" descr="{3}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>)"
      R"(<a:blip r:embed="png{2}"><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">)"
      R"(<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="svg{2}"/>)"
      R"(</a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>)"
      R"(<a:off x="0" y="0"/><a:ext cx="{0}" cy="{1}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>)"
      R"(</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>)",
      size.width,
      size.height,
      number,
      xml_line(description));
}

std::string image_name(std::size_t number, std::string_view kind) {
  return fmt::format("word/media/picture{}.{}", number, kind);
}

}  // namespace

std::vector<Part> image_parts(const Image& image, std::size_t number) {
  return {{image_name(number, "png"), "image/png", image.png, {}},
          {image_name(number, "svg"), "image/svg+xml", image.svg, {}}};
}

std::vector<Relation> image_relations(std::size_t number) {
  return {{fmt::format("png{}", number), "image", image_name(number, "png")},
          {fmt::format("svg{}", number), "image", image_name(number, "svg")}};
}

std::string picture_xml(
    const Picture& picture, const Image& image, std::size_t number, const Design& design, Language language) {
  const Ink ink{language};
  const bool has_note = !picture.note.empty();
  const std::string shown = drawing(picture.description, number, extent(image, design.page));
  const std::string caption = run_xml(picture.caption, ink);
  std::string xml = paragraph_xml(design.of(Role::picture), keep_next, shown);
  xml += paragraph_xml(design.of(Role::caption), has_note ? keep_next : "", caption);
  return has_note ? xml + paragraph_xml(design.of(Role::note), "", run_xml(picture.note, ink)) : xml;
}

}  // namespace shanhai::paper
