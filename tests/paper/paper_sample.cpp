// paper_sample zh|en FILE.html [FILE.pdf], paper_sample zh|en FILE.docx [TEMPLATE.docx]: the sample of the tests as
// files.
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <span>

#include "paper/docx.hpp"
#include "paper/html.hpp"
#include "paper/pdf.hpp"
#include "paper/sample.hpp"

namespace {

std::string text_of(const char* file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

int write_docx(const shanhai::paper::Paper& sample, const std::string& file, const std::optional<std::string>& given) {
  using namespace shanhai;
  const std::vector<paper::Image> images = paper::sample_images(sample.language);
  const std::variant<std::string, Text> bytes = paper::docx(sample, images, given);
  if (const Text* reason = std::get_if<Text>(&bytes)) {
    std::cerr << reason->in(sample.language) << '\n';
    return 2;
  }
  std::ofstream(file, std::ios::binary) << std::get<std::string>(bytes);
  return 0;
}

}  // namespace

int main(int count, char** words) {
  using namespace shanhai;
  const std::span arguments(words, static_cast<std::size_t>(count));
  if (arguments.size() < 3) {
    std::cerr << "paper_sample zh|en FILE.html|FILE.docx [FILE.pdf|TEMPLATE.docx]\n";
    return 2;
  }
  const paper::Paper sample = paper::sample_paper(std::string(arguments[1]) == "zh" ? Language::zh : Language::en);
  if (std::string_view(arguments[2]).ends_with(".docx")) {
    const bool has_template = arguments.size() > 3;
    return write_docx(sample, arguments[2], has_template ? std::optional(text_of(arguments[3])) : std::nullopt);
  }
  std::ofstream(arguments[2], std::ios::binary) << paper::html(sample, paper::sample_images(sample.language));
  if (arguments.size() > 3) {
    if (const std::optional<Text> reason = paper::print_to_pdf(arguments[2], arguments[3])) {
      std::cerr << reason->in(sample.language) << '\n';
      return 3;
    }
  }
  return 0;
}
