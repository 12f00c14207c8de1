#include "memo/page.hpp"

namespace shanhai::memo {

std::string year_and_date(const Page& page, int year) {
  return fmt::format("{} ({})", year, page.scenario.horizon.start + year - 1);
}

}  // namespace shanhai::memo
