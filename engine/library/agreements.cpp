#include "library/agreements.hpp"

#include "document/document.hpp"
#include "library/embedded.hpp"

namespace shanhai::library {
namespace {

/// The title of a scenario, which may be one text for both languages.
Text title_of(std::string_view scenario) {
  const document::Document file = document::parse(scenario);
  const document::Node* title = file.root ? file.root->find("title") : nullptr;
  if (title == nullptr) {
    return {};
  }
  const document::Node* zh = title->find("zh");
  const document::Node* en = title->find("en");
  return {zh != nullptr ? zh->text : title->text, en != nullptr ? en->text : title->text};
}

}  // namespace

std::vector<Agreement> agreements() {
  std::vector<Agreement> all;
  for (const Embedded& file : agreement_files()) {
    all.push_back({file.name, title_of(file.text), file.text});
  }
  return all;
}

}  // namespace shanhai::library
