#pragma once

#include <atomic>
#include <string>

#include "cluster/hands.hpp"
#include "cluster/master.hpp"
#include "cluster/worker.hpp"

namespace shanhai::cluster {

/// What rank 0 does: hands out the tasks of a job and does its part of them.
/// @param asked  becomes true where somebody asks the job to end
[[nodiscard]] End lead(const Mail& mail, Job job, Duty duty, const std::string& host, const std::atomic<bool>& asked);

/// What the others do; whether they end in good order. Else the master is silent.
[[nodiscard]] bool serve(
    const Mail& mail, Duty duty, const std::string& host, Clock::duration lease, const std::atomic<bool>& asked);

/// Ends a job that never came to be; ranks that do not answer.
[[nodiscard]] std::vector<Rank> dismiss(const Mail& mail);

}  // namespace shanhai::cluster
