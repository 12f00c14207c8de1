#include "cluster/packed.hpp"

#include <nlohmann/json.hpp>

#include "store/columns.hpp"

namespace shanhai::cluster {
namespace {

using nlohmann::json;

std::string bytes_of(const json& value) {
  std::string bytes;
  json::to_cbor(value, bytes);
  return bytes;
}

/// What `read` makes of the bytes; nothing where they are not what it reads.
template <class Read>
auto unpacked(std::string_view bytes, const Read& read) -> std::optional<decltype(read(json()))> {
  try {
    return read(json::from_cbor(bytes));
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

template <class Outcome>
void put(const std::vector<store::Column<Outcome>>& columns, const Outcome& outcome, json::array_t& numbers) {
  for (const store::Column<Outcome>& column : columns) {
    numbers.emplace_back(column.get(outcome));
  }
}

/// The numbers of a scheme, then those of each party.
json numbers_of(const run::SchemeOutcome& scheme) {
  json::array_t numbers;
  put(store::scheme_columns(), scheme, numbers);
  const auto of_party = store::party_columns();
  for (const run::PartyOutcome& party : scheme.parties) {
    put(of_party, party, numbers);
  }
  return numbers;
}

template <class Outcome>
void take(const std::vector<store::Column<Outcome>>& columns, const json& numbers, std::size_t& at, Outcome& outcome) {
  for (const store::Column<Outcome>& column : columns) {
    column.set(outcome, numbers.at(at++).get<double>());
  }
}

run::SchemeOutcome scheme_of(const json& numbers) {
  const auto of_party = store::party_columns();
  run::SchemeOutcome scheme;
  std::size_t at = 0;
  take(store::scheme_columns(), numbers, at, scheme);
  while (at < numbers.size()) {
    take(of_party, numbers, at, scheme.parties.emplace_back());
  }
  return scheme;
}

json packed(const store::PointResult& point) {
  json::array_t schemes;
  for (const run::SchemeOutcome& scheme : point.schemes) {
    schemes.push_back(numbers_of(scheme));
  }
  return json::array({point.point, point.values, point.hash, point.failure, std::move(schemes)});
}

store::PointResult point_of(const json& value) {
  store::PointResult point;
  value.at(0).get_to(point.point);
  value.at(1).get_to(point.values);
  value.at(2).get_to(point.hash);
  value.at(3).get_to(point.failure);
  for (const json& scheme : value.at(4)) {
    point.schemes.push_back(scheme_of(scheme));
  }
  return point;
}

}  // namespace

std::string pack(const Work& work) {
  return bytes_of(json::array({work.sweep, work.base, work.seed, work.paths}));
}

std::string pack(const Order& order) {
  return bytes_of(json::array({order.task, order.points}));
}

std::string pack(const Answer& answer) {
  json::array_t points;
  for (const store::PointResult& result : answer.results) {
    points.push_back(packed(result));
  }
  return bytes_of(json::array({answer.task, std::move(points)}));
}

std::string pack(const Ready& ready) {
  return bytes_of(json::array({ready.host, ready.self_test}));
}

std::string pack(const Text& text) {
  return bytes_of(json::array({text.zh, text.en}));
}

std::optional<Work> unpack_work(std::string_view bytes) {
  return unpacked(bytes, [](const json& value) {
    return Work{value.at(0).get<std::string>(),
                value.at(1).get<std::string>(),
                value.at(2).get<std::uint64_t>(),
                value.at(3).get<std::uint64_t>()};
  });
}

std::optional<Order> unpack_order(std::string_view bytes) {
  return unpacked(bytes, [](const json& value) {
    return Order{value.at(0).get<std::uint64_t>(), value.at(1).get<std::vector<std::uint64_t>>()};
  });
}

std::optional<Answer> unpack_answer(std::string_view bytes) {
  return unpacked(bytes, [](const json& value) {
    Answer answer{value.at(0).get<std::uint64_t>(), {}};
    for (const json& point : value.at(1)) {
      answer.results.push_back(point_of(point));
    }
    return answer;
  });
}

std::optional<Ready> unpack_ready(std::string_view bytes) {
  return unpacked(bytes, [](const json& value) {
    return Ready{value.at(0).get<std::string>(), value.at(1).get<std::string>()};
  });
}

std::optional<Text> unpack_text(std::string_view bytes) {
  return unpacked(bytes, [](const json& value) {
    return Text{value.at(0).get<std::string>(), value.at(1).get<std::string>()};
  });
}

}  // namespace shanhai::cluster
