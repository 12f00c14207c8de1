#include "app/system_error.hpp"

#include "core/say.hpp"
#include "core/system_reason.hpp"
#include "core/width.hpp"

namespace shanhai::app {

Fault machine_fault(Words tried, std::string_view path, int error) {
  return {exit_code::machine,
          say({"{} {}：{}", "{} {}: {}"}, tried, path.empty() ? "''" : printable(path), system_reason(error))};
}

}  // namespace shanhai::app
