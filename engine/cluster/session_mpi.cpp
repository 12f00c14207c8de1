#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <deque>
#include <list>
#include <thread>

#include <mpi.h>

#include "cluster/launched.hpp"
#include "cluster/session.hpp"

namespace shanhai::cluster {
namespace {

struct Sending {
  MPI_Request request = MPI_REQUEST_NULL;
  std::string bytes;
};

struct Receiving {
  MPI_Request request = MPI_REQUEST_NULL;
  Message message;
};

bool is_complete(MPI_Request& request) {
  int flag = 0;
  MPI_Test(&request, &flag, MPI_STATUS_IGNORE);
  return flag != 0;
}

/// Plain messages, begun and tested, never waited for: a rank that is frozen in the middle of one holds up nobody else.
/// An error of MPI ends the job, as is MPI's custom.
class Post {
 public:
  void send(Rank to, Tag tag, std::string bytes) {
    Sending& one = sendings_.emplace_back();  // a list: what is being sent may not move
    one.bytes = std::move(bytes);
    MPI_Isend(one.bytes.data(),
              static_cast<int>(one.bytes.size()),
              MPI_BYTE,
              to,
              static_cast<int>(tag),
              MPI_COMM_WORLD,
              &one.request);
  }

  /// The first message that has arrived whole; those of one rank stay in their order.
  [[nodiscard]] std::optional<Message> receive() {
    sendings_.remove_if([](Sending& one) { return is_complete(one.request); });
    begin_all();
    std::vector<Rank> busy;
    for (auto one = receivings_.begin(); one != receivings_.end(); ++one) {
      if (std::ranges::count(busy, one->message.from) > 0) {
        continue;
      }
      if (is_complete(one->request)) {
        Message message = std::move(one->message);
        receivings_.erase(one);
        return message;
      }
      busy.push_back(one->message.from);
    }
    return std::nullopt;
  }

  [[nodiscard]] bool has_sent_all() {
    sendings_.remove_if([](Sending& one) { return is_complete(one.request); });
    return sendings_.empty();
  }

 private:
  /// Begins to receive all that is on its way.
  void begin_all() {
    while (true) {
      int flag = 0;
      MPI_Message handle = MPI_MESSAGE_NULL;
      MPI_Status status{};
      MPI_Improbe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &flag, &handle, &status);
      if (flag == 0) {
        return;
      }
      int size = 0;
      MPI_Get_count(&status, MPI_BYTE, &size);
      Receiving& one = receivings_.emplace_back();
      one.message = {
          status.MPI_SOURCE, static_cast<Tag>(status.MPI_TAG), std::string(static_cast<std::size_t>(size), 0)};
      MPI_Imrecv(one.message.bytes.data(), size, MPI_BYTE, &handle, &one.request);
    }
  }

  std::list<Sending> sendings_;
  std::list<Receiving> receivings_;
};

}  // namespace

bool has_mpi() noexcept {
  return true;
}

class Session::Parts {
 public:
  Parts() {
    int provided = 0;
    MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &provided);
    MPI_Comm_rank(MPI_COMM_WORLD, &mail.rank);
    MPI_Comm_size(MPI_COMM_WORLD, &mail.size);
    MPI_Comm machine = MPI_COMM_NULL;
    MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, mail.rank, MPI_INFO_NULL, &machine);
    MPI_Comm_size(machine, &ranks_of_machine);
    MPI_Comm_free(&machine);
    std::array<char, MPI_MAX_PROCESSOR_NAME> name{};
    int length = 0;
    MPI_Get_processor_name(name.data(), &length);
    host.assign(name.data(), static_cast<std::size_t>(length));
    mail.send = [this](Rank to, Tag tag, std::string bytes) {
      post.send(to, tag, std::move(bytes));
    };
    mail.receive = [this] {
      return post.receive();
    };
  }

  Post post;
  Mail mail;
  int ranks_of_machine = 1;
  std::string host;
};

Session::Session() : parts_(launched() ? std::make_unique<Parts>() : nullptr) {}

Session::~Session() = default;

Mail Session::mail() const {
  return parts_ ? parts_->mail : Mail{};
}

int Session::ranks_of_machine() const noexcept {
  return parts_ ? parts_->ranks_of_machine : 1;
}

std::string Session::host() const {
  return parts_ ? parts_->host : std::string();
}

void Session::leave() {
  while (parts_ && !parts_->post.has_sent_all()) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  if (parts_) {
    MPI_Finalize();
  }
}

void Session::abandon(int code) {
  if (parts_) {
    MPI_Abort(MPI_COMM_WORLD, code);
  }
  std::exit(code);  // NOLINT(concurrency-mt-unsafe)
}

}  // namespace shanhai::cluster
