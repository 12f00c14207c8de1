#include "app/output_file.hpp"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

#include "app/descriptor.hpp"
#include "app/system_error.hpp"
#include "core/say.hpp"

namespace shanhai::app {

namespace {

constexpr Words writing{"无法写入", "cannot write"};
constexpr mode_t ordinary_mode = 0666;  // less what the user's umask takes

/// A file beside its final place; it disappears unless it is moved there.
class AsideFile {
 public:
  explicit AsideFile(std::string target)
      : target_(std::move(target)), path_(fmt::format("{}.{}.part", target_, ::getpid())) {}

  AsideFile(const AsideFile&) = delete;
  AsideFile& operator=(const AsideFile&) = delete;

  AsideFile(AsideFile&& other) noexcept
      : target_(std::move(other.target_)),
        path_(std::move(other.path_)),
        exists_(std::exchange(other.exists_, false)) {}

  AsideFile& operator=(AsideFile&&) = delete;

  ~AsideFile() {
    if (exists_) {
      ::unlink(path_.c_str());
    }
  }

  [[nodiscard]] const std::string& target() const noexcept { return target_; }

  /// Writes and brings to the disk; 0 or an errno.
  [[nodiscard]] int write(std::string_view content) {
    ::unlink(path_.c_str());  // what a killed process of the same number may have left
    Descriptor file{::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, ordinary_mode)};
    if (!file.is_open()) {
      return errno;
    }
    exists_ = true;
    if (const int failed = write_all(file.number(), content); failed != 0) {
      return failed;
    }
    return ::fsync(file.number()) == 0 && file.close() ? 0 : errno;
  }

  /// Takes the final place; 0 or an errno.
  [[nodiscard]] int move() {
    if (std::rename(path_.c_str(), target_.c_str()) != 0) {
      return errno;
    }
    exists_ = false;
    return 0;
  }

 private:
  std::string target_;
  std::string path_;
  bool exists_ = false;
};

std::string inside(const std::string& folder, const std::string& name) {
  return (std::filesystem::path(folder) / name).string();
}

/// Makes renames last through a power cut; not every file system can, so a refusal is no fault.
void sync_folder(const std::string& folder) {
  const Descriptor place{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (place.is_open()) {
    static_cast<void>(::fsync(place.number()));
  }
}

}  // namespace

std::optional<Fault> prepare_folder(const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (!error && !std::filesystem::is_directory(folder, error) && !error) {
    error = std::make_error_code(std::errc::not_a_directory);
  }
  if (error) {
    return machine_fault({"无法建立文件夹", "cannot make the folder"}, folder, error.value());
  }
  AsideFile trial(inside(folder, "trial"));
  const int failed = trial.write("");
  if (failed != 0) {
    return machine_fault({"无法写入文件夹", "cannot write into the folder"}, folder, failed);
  }
  return std::nullopt;
}

std::optional<Fault> write_files(const std::string& folder, const std::vector<OutputFile>& files) {
  std::vector<AsideFile> aside;
  aside.reserve(files.size());
  for (const OutputFile& file : files) {
    aside.emplace_back(inside(folder, file.name));
    const int failed = aside.back().write(file.content);
    if (failed != 0) {
      return machine_fault(writing, aside.back().target(), failed);
    }
  }
  for (AsideFile& file : aside) {
    const int failed = file.move();
    if (failed != 0) {
      return machine_fault(writing, file.target(), failed);
    }
  }
  sync_folder(folder);
  return std::nullopt;
}

std::optional<Fault> write_file(const std::string& path, std::string content) {
  const std::filesystem::path file(path);
  const std::string folder = file.has_parent_path() ? file.parent_path().string() : ".";
  if (std::optional<Fault> fault = prepare_folder(folder)) {
    return fault;
  }
  return write_files(folder, {{file.filename().string(), std::move(content)}});
}

}  // namespace shanhai::app
