#include "cluster/master.hpp"

#include <algorithm>

#include "core/say.hpp"
#include "core/width.hpp"

namespace shanhai::cluster {
namespace {

/// Each write waits for the disk, and all ranks then wait for the master: what comes in meanwhile is written together.
constexpr std::chrono::milliseconds between_writes{200};

}  // namespace

Master::Master(Mail mail, Job job, Time now)
    : mail_(std::move(mail)),
      job_(std::move(job)),
      schedule_(job_.tasks.size(), mail_.size, job_.lease, now),
      farewell_(mail_),
      attention_(now),
      ready_(static_cast<std::size_t>(mail_.size)),
      last_told_(now),
      last_written_(now) {
  end_.points.resize(ready_.size());
  for (Rank rank = 0; rank < mail_.size; ++rank) {
    mail_.send(rank, Tag::work, job_.work);
  }
}

void Master::take(const Message& message, Time now) {
  schedule_.heard(message.from, now);
  switch (message.tag) {
    case Tag::ready:
      take_ready(message, now);
      break;
    case Tag::result:
      take_result(message);
      break;
    case Tag::trouble:
      refuse(unpack_text(message.bytes).value_or(Text{"原因无法读懂", "its reason cannot be read"}), message.from);
      break;
    case Tag::bye:
      end_.interrupted = end_.interrupted || !farewell_.has_begun();  // somebody asked that rank to end
      farewell_.bye(message.from);
      break;
    default:
      break;
  }
}

void Master::turn(Time now) {
  const Clock::duration missed = attention_.missed(now);
  schedule_.excuse(missed);
  farewell_.excuse(missed);
  schedule_.expire(now);
  if (now - last_told_ >= std::min<Clock::duration>(std::chrono::seconds(1), job_.lease / 4)) {
    last_told_ = now;
    for (Rank rank = 0; rank < mail_.size && !farewell_.has_begun(); ++rank) {
      mail_.send(rank, Tag::calm, {});
    }
  }
  if (!farewell_.has_begun()) {
    hand_out();
  }
  const bool is_last = schedule_.is_finished() || end_.interrupted || end_.refusal;
  if (is_last || now - last_written_ >= between_writes) {
    last_written_ = now;
    write();
  }
  if (!farewell_.has_begun() && is_last) {
    farewell_.begin(now);
  }
  if (farewell_.is_over(now)) {
    over_ = true;
    end_.silent = farewell_.silent();
  }
}

void Master::interrupt() {
  end_.interrupted = true;
}

/// Ranks must be compared with rank 0, whose own self-test may come later than theirs.
void Master::take_ready(const Message& message, Time now) {
  ready_[static_cast<std::size_t>(message.from)] = unpack_ready(message.bytes).value_or(Ready{});
  const std::optional<Ready>& ours = ready_.front();
  for (Rank rank = 0; ours && rank < mail_.size; ++rank) {
    const std::optional<Ready>& theirs = ready_[static_cast<std::size_t>(rank)];
    if (!theirs || schedule_.has_joined(rank)) {
      continue;
    }
    if (theirs->self_test != ours->self_test) {
      refuse(say({"自检结果与进程 0（{}）不同，算出来的数会不一样：{} 与 {}",
                  "its self-test differs from that of rank 0 ({}), so it would compute other numbers: {} against {}"},
                 printable(ours->host),
                 printable(theirs->self_test),
                 printable(ours->self_test)),
             rank);
      return;
    }
    schedule_.join(rank, now);
  }
}

void Master::take_result(const Message& message) {
  std::optional<Answer> answer = unpack_answer(message.bytes);
  if (!answer || answer->task >= job_.tasks.size() ||
      !std::ranges::equal(answer->results, job_.tasks[answer->task], {}, &store::PointResult::point)) {
    refuse({"送来的结果无法读懂", "cannot read the results that it sent"}, message.from);
    return;
  }
  const std::optional<Rank> before = schedule_.answered_by(answer->task);
  schedule_.answer(message.from, answer->task);
  given_.push_back({message.from, before, *std::move(answer)});
}

/// The first tasks only when everybody is there, so that a rank that starts faster does not take them all.
void Master::hand_out() {
  if (!has_begun_) {
    for (Rank rank = 0; rank < mail_.size; ++rank) {
      if (!schedule_.has_joined(rank) && !schedule_.is_silent(rank)) {
        return;
      }
    }
    has_begun_ = true;
  }
  while (const std::optional<Schedule::Lease> lease = schedule_.next()) {
    mail_.send(lease->rank, Tag::task, pack(Order{lease->task, job_.tasks[lease->task]}));
  }
}

void Master::write() {
  const std::vector<Given> all = std::exchange(given_, {});
  std::vector<store::PointResult> fresh;
  for (const Given& given : all) {
    if (!given.before) {
      fresh.insert(fresh.end(), given.answer.results.begin(), given.answer.results.end());
    }
  }
  if (!end_.refusal && !fresh.empty()) {
    end_.refusal = job_.write(fresh);
  }
  for (const Given& given : all) {
    if (end_.refusal) {
      return;
    }
    if (given.before) {
      write_again(given);
    } else {
      end_.points[static_cast<std::size_t>(given.rank)] += given.answer.results.size();
    }
  }
}

/// Compares what was done twice.
void Master::write_again(const Given& given) {
  end_.refusal = job_.write(given.answer.results);
  if (end_.refusal) {
    const Text who = say({"{}与{}各算了一遍", "computed by {} and by {}"}, name_of(*given.before), name_of(given.rank));
    end_.refusal->reason = say({"{}（{}）", "{} ({})"}, end_.refusal->reason, who);
  }
}

void Master::refuse(const Text& reason, Rank rank) {
  if (!end_.refusal) {
    end_.refusal = store::Refusal{.of_user = false, .reason = say({"{}：{}", "{}: {}"}, name_of(rank), reason)};
  }
}

Text Master::name_of(Rank rank) const {
  const std::optional<Ready>& known = ready_[static_cast<std::size_t>(rank)];
  return known ? say({"进程 {}（{}）", "rank {} ({})"}, rank, printable(known->host))
               : say({"进程 {}", "rank {}"}, rank);
}

}  // namespace shanhai::cluster
