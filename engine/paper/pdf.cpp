#include "paper/pdf.hpp"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <unistd.h>

#include "core/say.hpp"
#include "core/system_reason.hpp"
#include "core/width.hpp"
#include "paper/browser.hpp"
#include "paper/workplace.hpp"

namespace shanhai::paper {

namespace {

constexpr Words no_browser{
    "未找到可生成 PDF 的浏览器（Chromium、Chrome 或 Edge）。请安装一个，例如：apt-get install chromium "
    "fonts-noto-cjk；或在浏览器中打开 HTML 文件，选择“打印—另存为 PDF”",
    "no browser here can make a PDF (Chromium, Chrome or Edge). Install one, such as: apt-get install chromium "
    "fonts-noto-cjk; or open the HTML file in a browser and print it to PDF"};

bool is_pdf(const std::string& file) {
  std::string beginning(5, '\0');
  std::ifstream(file, std::ios::binary).read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
  return beginning == "%PDF-";
}

/// The last thing that the browser said, for who has to find out.
std::string last_line(const std::string& log_file) {
  constexpr std::size_t most = 200;
  std::ifstream log(log_file);
  std::string last;
  for (std::string line; std::getline(log, line);) {
    last = line.empty() ? last : line;
  }
  return printable(std::string_view(last).substr(0, most));
}

Text reason_of(const Ended& ended, const std::string& browser, const Patience& patience, const std::string& said) {
  switch (ended.how) {
    case Ended::How::not_begun:
      return say({"无法启动浏览器 {}：{}", "cannot start the browser {}: {}"}, browser, system_reason(ended.code));
    case Ended::How::too_late:
      return say({"浏览器 {} 在 {} 秒内未能生成 PDF，已中止", "the browser {} made no PDF in {} s and was stopped"},
                 browser,
                 std::chrono::duration<double>(patience.at_most).count());
    case Ended::How::given_up:
      return say({"已中断，未生成 PDF", "interrupted: no PDF was made"});
    default:
      return say({"浏览器 {} 未能生成 PDF（退出码 {}）：{}", "the browser {} made no PDF (exit code {}): {}"},
                 browser,
                 ended.code,
                 said);
  }
}

}  // namespace

std::optional<Text> print_to_pdf(const std::string& html_file, const std::string& pdf_file, const Patience& patience) {
  if (::access(html_file.c_str(), R_OK) != 0) {
    return say({"无法读取 {}：{}", "cannot read {}: {}"}, html_file, system_reason(errno));
  }
  const char* folders = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe): nobody sets it
  const std::optional<std::string> browser = find_browser(folders == nullptr ? "" : folders);
  if (!browser) {
    return no_browser.text();
  }
  const Workplace workplace;
  if (workplace.path().empty()) {
    return say({"无法建立临时文件夹", "cannot make a temporary folder"});
  }
  std::error_code ignored;
  std::filesystem::remove(pdf_file, ignored);  // so that what is there afterwards is new
  const std::string log_file = workplace.path() + "/log";
  const Ended ended =
      run_process(print_command(*browser, html_file, pdf_file, workplace.path() + "/profile"), log_file, patience);
  if (ended.how == Ended::How::by_itself && ended.code == 0 && is_pdf(pdf_file)) {
    return std::nullopt;
  }
  std::filesystem::remove(pdf_file, ignored);
  return reason_of(ended, *browser, patience, last_line(log_file));
}

}  // namespace shanhai::paper
