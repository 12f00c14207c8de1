#include "paper/workplace.hpp"

#include <cstdlib>
#include <filesystem>

namespace shanhai::paper {

Workplace::Workplace() {
  std::error_code error;
  std::string form = (std::filesystem::temp_directory_path(error) / "shanhai-XXXXXX").string();
  if (!error && ::mkdtemp(form.data()) != nullptr) {
    path_ = form;
  }
}

Workplace::~Workplace() {
  std::error_code ignored;
  if (!path_.empty()) {
    std::filesystem::remove_all(path_, ignored);
  }
}

}  // namespace shanhai::paper
