#include "memo/label.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include "core/say.hpp"

namespace shanhai::memo {
namespace {

/// The keys of a path; `costs[0]` is two of them.
std::vector<std::string> keys_of(const std::string& path) {
  std::vector<std::string> keys;
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t end = std::min(path.find_first_of(".[]", begin), path.size());
    if (end > begin) {
      keys.push_back(path.substr(begin, end - begin));
    }
    begin = end + 1;
  }
  return keys;
}

/// What a key of T means, without what is said to explain it further; the key itself where T has none of the name.
template <Described T>
std::string meaning(std::string_view key, Language language) {
  std::string_view doc = key;
  for_each_field<T>([&](const auto& field) {
    if (field.key == key) {
      doc = field.doc.in(language);
    }
  });
  for (const std::string_view mark : {"：", "（", "，", ":", "(", ","}) {
    doc = doc.substr(0, doc.find(mark));
  }
  return std::string(doc);
}

const Text* named(const auto& list, std::string_view id) {
  const auto found = std::ranges::find_if(list, [&](const auto& one) { return one.id == id; });
  return found == list.end() ? nullptr : &found->name;
}

std::string together(const Text& name, const std::string& what, Language language) {
  return language == Language::zh ? fmt::format("{}·{}", name.zh, what) : fmt::format("{}: {}", name.en, what);
}

/// The rest of a path from one key on.
std::string rest_of(const std::vector<std::string>& keys, std::size_t from) {
  return fmt::format("{}", fmt::join(keys.begin() + static_cast<std::ptrdiff_t>(from), keys.end(), "."));
}

/// Of a sector, a tax or an event, or a key of it; nothing where there is none of the name.
template <Described T>
std::string of_thing(const std::vector<T>& things, const std::vector<std::string>& keys, Language language) {
  const Text* name = named(things, keys[3]);
  if (name == nullptr) {
    return {};
  }
  return keys.size() > 4 ? together(*name, meaning<T>(keys[4], language), language) : name->in(language);
}

/// Of a key inside a park, nothing where there are no words.
std::string of_park(const economy::Park& park, const std::vector<std::string>& keys, Language language) {
  const std::string& group = keys[2];
  if (group == "land" && keys.size() == 4) {
    return meaning<economy::Land>(keys[3], language);
  }
  if (group == "sectors") {
    return of_thing<economy::Sector>(park.sectors, keys, language);
  }
  if (group == "taxes") {
    return of_thing<economy::Tax>(park.taxes, keys, language);
  }
  return group == "events" ? of_thing<economy::Event>(park.events, keys, language) : std::string();
}

std::string of_cost(const std::vector<scheme::Cost>& costs, const std::vector<std::string>& keys, Language language) {
  std::size_t place = costs.size();
  std::from_chars(keys[1].data(), keys[1].data() + keys[1].size(), place);
  if (place >= costs.size()) {
    return {};
  }
  return keys.size() > 2 ? together(costs[place].name, meaning<scheme::Cost>(keys[2], language), language)
                         : costs[place].name.in(language);
}

/// The name of a cost item in both languages; overruns are drawn by one of them.
Text cost_named(const run::Scenario& scenario, const std::string& name) {
  const auto has_it = [&](const scheme::Cost& cost) {
    return cost.name.zh == name || cost.name.en == name;
  };
  std::vector<scheme::Cost> costs = scenario.costs;
  for (const scheme::Scheme& scheme : scenario.schemes) {
    costs.insert(costs.end(), scheme.costs.begin(), scheme.costs.end());
  }
  const auto found = std::ranges::find_if(costs, has_it);
  return found == costs.end() ? Text{name, name} : found->name;
}

}  // namespace

std::string label_of(const run::Scenario& scenario, const std::string& path, Language language) {
  const std::vector<std::string> keys = keys_of(path);
  const auto* park = std::get_if<economy::Park>(&scenario.revenue);
  std::string label;
  if (keys.size() > 2 && keys[0] == "parties") {
    if (const Text* name = named(scenario.parties, keys[1])) {
      label = together(*name, meaning<run::Party>(keys[2], language), language);
    }
  } else if (keys.size() > 3 && keys[0] == "revenue" && keys[1] == "park" && park != nullptr) {
    label = of_park(*park, keys, language);
  } else if (keys.size() > 2 && keys[0] == "revenue" && keys[1] == "table") {
    label = together({"收入预测", "forecast"}, rest_of(keys, 2), language);
  } else if (keys.size() > 1 && keys[0] == "costs") {
    label = of_cost(scenario.costs, keys, language);
  } else if (keys.size() > 2 && keys[0] == "schemes") {
    if (const Text* name = named(scenario.schemes, keys[1])) {
      label = together(*name, rest_of(keys, 2), language);
    }
  } else if (keys.size() == 1) {
    label = meaning<run::Scenario>(keys[0], language);
  } else if (keys[0] == "overrun") {
    label = say(language, {"超支：{}", "overrun of {}"}, cost_named(scenario, path.substr(path.find('.') + 1)));
  }
  return label.empty() ? path : label;
}

}  // namespace shanhai::memo
