#pragma once

namespace shanhai {

/// Reports a broken contract between two functions of this program and aborts: the fault is ours, never the user's.
[[noreturn]] void contract_broken(const char* file, int line, const char* condition) noexcept;

}  // namespace shanhai

/// What must hold here whatever the user gave; checked in builds with SHANHAI_CONTRACTS.
#ifdef SHANHAI_CONTRACTS
#define SHANHAI_EXPECT(condition) \
  ((condition) ? static_cast<void>(0) : ::shanhai::contract_broken(__FILE__, __LINE__, #condition))
#else
#define SHANHAI_EXPECT(condition) static_cast<void>(0)
#endif
