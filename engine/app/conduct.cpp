#include "app/conduct.hpp"

namespace shanhai::app {

std::vector<Option> study_options() {
  return {{"paths", "N", {"每次模拟多少种未来，默认 100000", "futures of each simulation; by default 100000"}},
          {"seed", "N", {"随机种子，默认用方案文件的", "seed of the random numbers; by default the scenario's"}},
          {"threads",
           "K",
           {"线程数，默认全部核心；不影响结果", "threads; by default all cores; results do not depend on it"}},
          level_option(),
          {"json", "", {"以 JSON 输出", "print JSON"}}};
}

}  // namespace shanhai::app
