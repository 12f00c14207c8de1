#include "random/stream.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <type_traits>

#include "random/box_muller.hpp"

namespace shanhai::random {
namespace {

constexpr std::size_t words = 4;
constexpr std::size_t group_paths = 64;  // which sixteen counters serve
constexpr std::size_t group_counters = group_paths / words;
constexpr std::size_t chunk_paths = 4 * group_paths;  // made together

struct Address {
  PhiloxKey key;
  std::uint64_t counter;  ///< the first of a chunk
  std::uint32_t year;
  std::uint32_t draw;
};

/// A hash of 64 bits: FNV-1a over the eight bytes of the seed, lowest first, and the name; finished
/// by the mixer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014), as FNV alone leaves neighbouring
/// seeds close.
PhiloxKey key_of(std::uint64_t seed, std::string_view name) noexcept {
  std::uint64_t h = 0xcbf29ce484222325;
  const auto add = [&h](std::uint64_t byte) {
    h = (h ^ byte) * 0x100000001b3;
  };
  for (unsigned shift = 0; shift < 64; shift += 8) {
    add((seed >> shift) & 0xffU);
  }
  for (const char letter : name) {
    add(static_cast<unsigned char>(letter));
  }
  h = (h ^ (h >> 30U)) * 0xbf58476d1ce4e5b9;
  h = (h ^ (h >> 27U)) * 0x94d049bb133111eb;
  h ^= h >> 31U;
  return {static_cast<std::uint32_t>(h), static_cast<std::uint32_t>(h >> 32U)};
}

/// (word + 1/2) / 2^32: in double exactly, through the bits of 2^52, as most vector units lack the conversion of
/// unsigned words.
template <class T>
[[gnu::always_inline]] inline T unit(std::uint32_t word) noexcept {
  if constexpr (std::is_same_v<T, float>) {
    return single_unit(word);
  } else {
    return (std::bit_cast<double>(0x4330000000000000 | std::uint64_t{word}) - (0x1p52 - 0.5)) * 0x1p-32;
  }
}

using Words = std::array<std::uint32_t, chunk_paths>;

/// The words of a chunk of paths: word w of counter c is that of path 16 w + c of its group.
///
/// Counters go in packs, the even and the odd, whose words then share 64 bits in the order of the paths. As many packs
/// as the registers hold go through the rounds together, since each round waits for the one before.
void fill_words(const Address& at, Words& out) noexcept {
  WordPack lane{};
  for (std::size_t i = 0; i < word_pack_lanes; ++i) {
    lane[i] = i;
  }
  constexpr std::size_t counters_at_once = packs_at_once * word_pack_lanes;
  for (std::size_t first = 0; first < chunk_paths / words; first += counters_at_once) {
    std::array<std::array<WordPack, words>, packs_at_once> c{};
    for (std::size_t pack = 0; pack < packs_at_once; ++pack) {
      const WordPack counter = (at.counter + first + pack / 2 * 2 * word_pack_lanes + pack % 2) + 2 * lane;
      c[pack] = {counter, counter >> 32U, WordPack{} + at.year, WordPack{} + at.draw};
    }
    philox_rounds(c, at.key);
    for (std::size_t pack = 0; pack < packs_at_once; pack += 2) {
      const std::size_t counter = first + pack * word_pack_lanes;
      const std::size_t path = counter / group_counters * group_paths + counter % group_counters;
      for (std::size_t w = 0; w < words; ++w) {
        const WordPack both = (c[pack][w] & 0xffffffff) | (c[pack + 1][w] << 32U);
        std::memcpy(out.data() + path + w * group_counters, &both, sizeof both);
      }
    }
  }
}

/// Makes uniform numbers of words.
struct Uniform {
  template <class T>
  void operator()(const Words& word, std::span<T, chunk_paths> out) const noexcept {
    for (std::size_t i = 0; i < chunk_paths; ++i) {
      out[i] = unit<T>(word[i]);
    }
  }
};

/// Makes normal numbers of words: of those of paths i and i + 128 of a chunk, a pair.
struct Normal {
  template <class T>
  void operator()(const Words& word, std::span<T, chunk_paths> out) const noexcept {
    constexpr std::size_t half = chunk_paths / 2;
    // In two loops: the chain of operations on one pair is too long for the processor to see to the next one's.
    std::array<float, half> distance;  // NOLINT(cppcoreguidelines-pro-type-member-init)
    for (std::size_t i = 0; i < half; ++i) {
      distance[i] = normal_distance(word[i]);
    }
    for (std::size_t i = 0; i < half; ++i) {
      const NormalPair pair(distance[i], word[i + half]);
      out[i] = static_cast<T>(pair.first);
      out[i + half] = static_cast<T>(pair.second);
    }
  }
};

/// The numbers that `make` makes of the words of consecutive paths, chunk by chunk.
template <class T, class Make>
void fill(PathRange paths, Address at, std::span<T> out, const Make& make) noexcept {
  Words word;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  std::size_t skip = paths.first % chunk_paths;
  for (std::size_t done = 0; done < paths.count; at.counter += chunk_paths / words) {
    const std::size_t count = std::min(chunk_paths - skip, paths.count - done);
    fill_words(at, word);
    if (count == chunk_paths) {
      make(word, std::span<T, chunk_paths>(out.subspan(done, chunk_paths)));
    } else {
      std::array<T, chunk_paths> number;  // NOLINT(cppcoreguidelines-pro-type-member-init)
      make(word, std::span<T, chunk_paths>(number));
      std::copy_n(
          number.begin() + static_cast<std::ptrdiff_t>(skip), count, out.begin() + static_cast<std::ptrdiff_t>(done));
    }
    done += count;
    skip = 0;
  }
}

}  // namespace

Stream::Stream(std::uint64_t seed, std::string_view name) noexcept : key_(key_of(seed, name)) {}

void Stream::uniform(PathRange paths, std::uint32_t year, std::uint32_t draw, Lanes out) const noexcept {
  SHANHAI_EXPECT(out.size() == paths.count);
  fill(paths, {key_, paths.first / chunk_paths * (chunk_paths / words), year, draw}, out, Uniform{});
}

void Stream::uniform(PathRange paths, std::uint32_t year, std::uint32_t draw, Singles out) const noexcept {
  SHANHAI_EXPECT(out.size() == paths.count);
  fill(paths, {key_, paths.first / chunk_paths * (chunk_paths / words), year, draw}, out, Uniform{});
}

void Stream::normal(PathRange paths, std::uint32_t year, std::uint32_t draw, Lanes out) const noexcept {
  SHANHAI_EXPECT(out.size() == paths.count);
  fill(paths, {key_, paths.first / chunk_paths * (chunk_paths / words), year, draw}, out, Normal{});
}

void Stream::normal(PathRange paths, std::uint32_t year, std::uint32_t draw, Singles out) const noexcept {
  SHANHAI_EXPECT(out.size() == paths.count);
  fill(paths, {key_, paths.first / chunk_paths * (chunk_paths / words), year, draw}, out, Normal{});
}

}  // namespace shanhai::random
