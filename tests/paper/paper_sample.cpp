// Writes the sample of the tests as files, and reads such files.
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <vector>

#include "paper/html.hpp"
#include "paper/pdf.hpp"
#include "paper/read_html.hpp"
#include "paper/sample.hpp"

namespace shanhai::paper {

namespace {

Paper paper_named(const std::string& name) {
  if (name != "hostile") {
    return sample_paper(name == "zh" ? Language::zh : Language::en);
  }
  std::string all;
  for (const std::string& text : hostile_texts()) {
    all += text + ' ';
  }
  return paper_of(all);
}

int write(const Paper& paper, const std::string& html_file, const std::string& pdf_file) {
  std::ofstream(html_file, std::ios::binary) << html(paper, sample_images(paper.language));
  const std::optional<Text> reason = print_to_pdf(html_file, pdf_file);
  if (reason) {
    std::cerr << reason->in(paper.language) << '\n';
  }
  return reason ? 3 : 0;
}

int read(const std::string& html_file) {
  std::ifstream file(html_file, std::ios::binary);
  const std::variant<Found, Text> read = read_html(std::string(std::istreambuf_iterator<char>(file), {}));
  if (const auto* reason = std::get_if<Text>(&read)) {
    std::cerr << reason->en << '\n';
    return 2;
  }
  const auto& found = std::get<Found>(read);
  std::cout << found.proof.program << '\n' << found.proof.hash << '\n' << found.proof.options << found.proof.scenario;
  for (const FoundFigure& figure : found.figures) {
    std::cout << figure.what << ": " << figure.shown << '\n';
  }
  return 0;
}

}  // namespace

}  // namespace shanhai::paper

int main(int count, char** words) {
  using namespace shanhai;
  const std::vector<std::string> arguments(words + 1, words + count);
  if (arguments.size() == 2 && arguments[0] == "--read") {
    return paper::read(arguments[1]);
  }
  if (arguments.size() == 3) {
    return paper::write(paper::paper_named(arguments[0]), arguments[1], arguments[2]);
  }
  std::cerr << "paper_sample zh|en|hostile FILE.html FILE.pdf, or paper_sample --read FILE.html\n";
  return 2;
}
