#include "input/facts.hpp"

#include "document/document.hpp"
#include "input/seeds.hpp"

namespace shanhai::input {
namespace {

std::set<std::string, std::less<>> read_ids_of_facts() {
  std::set<std::string, std::less<>> ids;
  for (const std::string_view text : seeds()) {
    const document::Document written = document::parse(text);
    const document::Node* facts = written.root ? written.root->find("facts") : nullptr;
    for (std::size_t fact = 0; facts != nullptr && fact < facts->entries.size(); ++fact) {
      ids.insert(facts->entries[fact].key);
    }
  }
  return ids;
}

}  // namespace

const std::set<std::string, std::less<>>& fact_ids() {
  static const auto ids = read_ids_of_facts();
  return ids;
}

}  // namespace shanhai::input
