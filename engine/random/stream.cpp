#include "random/stream.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>

#include "random/word_normal.hpp"

namespace shanhai::random {
namespace {

constexpr std::size_t words = 4;
constexpr std::size_t chunk_blocks = 16;
constexpr std::size_t chunk_paths = chunk_blocks * words;

struct Address {
  PhiloxKey key;
  std::uint64_t block;
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

/// (word + 1/2) / 2^32, exactly; through the bits of 2^52, as most vector units lack the conversion
/// of unsigned words.
[[gnu::always_inline]] inline double unit(std::uint32_t word) noexcept {
  return (std::bit_cast<double>(0x4330000000000000 | std::uint64_t{word}) - (0x1p52 - 0.5)) * 0x1p-32;
}

/// The words of chunk_paths paths from the first path of a block on.
void fill_words(const Address& at, std::array<std::uint32_t, chunk_paths>& out) noexcept {
  std::array<std::array<std::uint32_t, chunk_blocks>, words> word{};
  for (std::size_t i = 0; i < chunk_blocks; ++i) {
    const std::uint64_t block = at.block + i;
    const PhiloxWords random =
        philox({static_cast<std::uint32_t>(block), static_cast<std::uint32_t>(block >> 32U), at.year, at.draw}, at.key);
    word[0][i] = random[0];
    word[1][i] = random[1];
    word[2][i] = random[2];
    word[3][i] = random[3];
  }
  for (std::size_t i = 0; i < chunk_blocks; ++i) {
    for (std::size_t w = 0; w < words; ++w) {
      out[i * words + w] = word[w][i];
    }
  }
}

/// The numbers that `number` makes of the words of consecutive paths.
template <class Of, class Out>
void fill(PathRange paths, Address at, Out out, const Of& number) noexcept {
  std::array<std::uint32_t, chunk_paths> word{};
  std::size_t skip = paths.first % words;
  for (std::size_t done = 0; done < paths.count; at.block += chunk_blocks) {
    const std::size_t count = std::min(chunk_paths - skip, paths.count - done);
    fill_words(at, word);
    if (count == chunk_paths) {
      each_lane(chunk_paths, [&](std::size_t i) { out[done + i] = number(word[i]); });
    } else {
      each_lane(count, [&](std::size_t i) { out[done + i] = number(word[skip + i]); });
    }
    done += count;
    skip = 0;
  }
}

}  // namespace

Stream::Stream(std::uint64_t seed, std::string_view name) noexcept : key_(key_of(seed, name)) {}

void Stream::uniform(PathRange paths, std::uint32_t year, std::uint32_t draw, Lanes out) const noexcept {
  SHANHAI_EXPECT(out.size() == paths.count);
  fill(paths, {key_, paths.first / words, year, draw}, out, [](std::uint32_t word) { return unit(word); });
}

void Stream::normal(PathRange paths, std::uint32_t year, std::uint32_t draw, Lanes out) const noexcept {
  SHANHAI_EXPECT(out.size() == paths.count);
  const auto number = [](std::uint32_t word) {
    return static_cast<double>(word_normal(word));
  };
  fill(paths, {key_, paths.first / words, year, draw}, out, number);
}

void Stream::uniform(PathRange paths, std::uint32_t year, std::uint32_t draw, Singles out) const noexcept {
  fill(paths, {key_, paths.first / words, year, draw}, out, [](std::uint32_t word) {
    return static_cast<float>(unit(word));
  });
}

void Stream::normal(PathRange paths, std::uint32_t year, std::uint32_t draw, Singles out) const noexcept {
  fill(paths, {key_, paths.first / words, year, draw}, out, [](std::uint32_t word) { return word_normal(word); });
}

}  // namespace shanhai::random
