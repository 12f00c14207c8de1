#include "app/memo_files.hpp"

#include <algorithm>

#include "app/read_file.hpp"
#include "briefing/briefing.hpp"
#include "chart/painter.hpp"
#include "chart/picture.hpp"
#include "core/say.hpp"
#include "core/system_reason.hpp"
#include "paper/docx.hpp"
#include "paper/html.hpp"
#include "paper/pdf.hpp"
#include "paper/workplace.hpp"
#include "workbook/briefing_workbook.hpp"

namespace shanhai::app {

namespace {

/// The pictures of a paper, in their order.
std::vector<paper::Image> images_of(const paper::Paper& paper, chart::Painter& painter, bool with_pixels) {
  std::vector<paper::Image> images;
  for (const paper::Block& block : paper.blocks) {
    if (const auto* picture = std::get_if<paper::Picture>(&block)) {
      paper::Image& image = images.emplace_back();
      image.svg = painter.svg(picture->chart);
      const chart::Size size = chart::size_of(image.svg);
      image.width = size.width;
      image.height = size.height;
      image.png = with_pixels ? chart::png(image.svg) : std::string();
    }
  }
  return images;
}

OrFault<std::string> pdf_of(const std::string& html) {
  const paper::Workplace workplace;
  if (workplace.path().empty()) {
    return Fault{exit_code::machine, {"无法建立临时文件夹", "no temporary folder can be made"}};
  }
  const std::string page = workplace.path() + "/memo.html";
  const std::string print = workplace.path() + "/memo.pdf";
  if (std::optional<Fault> fault = write_file(page, html)) {
    return *std::move(fault);
  }
  if (std::optional<Text> trouble = paper::print_to_pdf(page, print)) {
    return Fault{exit_code::machine, *std::move(trouble)};
  }
  return read_file(print);
}

}  // namespace

std::optional<MemoFormats> formats_named(std::string_view list) {
  MemoFormats formats;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t comma = std::min(list.find(',', begin), list.size());
    const std::string_view name = list.substr(begin, comma - begin);
    bool* const format = name == "html"   ? &formats.html
                         : name == "pdf"  ? &formats.pdf
                         : name == "docx" ? &formats.docx
                         : name == "xlsx" ? &formats.xlsx
                                          : nullptr;
    if (format == nullptr) {
      return std::nullopt;
    }
    *format = true;
    begin = comma + 1;
  }
  return formats;
}

OrFault<std::vector<OutputFile>> memo_files(const MemoTask& task,
                                            const briefing::Material& material,
                                            const std::vector<Language>& languages,
                                            const MemoFormats& formats) {
  chart::Painter painter;
  std::vector<OutputFile> files;
  for (const Language language : languages) {
    const paper::Paper paper = briefing::brief(material, language, proof_of(task));
    const std::vector<paper::Image> images = images_of(paper, painter, formats.docx);
    const auto add = [&](const char* ending, std::string content) {
      files.push_back({fmt::format("memo.{}.{}", language == Language::zh ? "zh" : "en", ending), std::move(content)});
    };
    const std::string html = formats.html || formats.pdf ? paper::html(paper, images) : std::string();
    if (formats.html) {
      add("html", html);
    }
    if (formats.pdf) {
      OrFault<std::string> pdf = pdf_of(html);
      if (auto* fault = std::get_if<Fault>(&pdf)) {
        return std::move(*fault);
      }
      add("pdf", std::get<std::string>(std::move(pdf)));
    }
    if (formats.docx) {
      add("docx", std::get<std::string>(paper::docx(paper, images, formats.template_bytes)));
    }
    if (formats.xlsx) {
      auto book = workbook::briefing_workbook(task.written.scenario, material.outcome, language);
      if (const int* error = std::get_if<int>(&book)) {
        return Fault{exit_code::machine,
                     say({"无法写 Excel 文件：{}", "no Excel file can be made: {}"}, system_reason(*error))};
      }
      add("xlsx", std::get<std::string>(std::move(book)));
    }
  }
  return files;
}

}  // namespace shanhai::app
