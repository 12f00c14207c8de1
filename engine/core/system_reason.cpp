#include "core/system_reason.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include "core/say.hpp"

namespace shanhai {

namespace {

struct Reason {
  int error = 0;
  Words words;
};

constexpr std::array reasons{
    Reason{ENOENT, {"没有这个文件或文件夹", "no such file or folder"}},
    Reason{EACCES, {"没有权限", "permission denied"}},
    Reason{EPERM, {"不允许此操作", "operation not permitted"}},
    Reason{ENOTDIR, {"路径的一部分不是文件夹", "a part of the path is not a folder"}},
    Reason{EISDIR, {"这是一个文件夹", "it is a folder"}},
    Reason{EEXIST, {"同名文件已存在", "a file of this name exists"}},
    Reason{ENOSPC, {"磁盘已满", "the disk is full"}},
    Reason{EDQUOT, {"磁盘配额已用完", "the disk quota is used up"}},
    Reason{EFBIG, {"文件超过允许的大小", "the file is larger than allowed"}},
    Reason{EROFS, {"文件系统只读", "the file system is read-only"}},
    Reason{EIO, {"读写设备出错", "the device failed"}},
    Reason{ENAMETOOLONG, {"名称太长", "the name is too long"}},
    Reason{ELOOP, {"符号链接成环", "symbolic links form a circle"}},
    Reason{EMFILE, {"打开的文件太多", "too many open files"}},
    Reason{EBADF, {"输出已关闭", "the output is closed"}},
};

}  // namespace

Text system_reason(int error) {
  const auto* found =
      std::find_if(reasons.begin(), reasons.end(), [error](const Reason& r) { return r.error == error; });
  if (found != reasons.end()) {
    return found->words.text();
  }
  return say({"系统错误 {}（{}）", "system error {} ({})"}, error, std::generic_category().message(error));
}

}  // namespace shanhai
