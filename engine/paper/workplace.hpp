#pragma once

#include <string>

namespace shanhai::paper {

/// A folder of ours alone, gone with all it holds at the end.
class Workplace {
 public:
  Workplace();
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;
  Workplace(Workplace&&) = delete;
  Workplace& operator=(Workplace&&) = delete;
  ~Workplace();

  /// Empty where none could be made.
  [[nodiscard]] const std::string& path() const noexcept { return path_; }

 private:
  std::string path_;
};

}  // namespace shanhai::paper
