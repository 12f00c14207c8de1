#include "app/conduct.hpp"

namespace shanhai::app {

std::vector<Option> study_options(std::vector<Option> own) {
  own.push_back({"paths", "N", {"每次模拟多少种未来，默认 100000", "futures of each simulation; by default 100000"}});
  own.push_back({"seed", "N", {"随机种子，默认用方案文件的", "seed of the random numbers; by default the scenario's"}});
  own.push_back({"threads",
                 "K",
                 {"线程数，默认全部核心；不影响结果", "threads; by default all cores; results do not depend on it"}});
  own.push_back(level_option());
  return own;
}

Option json_option() {
  return {"json", "", {"以 JSON 输出", "print JSON"}};
}

}  // namespace shanhai::app
