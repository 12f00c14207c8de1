// paper_sample zh|en FILE.html [FILE.pdf]: the sample of the tests as files.
#include <fstream>
#include <iostream>
#include <optional>
#include <span>

#include "paper/html.hpp"
#include "paper/pdf.hpp"
#include "paper/sample.hpp"

int main(int count, char** words) {
  using namespace shanhai;
  const std::span arguments(words, static_cast<std::size_t>(count));
  if (arguments.size() < 3) {
    std::cerr << "paper_sample zh|en FILE.html [FILE.pdf]\n";
    return 2;
  }
  const paper::Paper sample = paper::sample_paper(std::string(arguments[1]) == "zh" ? Language::zh : Language::en);
  std::ofstream(arguments[2], std::ios::binary) << paper::html(sample, paper::sample_images(sample.language));
  if (arguments.size() > 3) {
    if (const std::optional<Text> reason = paper::print_to_pdf(arguments[2], arguments[3])) {
      std::cerr << reason->in(sample.language) << '\n';
      return 3;
    }
  }
  return 0;
}
