#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "app/shanhai.hpp"

namespace shanhai::app {

struct Said {
  int code = 0;
  std::string out;
  std::string err;
};

/// What the program says to a command line, in English where it names no language.
inline Said shanhai_says(const std::vector<std::string>& words) {
  std::ostringstream out;
  std::ostringstream err;
  const int code = shanhai_main(words, out, err, {Language::en, false});
  return {code, out.str(), err.str()};
}

}  // namespace shanhai::app
