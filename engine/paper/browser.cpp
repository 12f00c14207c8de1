#include "paper/browser.hpp"

#include <array>
#include <filesystem>

#include <fmt/format.h>
#include <unistd.h>

namespace shanhai::paper {

namespace {

constexpr std::array<std::string_view, 7> browsers{"chromium",
                                                   "chromium-browser",
                                                   "google-chrome",
                                                   "google-chrome-stable",
                                                   "microsoft-edge",
                                                   "microsoft-edge-stable",
                                                   "msedge"};

bool is_plain(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
         std::string_view("/-._~").find(letter) != std::string_view::npos;
}

std::vector<std::string> split(std::string_view folders) {
  std::vector<std::string> result;
  while (!folders.empty()) {
    const std::size_t end = std::min(folders.find(':'), folders.size());
    result.emplace_back(folders.substr(0, end));
    folders.remove_prefix(std::min(end + 1, folders.size()));
  }
  return result;
}

bool is_program(const std::string& file) {
  std::error_code error;
  return std::filesystem::is_regular_file(file, error) && ::access(file.c_str(), X_OK) == 0;
}

}  // namespace

std::optional<std::string> find_browser(std::string_view folders) {
  const std::vector<std::string> places = split(folders);
  for (const std::string_view browser : browsers) {
    for (const std::string& folder : places) {
      const std::string file = fmt::format("{}/{}", folder, browser);
      if (folder.starts_with('/') && is_program(file)) {
        return file;
      }
    }
  }
  return std::nullopt;
}

std::string file_address(const std::string& file) {
  std::string address = "file://";
  for (const char letter : std::filesystem::absolute(file).string()) {
    address += is_plain(letter) ? std::string(1, letter) : fmt::format("%{:02X}", static_cast<unsigned char>(letter));
  }
  return address;
}

std::vector<std::string> print_command(const std::string& browser,
                                       const std::string& html_file,
                                       const std::string& pdf_file,
                                       const std::string& profile) {
  std::vector<std::string> command{browser,
                                   "--headless",
                                   "--disable-gpu",
                                   "--disable-dev-shm-usage",  // small in containers
                                   "--disable-quic",
                                   "--disable-background-networking",
                                   "--disable-component-update",
                                   "--disable-extensions",
                                   "--disable-sync",
                                   "--host-resolver-rules=MAP * ~NOTFOUND",
                                   "--no-first-run",
                                   "--no-default-browser-check",
                                   "--user-data-dir=" + profile,
                                   "--generate-pdf-document-outline",
                                   "--no-pdf-header-footer",
                                   "--print-to-pdf=" + std::filesystem::absolute(pdf_file).string()};
  if (::geteuid() == 0) {
    command.emplace_back("--no-sandbox");  // a browser's own sandbox refuses to work for root
  }
  command.push_back(file_address(html_file));
  return command;
}

}  // namespace shanhai::paper
