#include "memo/clause_name.hpp"

#include "scheme/each_clause.hpp"

namespace shanhai::memo {

Words clause_name(std::string_view key) {
  Words name{key, key};
  scheme::for_each_clause([&]<class Rule>() {
    if (Rule::key == key) {
      name.zh = Rule::summary.zh.substr(0, Rule::summary.zh.find("："));
    }
  });
  return name;
}

}  // namespace shanhai::memo
