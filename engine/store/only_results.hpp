#pragma once

#include <sqlite3.h>

namespace shanhai::store {

/// While it lives, statements on a connection can read the view `results` and nothing else, whatever their text.
class OnlyResults {
 public:
  explicit OnlyResults(sqlite3* connection) noexcept;
  OnlyResults(const OnlyResults&) = delete;
  OnlyResults(OnlyResults&&) = delete;
  OnlyResults& operator=(const OnlyResults&) = delete;
  OnlyResults& operator=(OnlyResults&&) = delete;
  ~OnlyResults();

 private:
  sqlite3* connection_;
};

}  // namespace shanhai::store
