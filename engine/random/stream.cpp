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

/// (word + 1/2) / 2^32, in double exactly; through the bits of 2^52, as most vector units lack the conversion of
/// unsigned words.
template <class T>
[[gnu::always_inline]] inline T unit(std::uint32_t word) noexcept {
  return static_cast<T>((std::bit_cast<double>(0x4330000000000000 | std::uint64_t{word}) - (0x1p52 - 0.5)) * 0x1p-32);
}

using Words = std::array<std::uint32_t, chunk_paths>;
using Numbers = std::array<float, chunk_paths>;

/// The words of chunk_paths paths from the first path of a block on.
void fill_words(const Address& at, Words& out) noexcept {
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

Numbers normals(const Words& word) noexcept {
  Numbers z{};
  Numbers w{};
  for (std::size_t i = 0; i < chunk_paths; ++i) {
    const WordNormal normal(word[i]);
    z[i] = normal.central();
    w[i] = normal.w;
  }
  std::uint32_t in_tail = 0;
  for (std::size_t i = 0; i < chunk_paths; ++i) {
    in_tail += w[i] < WordNormal::tail_begins ? 0U : 1U;
  }
  for (std::size_t i = 0; i < chunk_paths && in_tail > 0; ++i) {  // in one chunk of five
    z[i] = w[i] < WordNormal::tail_begins ? z[i] : WordNormal(word[i]).tail();
  }
  return z;
}

/// The numbers that `make` makes of the words of consecutive paths, chunk by chunk.
template <class Out, class Make>
void fill(PathRange paths, Address at, Out out, const Make& make) noexcept {
  Words word{};
  std::size_t skip = paths.first % words;
  for (std::size_t done = 0; done < paths.count; at.block += chunk_blocks) {
    const std::size_t count = std::min(chunk_paths - skip, paths.count - done);
    fill_words(at, word);
    const auto number = make(word);
    if (count == chunk_paths) {
      each_lane(chunk_paths, [&](std::size_t i) { out[done + i] = number[i]; });
    } else {
      each_lane(count, [&](std::size_t i) { out[done + i] = number[skip + i]; });
    }
    done += count;
    skip = 0;
  }
}

template <class T>
std::array<T, chunk_paths> uniforms(const Words& word) noexcept {
  std::array<T, chunk_paths> u{};
  for (std::size_t i = 0; i < chunk_paths; ++i) {
    u[i] = unit<T>(word[i]);
  }
  return u;
}

}  // namespace

Stream::Stream(std::uint64_t seed, std::string_view name) noexcept : key_(key_of(seed, name)) {}

void Stream::uniform(PathRange paths, std::uint32_t year, std::uint32_t draw, Lanes out) const noexcept {
  SHANHAI_EXPECT(out.size() == paths.count);
  fill(paths, {key_, paths.first / words, year, draw}, out, uniforms<double>);
}

void Stream::uniform(PathRange paths, std::uint32_t year, std::uint32_t draw, Singles out) const noexcept {
  SHANHAI_EXPECT(out.size() == paths.count);
  fill(paths, {key_, paths.first / words, year, draw}, out, uniforms<float>);
}

void Stream::normal(PathRange paths, std::uint32_t year, std::uint32_t draw, Singles out) const noexcept {
  SHANHAI_EXPECT(out.size() == paths.count);
  fill(paths, {key_, paths.first / words, year, draw}, out, normals);
}

void Stream::normal(PathRange paths, std::uint32_t year, std::uint32_t draw, Lanes out) const noexcept {
  SHANHAI_EXPECT(out.size() == paths.count);
  const auto wide = [](const Words& word) {
    const Numbers z = normals(word);
    std::array<double, chunk_paths> result{};
    std::ranges::copy(z, result.begin());
    return result;
  };
  fill(paths, {key_, paths.first / words, year, draw}, out, wide);
}

}  // namespace shanhai::random
