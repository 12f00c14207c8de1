#include "paper/zip.hpp"

#include <memory>
#include <stdexcept>

#include <zip.h>

namespace shanhai::paper {
namespace {

constexpr zip_uint16_t first_of_january_1980 = 0x21;

struct Discard {
  void operator()(zip_t* archive) const noexcept { zip_discard(archive); }
};

struct Free {
  void operator()(zip_source_t* source) const noexcept { zip_source_free(source); }
};

struct Close {
  void operator()(zip_file_t* file) const noexcept { zip_fclose(file); }
};

using Archive = std::unique_ptr<zip_t, Discard>;
using Source = std::unique_ptr<zip_source_t, Free>;
using File = std::unique_ptr<zip_file_t, Close>;

void demand(bool done) {
  if (!done) {
    throw std::runtime_error("an archive cannot be written in memory");
  }
}

// The archive takes its own hold on the source, so that one is left when it is closed.
Archive open(const Source& source, int flags) {
  if (!source) {
    return {};
  }
  Archive archive(zip_open_from_source(source.get(), flags, nullptr));
  if (archive) {
    zip_source_keep(source.get());
  }
  return archive;
}

void add(zip_t* archive, const std::string& name, const std::string& bytes) {
  Source source(zip_source_buffer(archive, bytes.data(), bytes.size(), 0));
  demand(source != nullptr);
  const zip_int64_t index = zip_file_add(archive, name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
  demand(index >= 0);
  static_cast<void>(source.release());  // the archive's now
  const auto place = static_cast<zip_uint64_t>(index);
  demand(zip_file_set_dostime(archive, place, 0, first_of_january_1980, 0) == 0);
  demand(zip_file_set_external_attributes(archive, place, 0, ZIP_OPSYS_DOS, 0) == 0);
}

std::string written(zip_source_t* source) {
  demand(zip_source_open(source) == 0);
  zip_stat_t about;
  demand(zip_source_stat(source, &about) == 0);
  std::string bytes(about.size, '\0');
  const zip_int64_t count = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  demand(count == static_cast<zip_int64_t>(bytes.size()));
  return bytes;
}

// Sizes that an archive tells may be lies; no more is read than may be.
std::optional<std::string> content(zip_t* archive, zip_uint64_t place, std::size_t most) {
  zip_stat_t about;
  if (zip_stat_index(archive, place, 0, &about) != 0 || (about.valid & ZIP_STAT_SIZE) == 0 || about.size > most) {
    return std::nullopt;
  }
  const File file(zip_fopen_index(archive, place, 0));
  if (!file) {
    return std::nullopt;
  }
  std::string bytes(about.size + 1, '\0');  // one more than told, so that the end and its checksum are reached
  const zip_int64_t count = zip_fread(file.get(), bytes.data(), bytes.size());
  if (count != static_cast<zip_int64_t>(about.size)) {
    return std::nullopt;
  }
  bytes.pop_back();
  return bytes;
}

}  // namespace

std::string zipped(const std::vector<std::pair<std::string, std::string>>& files) {
  const Source source(zip_source_buffer_create(nullptr, 0, 0, nullptr));
  Archive archive = open(source, ZIP_CREATE | ZIP_TRUNCATE);
  demand(archive != nullptr);
  for (const auto& [name, bytes] : files) {
    add(archive.get(), name, bytes);
  }
  demand(zip_close(archive.get()) == 0);
  static_cast<void>(archive.release());
  return written(source.get());
}

std::optional<Files> unzipped(std::string_view bytes, const ZipLimits& limits) {
  const Source source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr));
  const Archive archive = open(source, ZIP_RDONLY);
  const zip_int64_t count = archive ? zip_get_num_entries(archive.get(), 0) : -1;
  if (count < 0 || static_cast<std::size_t>(count) > limits.files) {
    return std::nullopt;
  }
  Files files;
  std::size_t left = limits.bytes;
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
    std::optional<std::string> file = content(archive.get(), i, left);
    const char* name = zip_get_name(archive.get(), i, 0);
    if (!file || name == nullptr) {
      return std::nullopt;
    }
    left -= file->size();
    files.insert_or_assign(name, *std::move(file));
  }
  return files;
}

}  // namespace shanhai::paper
