#include "run/path_table.hpp"

#include <algorithm>
#include <limits>
#include <new>
#include <utility>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace shanhai::run {
namespace {

constexpr std::size_t large_page = std::size_t{2} << 20;  // of x86-64

double* allocate(std::size_t numbers) {
  const std::size_t bytes = numbers * sizeof(double);
  const std::size_t whole = (bytes + large_page - 1) / large_page * large_page;
  void* const data = ::operator new[](whole, std::align_val_t{large_page});
#ifdef __linux__
  // Without either it is only slower. Of a small table most of a large page would be cleared for nothing.
  static_cast<void>(bytes >= large_page ? madvise(data, whole, MADV_HUGEPAGE)
                                        : madvise(data, bytes, MADV_POPULATE_WRITE));
#endif
  return static_cast<double*>(data);
}

}  // namespace

void PathTable::Free::operator()(double* data) const noexcept {
  ::operator delete[](data, std::align_val_t{large_page});
}

void PathTable::grow(std::size_t paths) {
  if (paths <= paths_ || series_ == 0) {
    return;
  }
  if (paths > std::numeric_limits<std::size_t>::max() / 2 / sizeof(double) / series_) {
    throw std::bad_alloc();
  }
  const PathTable old(std::exchange(*this, PathTable(series_)));
  data_.reset(allocate(series_ * paths));
  paths_ = paths;
  for (std::size_t series = 0; series < series_ && old.data_ != nullptr; ++series) {
    std::ranges::copy(old[series], row(series));
  }
}

}  // namespace shanhai::run
