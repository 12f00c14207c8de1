#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace shanhai::cluster {

/// A process of a job, from 0 on. Rank 0 is master and worker in one, the others are workers.
using Rank = int;

/// What a message is about.
enum class Tag : std::uint8_t {
  // to a worker
  work,  ///< what all ranks need to know: once, before all else
  task,  ///< points to do
  calm,  ///< the master is there
  stop,  ///< leave what you are doing
  home,  ///< all have said goodbye: end

  // to the master
  ready,    ///< a worker has prepared, and what its self-test came to
  result,   ///< of a task
  alive,    ///< a worker is there
  trouble,  ///< a worker cannot go on, and why
  bye,      ///< a worker sends no more
};

[[nodiscard]] constexpr bool is_to_master(Tag tag) noexcept {
  return tag >= Tag::ready;
}

struct Message {
  Rank from = 0;
  Tag tag = Tag::calm;
  std::string bytes;
};

/// How a rank reaches the others, and itself. Messages from one rank to another arrive in the order in which they were
/// sent, if they arrive. Nothing here waits.
struct Mail {
  Rank rank = 0;
  int size = 1;
  std::function<void(Rank to, Tag tag, std::string bytes)> send;
  std::function<std::optional<Message>()> receive;
};

}  // namespace shanhai::cluster
