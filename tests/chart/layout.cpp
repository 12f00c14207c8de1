#include "layout.hpp"

#include <array>
#include <regex>

#include <fmt/format.h>

#include "chart/picture.hpp"

namespace shanhai::chart {
namespace {

constexpr double size = 12;

/// From ' ' to '~', in thousandths of the height: Adobe's metrics of Helvetica.
constexpr std::array<int, 95> helvetica{278,  278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
                                        556,  556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
                                        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
                                        667,  778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
                                        333,  556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
                                        556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};

double width_of(const std::string& text) {
  double sum = 0;
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte < 0x80) {
      sum += helvetica.at(byte - ' ') / 1000.0 * size;
    } else if (byte >= 0xE2) {
      sum += size;
    } else if (byte >= 0xC0) {
      sum += 0.6 * size;
    }
  }
  return sum;
}

std::string unescaped(std::string text) {
  const std::array<std::pair<const char*, const char*>, 5> marks{
      {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}}};
  for (const auto& [mark, letter] : marks) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
      text.replace(at, std::string(mark).size(), letter);
    }
  }
  return text;
}

double attribute(const std::string& element, const std::string& name) {
  const std::size_t at = element.find(" " + name + "=\"");
  return at == std::string::npos ? 0 : std::stod(element.substr(at + name.size() + 3));
}

bool overlap(const Placed& a, const Placed& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

}  // namespace

std::vector<Placed> placed_texts(const std::string& svg) {
  static const std::regex element("<text([^>]*)>([^<]*)</text>");
  std::vector<Placed> all;
  for (std::sregex_iterator at(svg.begin(), svg.end(), element), end; at != end; ++at) {
    const std::string head = (*at)[1];
    const std::string text = unescaped((*at)[2]);
    double x = attribute(head, "x");
    double y = attribute(head, "y");
    std::smatch moved;
    if (std::regex_search(head, moved, std::regex(R"(translate\((\S+) (\S+)\))"))) {
      x += std::stod(moved[1]);
      y += std::stod(moved[2]);
    }
    const double width = width_of(text);
    const bool ends = head.find("\"end\"") != std::string::npos;
    const bool middle = head.find("\"middle\"") != std::string::npos;
    const double left = x - (ends ? width : middle ? width / 2 : 0);
    all.push_back({text, left, left + width, y - 0.85 * size, y + 0.2 * size});
  }
  return all;
}

std::vector<std::string> layout_faults(const std::string& svg) {
  const std::vector<Placed> all = placed_texts(svg);
  const Size canvas = size_of(svg);
  std::vector<std::string> faults;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Placed& a = all[i];
    if (a.left < -0.5 || a.right > canvas.width + 0.5 || a.top < 0 || a.bottom > canvas.height) {
      faults.push_back(fmt::format(
          "'{}' leaves the picture: {:.0f}..{:.0f}, {:.0f}..{:.0f}", a.text, a.left, a.right, a.top, a.bottom));
    }
    for (std::size_t j = 0; j < i; ++j) {
      if (overlap(a, all[j])) {
        faults.push_back(fmt::format("'{}' overlaps '{}'", a.text, all[j].text));
      }
    }
  }
  return faults;
}

}  // namespace shanhai::chart
