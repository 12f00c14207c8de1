#include "app/complain.hpp"

#include <ostream>

namespace shanhai::app {

int complain(const Fault& fault, const Console& console) {
  console.err << "shanhai: " << fault.message.in(console.language) << '\n';
  return fault.code;
}

}  // namespace shanhai::app
