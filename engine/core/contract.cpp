#include "core/contract.hpp"

#include <cstdio>
#include <cstdlib>

namespace shanhai {

void contract_broken(const char* file, int line, const char* condition) noexcept {
  std::fputs("contract broken at ", stderr);
  std::fputs(file, stderr);
  std::fprintf(stderr, ":%d: %s\nThis is a bug in Shanhai, not in your scenario.\n", line, condition);
  std::abort();
}

}  // namespace shanhai
