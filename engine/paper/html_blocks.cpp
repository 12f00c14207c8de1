#include "paper/html_blocks.hpp"

#include <fmt/format.h>

#include "paper/base64.hpp"
#include "paper/html_table.hpp"
#include "paper/html_text.hpp"

namespace shanhai::paper {

namespace {

/// The element alone, without what stands before and after it in a file of its own.
std::string_view svg_element(std::string_view file) {
  constexpr std::string_view end = "</svg>";
  const std::size_t first = file.find("<svg");
  const std::size_t last = file.rfind(end);
  const bool whole = first != std::string_view::npos && last != std::string_view::npos && first < last;
  return whole ? file.substr(first, last + end.size() - first) : std::string_view();
}

std::string image_html(const Image& image, const std::string& description) {
  if (const std::string_view svg = svg_element(image.svg); !svg.empty()) {
    return fmt::format(R"(<div class="picture" role="img" aria-label="{}">{}</div>)", escaped(description), svg);
  }
  if (!image.png.empty()) {
    return fmt::format(
        R"(<div class="picture"><img src="data:image/png;base64,{}" width="{:.0f}" height="{:.0f}" alt="{}"/></div>)",
        base64(image.png),
        image.width,
        image.height,
        escaped(description));
  }
  return fmt::format("<p>{}</p>", escaped(description));
}

/// Writes block after block.
class Writer {
 public:
  Writer(Language language, std::span<const Image> images) : language_(language), images_(images) {}

  void operator()(const Heading& heading) {
    text_ += fmt::format("<h{0}>{1}</h{0}>\n", heading.level + 1, heading_html(heading.text));
  }

  void operator()(const Paragraph& paragraph) {
    text_ += fmt::format("<p>{}</p>\n", line_html(paragraph.line, language_));
  }

  void operator()(const Bullets& bullets) {
    const std::string_view list = bullets.numbered ? "ol" : "ul";
    text_ += fmt::format("<{}>\n", list);
    for (const Line& line : bullets.lines) {
      text_ += fmt::format("<li>{}</li>\n", line_html(line, language_));
    }
    text_ += fmt::format("</{}>\n", list);
  }

  void operator()(const Table& table) { text_ += table_html(table, language_, fmt::format("table-{}", ++tables_)); }

  void operator()(const Picture& picture) {
    const Image image = pictures_ < images_.size() ? images_[pictures_] : Image{};
    ++pictures_;
    text_ += fmt::format("<figure>\n{}\n<figcaption>{}</figcaption>\n{}</figure>\n",
                         image_html(image, picture.description),
                         escaped(picture.caption),
                         note_html(picture.note));
  }

  [[nodiscard]] std::string& text() noexcept { return text_; }

 private:
  Language language_;
  std::span<const Image> images_;
  std::string text_;
  std::size_t tables_ = 0;
  std::size_t pictures_ = 0;
};

}  // namespace

std::string blocks_html(const Paper& paper, std::span<const Image> images) {
  Writer writer(paper.language, images);
  for (const Block& block : paper.blocks) {
    std::visit(writer, block);
  }
  return std::move(writer.text());
}

}  // namespace shanhai::paper
