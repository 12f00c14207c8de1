// How many vector instructions of each kind the machine takes in a nanosecond of CPU time, at the full width of its
// registers: {"kind": number, ...}. What bench/floor.py holds the kernel against.
//
// The loops are written in the very instructions. None reads what another wrote, so only the units limit them.

#include <algorithm>
#include <ctime>
#include <iostream>
#include <string_view>

#ifdef __AVX512DQ__
#define V " %%zmm"
#define INTO_MASK "%%k1"
#define BLEND "vblendmpd %%zmm14, %%zmm15, %%zmm\\d %{%%k2%};"
#else
#define V " %%ymm"
#define INTO_MASK V "\\d"
#define BLEND "vblendvpd %%ymm14, %%ymm14, %%ymm15, %%ymm\\d;"
#endif

#define ONE(name) name V "14," V "\\d;"
#define TWO(name) name V "14," V "15," V "\\d;"
#define ADD TWO("vaddpd")
#define MULTIPLY TWO("vmulpd")
#define LOGIC TWO("vandpd")
#define COMPARE "vcmpltpd" V "14," V "15, " INTO_MASK ";"
#define SHIFT "vpsrlq $3," V "14," V "\\d;"

namespace {

struct Loop {
  std::string_view kind;
  std::string_view body;  ///< once a destination
  void (*run)(unsigned long turns);
};

constexpr unsigned destinations = 14;

// Each body once for every destination. The sources hold an ordinary number, single or double.
#define LOOP(kind, body)                                                                                               \
  Loop {                                                                                                               \
    kind, body, [](unsigned long turns) {                                                                              \
      const double number = 0x1.c0000000p-3;                                                                           \
      asm volatile("vbroadcastsd %1," V "14; vbroadcastsd %1," V "15; 1: .irp d,0,1,2,3,4,5,6,7,8,9,10,11,12,13;" body \
                   ".endr; dec %0; jnz 1b"                                                                             \
                   : "+r"(turns)                                                                                       \
                   : "m"(number)                                                                                       \
                   : "cc",                                                                                             \
                     "xmm0",                                                                                           \
                     "xmm1",                                                                                           \
                     "xmm2",                                                                                           \
                     "xmm3",                                                                                           \
                     "xmm4",                                                                                           \
                     "xmm5",                                                                                           \
                     "xmm6",                                                                                           \
                     "xmm7",                                                                                           \
                     "xmm8",                                                                                           \
                     "xmm9",                                                                                           \
                     "xmm10",                                                                                          \
                     "xmm11",                                                                                          \
                     "xmm12",                                                                                          \
                     "xmm13",                                                                                          \
                     "xmm14",                                                                                          \
                     "xmm15");                                                                                         \
    }                                                                                                                  \
  }

// Where several loops have one kind, the fastest tells what the machine can do.
constexpr Loop loops[] = {
    LOOP("any", LOGIC),
    LOOP("any", TWO("vpaddq")),
    LOOP("any", MULTIPLY ADD),
    LOOP("any", MULTIPLY LOGIC),
    LOOP("any", ADD LOGIC),
    LOOP("any", MULTIPLY ADD LOGIC),
    LOOP("any", MULTIPLY ADD LOGIC TWO("vpaddq")),
    LOOP("multiply", MULTIPLY),
    LOOP("multiply", TWO("vfmadd213pd")),
    LOOP("multiply", COMPARE),
    LOOP("multiply", MULTIPLY COMPARE),
    LOOP("multiply", TWO("vpmuludq")),
    LOOP("multiply", MULTIPLY TWO("vpmuludq")),
    LOOP("multiply", MULTIPLY COMPARE TWO("vpmuludq")),
    LOOP("add", ADD),
    LOOP("choose", TWO("vminpd")),
    LOOP("choose", TWO("vmaxpd")),
    LOOP("integer", TWO("vpaddq")),
    LOOP("integer", TWO("vpsubd")),
    LOOP("logic", LOGIC),
    LOOP("blend", BLEND),
    LOOP("shift", SHIFT),
    LOOP("shift", TWO("vpsllvq")),
    LOOP("convert", ONE("vcvtdq2ps")),
    LOOP("convert", ONE("vcvttps2dq")),
    LOOP("permute", TWO("vunpcklpd")),
    LOOP("permute", "vshufps $1," V "14," V "15," V "\\d;"),
    LOOP("divide double", TWO("vdivpd")),
    LOOP("divide single", TWO("vdivps")),
    LOOP("root double", ONE("vsqrtpd")),
    LOOP("root single", ONE("vsqrtps")),
};

double seconds_of(const Loop& loop, unsigned long turns) {
  const auto now = [] {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
  };
  const double began = now();
  loop.run(turns);
  return now() - began;
}

// Instructions a nanosecond, the best of several short turns: a neighbour on the machine can only slow them.
double rate_of(const Loop& loop) {
  const auto body = static_cast<double>(std::ranges::count(loop.body, ';'));
  unsigned long turns = 1000;
  while (seconds_of(loop, turns) < 1e-3) {
    turns *= 2;
  }
  double best = 1;
  for (int round = 0; round < 8; ++round) {
    best = std::min(best, seconds_of(loop, turns));
  }
  return 1e-9 * body * destinations * static_cast<double>(turns) / best;
}

}  // namespace

int main() {
  std::cout << '{';
  for (const Loop* loop = std::begin(loops); loop != std::end(loops);) {
    const std::string_view kind = loop->kind;
    double best = 0;
    for (; loop != std::end(loops) && loop->kind == kind; ++loop) {
      best = std::max(best, rate_of(*loop));
    }
    std::cout << '"' << kind << "\": " << best << ", ";
  }
  std::cout << "\"register\": \"" << std::string_view(V).substr(3) << "\"}\n";
}
