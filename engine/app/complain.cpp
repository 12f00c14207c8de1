#include "app/complain.hpp"

#include <ostream>

namespace shanhai::app {

int complain(const Fault& fault, const Console& console) {
  console.err << "shanhai: " << fault.message.in(console.language) << '\n';
  return fault.code;
}

int complain(const BadScenario& bad, const Console& console) {
  console.err << render(bad.diagnostics, bad.file, bad.text, console.language);
  return exit_code::user;
}

}  // namespace shanhai::app
