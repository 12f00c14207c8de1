#pragma once

#include <memory>
#include <string>

#include "cluster/mail.hpp"

namespace shanhai::cluster {

/// Whether this program was built with MPI.
[[nodiscard]] bool has_mpi() noexcept;

/// This process as one of a job's ranks. One a process, and once only. Without MPI, or where no launcher started
/// several processes, there is one rank and nobody to talk to.
class Session {
 public:
  /// Joins the job.
  Session();
  Session(const Session&) = delete;
  Session(Session&&) = delete;
  Session& operator=(const Session&) = delete;
  Session& operator=(Session&&) = delete;

  /// Where neither leave() nor abandon() was called, the end of the process ends the job with its exit code.
  ~Session();

  [[nodiscard]] Mail mail() const;
  [[nodiscard]] int ranks_of_machine() const noexcept;  ///< that share this machine with us, and we
  [[nodiscard]] std::string host() const;

  /// Leaves in good order; every rank must.
  void leave();

  /// Ends all ranks at once, frozen ones too.
  [[noreturn]] void abandon(int code);

 private:
  class Parts;
  std::unique_ptr<Parts> parts_;  ///< none where we are alone
};

}  // namespace shanhai::cluster
