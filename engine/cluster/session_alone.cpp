#include <cstdlib>

#include "cluster/session.hpp"

namespace shanhai::cluster {

bool has_mpi() noexcept {
  return false;
}

class Session::Parts {};

Session::Session() = default;
Session::~Session() = default;

Mail Session::mail() const {
  return {};
}

int Session::ranks_of_machine() const noexcept {
  return 1;
}

std::string Session::host() const {
  return {};
}

void Session::leave() {}

void Session::abandon(int code) {
  std::exit(code);  // NOLINT(concurrency-mt-unsafe)
}

}  // namespace shanhai::cluster
